/** Which targets this computer knows, in one small file of the profile. Passwords are elsewhere; see `passwords.ts`. */
import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { writeFileAtomic } from '../files/atomic-write';
import { readFileLimited } from '../files/limited-read';

export type KnownTarget =
  | { readonly id: string; readonly kind: 'folder'; readonly location: string }
  | { readonly id: string; readonly kind: 'webdav'; readonly location: string; readonly user: string; readonly fingerprint: string | null };

const LARGEST = 1024 * 1024;
const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const isKnownTarget = (value: unknown): value is KnownTarget => {
  if (typeof value !== 'object' || value === null) return false;
  const { id, kind, location, user, fingerprint } = value as Readonly<Record<string, unknown>>;
  if (!isText(id) || !isText(location)) return false;
  return kind === 'folder' || (kind === 'webdav' && typeof user === 'string' && (fingerprint === null || isText(fingerprint)));
};

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** A JSON file of the profile, written whole or not at all. One that cannot be read is put aside, not overwritten. */
export class PrivateJson {
  constructor(private readonly file: string) {}

  /** Null when there is none. */
  async read(): Promise<unknown> {
    try {
      return JSON.parse(new TextDecoder().decode(await readFileLimited(this.file, LARGEST)));
    } catch (error) {
      if (isMissing(error)) return null;
      if (!(error instanceof SyntaxError)) throw error;
      await rename(this.file, `${this.file}.damaged`);
      return null;
    }
  }

  async write(value: unknown): Promise<void> {
    await mkdir(path.dirname(this.file), { recursive: true, mode: PRIVATE_FOLDER });
    await writeFileAtomic(this.file, JSON.stringify(value), PRIVATE_FILE);
  }
}

export class ConnectionsFile {
  private readonly json: PrivateJson;

  constructor(folder: string) {
    this.json = new PrivateJson(path.join(folder, 'targets.json'));
  }

  async all(): Promise<readonly KnownTarget[]> {
    const read = await this.json.read();
    return Array.isArray(read) ? read.filter(isKnownTarget) : [];
  }

  async put(target: KnownTarget): Promise<void> {
    await this.json.write([...(await this.all()).filter(({ id }) => id !== target.id), target]);
  }

  async remove(id: string): Promise<void> {
    await this.json.write((await this.all()).filter((target) => target.id !== id));
  }
}
