/** A WebDAV folder (Nextcloud, ownCloud, Apache, a NAS) as exchange target. RFC 4918, the plain part every server has. */
import http from 'node:http';
import type { HostErrorCode } from '../bridge/host-api';
import { HostError } from '../bridge/host-error';
import { IDENTITY_FILE, isPackageFile, MAX_IDENTITY_BYTES, PACKAGES_FOLDER, placeOf, temporaryName } from '../bridge/target-files';
import type { TargetListing, TargetLook, WebDavInput } from '../bridge/targets-api';
import { davRequest, type DavAnswer, type DavRequest, type DavServer } from './dav-request';
import { MultistatusReader, type DavEntry } from './multistatus';
import { TrustingAgent } from './tls-trust';
import type { Place, Work } from './place';

/** Fifty thousand entries with what servers say of each. */
const MAX_LISTING_BYTES = 64 * 1024 * 1024;

const WANTED = '<?xml version="1.0" encoding="utf-8"?><D:propfind xmlns:D="DAV:"><D:prop><D:getcontentlength/><D:resourcetype/></D:prop></D:propfind>';

/** 207 to a write: Apache's way to say which lock of the folder above stands in the way. */
const STATUS_CODES: Readonly<Record<number, HostErrorCode>> = {
  207: 'target.locked', 401: 'target.wrongPassword', 403: 'target.refused', 404: 'target.missing', 405: 'target.refused', 409: 'target.missing',
  413: 'host.tooLarge', 423: 'target.locked', 424: 'target.locked', 507: 'target.full',
};

const failureOf = (status: number): HostError => {
  if (status >= 300 && status < 400) return new HostError('target.redirected');
  return new HostError(STATUS_CODES[status] ?? (status >= 500 ? 'target.serverTrouble' : 'target.badAnswer'));
};

const isLocal = (hostname: string): boolean => hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';

/**
 * The address of a folder: https, or plain http within this computer only, because the password would go in the clear.
 * Throws `target.badAddress` for anything else, and for an address that carries a password itself.
 */
export const davAddress = (text: string): URL => {
  const bad = (): HostError => new HostError('target.badAddress');
  const trimmed = text.trim();
  if (!URL.canParse(trimmed)) throw bad();
  const url = new URL(trimmed);
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLocal(url.hostname));
  if (!isSafe || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') throw bad();
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
};

