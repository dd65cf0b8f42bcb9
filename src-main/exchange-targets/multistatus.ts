/**
 * The answer to PROPFIND (RFC 4918, 14.16), read as it arrives. The server is not trusted: no document type, so no
 * entities; bounded size, depth and number of entries; and a name counts only when it lies right inside the folder asked.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { HostError } from '../bridge/host-error';
import { MAX_LISTED_FILES } from '../bridge/target-files';

export interface DavEntry {
  /** Decoded; of the entry itself, without its folder. */
  readonly name: string;
  readonly isFolder: boolean;
  /** Null when the server does not say. */
  readonly size: number | null;
}

const DAV = 'DAV:';
const DEEPEST = 16;
const LONGEST_TEXT = 8192;

interface Draft {
  href: string;
  isFolder: boolean;
  size: number | null;
}

/** The last part of an entry's path, or null for the folder itself and for everything that is not right inside it. */
export const nameInside = (href: string, folder: URL): string | null => {
  if (!URL.canParse(href, folder)) return null;
  const { origin, pathname } = new URL(href, folder);
  if (origin !== folder.origin || !pathname.startsWith(folder.pathname)) return null;
  const rest = pathname.slice(folder.pathname.length).replace(/\/$/u, '');
  if (rest === '' || rest.includes('/')) return null;
  try {
    const name = decodeURIComponent(rest);
    return /[/\\\p{Cc}]/u.test(name) || name === '.' || name === '..' ? null : name;
  } catch {
    return null;
  }
};

const sizeOf = (text: string): number | null => (/^\d{1,15}$/u.test(text) ? Number(text) : null);

/** Reads one answer in pieces. Throws `target.badAnswer` for what is no such answer, `target.tooManyFiles` beyond the limit. */
export class MultistatusReader {
  private readonly parser = new SaxesParser({ xmlns: true });
  private readonly entries: DavEntry[] = [];
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private depth = 0;
  private isMultistatus = false;
  private draft: Draft | null = null;
  private text = '';

  constructor(private readonly folder: URL) {
    this.parser.on('error', () => this.refuse());
    this.parser.on('doctype', () => this.refuse());
    this.parser.on('opentag', (tag) => this.open(tag));
    this.parser.on('text', (text) => this.hear(text));
    this.parser.on('cdata', (text) => this.hear(text));
    this.parser.on('closetag', (tag) => this.close(tag));
  }

  write(bytes: Uint8Array): void {
    this.parser.write(this.decoded(bytes));
  }

  end(): readonly DavEntry[] {
    this.parser.write(this.decoded()).close();
    if (!this.isMultistatus) this.refuse();
    return this.entries;
  }

  private decoded(bytes?: Uint8Array): string {
    try {
      return bytes === undefined ? this.decoder.decode() : this.decoder.decode(bytes, { stream: true });
    } catch {
      return this.refuse();
    }
  }

  private refuse(): never {
    throw new HostError('target.badAnswer');
  }

  private open({ uri, local }: SaxesTagNS): void {
    this.depth += 1;
    this.text = '';
    if (this.depth > DEEPEST) this.refuse();
    if (this.depth === 1) this.isMultistatus = uri === DAV && local === 'multistatus';
    if (this.depth === 1 && !this.isMultistatus) this.refuse();
    if (uri !== DAV) return;
    if (this.depth === 2 && local === 'response') this.draft = { href: '', isFolder: false, size: null };
    else if (local === 'collection' && this.draft !== null) this.draft.isFolder = true;
  }

  private hear(text: string): void {
    this.text += text;
    if (this.text.length > LONGEST_TEXT) this.refuse();
  }

  private close({ uri, local }: SaxesTagNS): void {
    this.depth -= 1;
    const { draft } = this;
    if (uri === DAV && draft !== null) {
      if (local === 'href' && this.depth === 2) draft.href = this.text.trim();
      else if (local === 'getcontentlength') draft.size = sizeOf(this.text.trim());
      else if (local === 'response') this.keep(draft);
    }
    this.text = '';
  }

  private keep({ href, isFolder, size }: Draft): void {
    this.draft = null;
    const name = nameInside(href, this.folder);
    if (name === null) return;
    if (this.entries.length >= MAX_LISTED_FILES) throw new HostError('target.tooManyFiles');
    this.entries.push({ name, isFolder, size });
  }
}
