/** The exchange targets of this computer: which there are, and one place object for each while the application runs. */
import { randomUUID } from 'node:crypto';
import { HostError } from '../bridge/host-error';
import { MAX_IDENTITY_BYTES } from '../bridge/target-files';
import type { CertificateFacts, TargetConnection, TargetListing, TargetLook, TargetPut, WebDavInput } from '../bridge/targets-api';
import { ConnectionsFile, type KnownTarget } from './connections-file';
import { DavPlace, davAddress } from './dav-place';
import { FolderPlace } from './folder-place';
import { Passwords, type Keychain } from './passwords';
import { putGuarded, stopIfCancelled, type Place, type Work } from './place';
import { certificateOf } from './tls-trust';

/** Hears how far a job is. */
export type OnProgress = (job: string, done: number, total: number) => void;

/** How long signing in may take before the person hears that nobody answers. */
const SIGN_IN_MS = 60_000;
/** A window is told at most once per this share of the whole. */
const STEP = 0.01;

const signIn = (): Work => ({ signal: AbortSignal.timeout(SIGN_IN_MS), progress: () => undefined });

export class ExchangeTargets {
  private readonly connections: ConnectionsFile;
  private readonly passwords: Passwords;
  private readonly jobs = new Map<string, AbortController>();
  private last: Promise<unknown> = Promise.resolve();

  constructor(folder: string, keychain: Keychain) {
    this.connections = new ConnectionsFile(folder);
    this.passwords = new Passwords(folder, keychain);
  }

  async list(): Promise<readonly TargetConnection[]> {
    return Promise.all((await this.connections.all()).map((target) => this.shown(target)));
  }

  /** A folder that is known already keeps its id, so that nothing about it is asked twice. */
  addFolder(location: string): Promise<TargetConnection> {
    return this.inTurn(async () => {
      const known = (await this.connections.all()).find((target) => target.kind === 'folder' && target.location === location);
      const target: KnownTarget = known ?? { id: randomUUID(), kind: 'folder', location };
      await this.connections.put(target);
      return this.shown(target);
    });
  }

  async connect(input: WebDavInput): Promise<TargetConnection> {
    const location = davAddress(input.address).href;
    await new DavPlace(input).look(signIn());
    return this.inTurn(async () => {
      const known = (await this.connections.all()).find((target) => target.kind === 'webdav' && target.location === location && target.user === input.user);
      const target: KnownTarget = { id: known?.id ?? randomUUID(), kind: 'webdav', location, user: input.user, fingerprint: input.fingerprint };
      await this.passwords.keep(target.id, input.password);
      await this.connections.put(target);
      return this.shown(target);
    });
  }

  certificate(address: string): Promise<CertificateFacts> {
    const url = davAddress(address);
    if (url.protocol !== 'https:') throw new HostError('target.badAddress');
    return certificateOf(url);
  }

  async unlock(id: string, password: string | null): Promise<TargetConnection> {
    const target = await this.known(id);
    if (target.kind === 'folder' || password === null) return this.shown(target);
    await new DavPlace({ address: target.location, user: target.user, password, fingerprint: target.fingerprint }).look(signIn());
    return this.inTurn(async () => {
      await this.passwords.keep(id, password);
      return this.shown(target);
    });
  }

  forget(id: string): Promise<void> {
    return this.inTurn(async () => {
      await this.passwords.forget(id);
      await this.connections.remove(id);
    });
  }

  look(job: string, id: string): Promise<TargetLook> {
    return this.working(job, id, (place, work) => place.look(work));
  }

  prepare(job: string, id: string): Promise<void> {
    return this.working(job, id, (place, work) => place.prepare(work));
  }

  files(job: string, id: string): Promise<TargetListing> {
    return this.working(job, id, (place, work) => place.files(work));
  }

  read(job: string, id: string, name: string, limit: number, onProgress: OnProgress): Promise<Uint8Array> {
    return this.working(job, id, (place, work) => place.read(name, limit, work), onProgress);
  }

  put(job: string, { id, name, bytes, guard }: TargetPut, onProgress: OnProgress): Promise<void> {
    if (guard === null && bytes.byteLength > MAX_IDENTITY_BYTES) throw new HostError('host.notAllowed');
    return this.working(job, id, (place, work) => putGuarded(place, name, bytes, guard, work), onProgress);
  }

  cancel(job: string): void {
    this.jobs.get(job)?.abort();
  }

  private async known(id: string): Promise<KnownTarget> {
    const target = (await this.connections.all()).find((one) => one.id === id);
    if (target === undefined) throw new HostError('target.unknown');
    return target;
  }

  private async placeOf(id: string): Promise<Place> {
    const target = await this.known(id);
    if (target.kind === 'folder') return new FolderPlace(target.location);
    const password = await this.passwords.of(id);
    if (password === null) throw new HostError('target.passwordNeeded');
    return new DavPlace({ address: target.location, user: target.user, password, fingerprint: target.fingerprint });
  }

  private async working<Result>(job: string, id: string, task: (place: Place, work: Work) => Promise<Result>, onProgress?: OnProgress): Promise<Result> {
    const controller = new AbortController();
    this.jobs.set(job, controller);
    let told = 0;
    const work: Work = {
      signal: controller.signal,
      progress: (done, total) => {
        if (total > 0 && done < total && (done - told) / total < STEP) return;
        told = done;
        onProgress?.(job, done, total);
      },
    };
    try {
      const place = await this.placeOf(id);
      stopIfCancelled(work);
      return await task(place, work);
    } finally {
      this.jobs.delete(job);
    }
  }

  private async shown(target: KnownTarget): Promise<TargetConnection> {
    const { id, kind, location } = target;
    if (kind === 'folder') return { id, kind, location, user: null, fingerprint: null, password: 'none', needs: 'nothing' };
    const password = await this.passwords.place(id);
    return { id, kind, location, user: target.user, fingerprint: target.fingerprint, password, needs: password === 'none' ? 'password' : 'nothing' };
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.last.then(work, work);
    this.last = result.catch(() => undefined);
    return result;
  }
}