const basic = (user: string, password: string): string => `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;

export class DavPlace implements Place {
  private readonly server: DavServer;

  /** Throws `target.badAddress`. */
  constructor({ address, user, password, fingerprint }: WebDavInput) {
    const base = davAddress(address);
    const agent = base.protocol === 'https:' ? new TrustingAgent(fingerprint) : new http.Agent({ keepAlive: false });
    this.server = { base, authorization: basic(user, password), agent };
  }

  async look(work: Work): Promise<TargetLook> {
    const entries = await this.list(this.server.base, work).catch((error: unknown) => {
      if (error instanceof HostError && error.code === 'target.missing') throw new HostError('target.noFolder');
      throw error;
    });
    const isThere = (name: string, isFolder: boolean): boolean => entries.some((entry) => entry.name === name && entry.isFolder === isFolder);
    const ours = new Set([IDENTITY_FILE, PACKAGES_FOLDER, temporaryName(IDENTITY_FILE)]);
    return {
      identity: isThere(IDENTITY_FILE, false) ? await this.read(IDENTITY_FILE, MAX_IDENTITY_BYTES, work) : null,
      hasPackages: isThere(PACKAGES_FOLDER, true),
      others: entries.filter(({ name }) => !ours.has(name)).length,
    };
  }

  async prepare(work: Work): Promise<void> {
    const { status } = await this.ask({ method: 'MKCOL', url: this.folderUrl() }, work);
    if (status === 201) return;
    // 405: something of this name is there already; that it is a folder is seen when it is listed.
    if (status !== 405) throw failureOf(status);
  }

  async files(work: Work): Promise<TargetListing> {
    const entries = await this.list(this.folderUrl(), work);
    const files = entries.filter(({ name, isFolder, size }) => !isFolder && size !== null && isPackageFile(name));
    return { files: files.map(({ name, size }) => ({ name, size: size ?? 0 })), ignored: entries.length - files.length };
  }

  async read(name: string, limit: number, work: Work): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    const { status } = await this.ask({ method: 'GET', url: this.urlOf(name), limit, onData: (bytes) => pieces.push(bytes) }, work);
    if (status !== 200) throw failureOf(status);
    return new Uint8Array(Buffer.concat(pieces));
  }

  async put(name: string, bytes: Uint8Array, confirm: () => Promise<void>, work: Work): Promise<void> {
    await confirm();
    const target = this.urlOf(name);
    const isIdentity = name === IDENTITY_FILE;
    const present = await this.sizeOf(target, work);
    if (present !== null && isIdentity) throw new HostError('target.exists');
    // The name holds the digest: a whole file of this name is this file.
    if (present === bytes.byteLength) return work.progress(bytes.byteLength, bytes.byteLength);
    const temporary = new URL(encodeURIComponent(temporaryName(name)), target);
    try {
      await this.expect([200, 201, 204], { method: 'PUT', url: temporary, body: bytes, headers: { 'content-type': 'application/octet-stream' } }, work);
      await confirm();
      await this.move(temporary, target, isIdentity, work);
    } catch (error) {
      await this.ask({ method: 'DELETE', url: temporary }, { signal: AbortSignal.timeout(5000), progress: () => undefined }).catch(() => undefined);
      throw error;
    }
  }

  private folderUrl(): URL {
    return new URL(`${PACKAGES_FOLDER}/`, this.server.base);
  }

  private urlOf(name: string): URL {
    return new URL(placeOf(name).map(encodeURIComponent).join('/'), this.server.base);
  }

  private ask(request: DavRequest, work: Work): Promise<DavAnswer> {
    return davRequest(this.server, request, work);
  }

  private async expect(statuses: readonly number[], request: DavRequest, work: Work): Promise<void> {
    const { status } = await this.ask(request, work);
    if (!statuses.includes(status)) throw failureOf(status);
  }

  /** Null when there is nothing of that name. */
  private async sizeOf(url: URL, work: Work): Promise<number | null> {
    const { status, headers } = await this.ask({ method: 'HEAD', url }, { signal: work.signal, progress: () => undefined });
    if (status === 404) return null;
    if (status !== 200) throw failureOf(status);
    const size = Number(headers['content-length'] ?? Number.NaN);
    return Number.isNaN(size) ? -1 : size;
  }

  private async move(from: URL, to: URL, isExclusive: boolean, work: Work): Promise<void> {
    const { status } = await this.ask({ method: 'MOVE', url: from, headers: { destination: to.href, overwrite: isExclusive ? 'F' : 'T' } }, work);
    if (status === 412 && isExclusive) throw new HostError('target.exists');
    if (status !== 201 && status !== 204) throw failureOf(status);
  }

  private async list(folder: URL, work: Work): Promise<readonly DavEntry[]> {
    const reader = new MultistatusReader(folder);
    const pieces: Uint8Array[] = [];
    const { status } = await this.ask({
      method: 'PROPFIND', url: folder, headers: { depth: '1', 'content-type': 'application/xml; charset=utf-8' }, body: new TextEncoder().encode(WANTED),
      limit: MAX_LISTING_BYTES, onData: (bytes) => pieces.push(bytes),
    }, { signal: work.signal, progress: () => undefined });
    if (status === 200 || status === 405 || status === 501) throw new HostError('target.badAnswer');
    if (status !== 207) throw failureOf(status);
    for (const piece of pieces) reader.write(piece);
    return reader.end();
  }
}
