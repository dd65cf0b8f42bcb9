/**
 * Passwords of targets. The operating system's keychain encrypts them and main keeps the result in a file. Where there is
 * no keychain, Electron would "encrypt" with a password that everybody knows (`basic_text`): then a password lives in
 * memory only, until the application ends, and the person is told so.
 */
import path from 'node:path';
import { PrivateJson } from './connections-file';

export interface Keychain {
  /** False where encrypting would protect nothing. */
  isReal(): Promise<boolean>;
  encrypt(text: string): Promise<Uint8Array>;
  /** `isStale`: the key has been replaced, so the text should be encrypted again. Throws when the key is gone. */
  decrypt(bytes: Uint8Array): Promise<{ readonly text: string; readonly isStale: boolean }>;
}

type Blobs = Readonly<Record<string, string>>;

const isBlobs = (value: unknown): value is Blobs => typeof value === 'object' && value !== null && Object.values(value).every((blob) => typeof blob === 'string');

export class Passwords {
  private readonly json: PrivateJson;
  private readonly inMemory = new Map<string, string>();

  constructor(folder: string, private readonly keychain: Keychain) {
    this.json = new PrivateJson(path.join(folder, 'passwords.json'));
  }

  async keep(id: string, password: string): Promise<void> {
    this.inMemory.set(id, password);
    const { [id]: _before, ...others } = await this.blobs();
    if (!(await this.keychain.isReal())) return this.json.write(others);
    const blob = Buffer.from(await this.keychain.encrypt(password)).toString('base64');
    await this.json.write({ ...others, [id]: blob });
  }

  /** Null when it is not known, or the keychain no longer has its key: the person gives it once more. */
  async of(id: string): Promise<string | null> {
    const known = this.inMemory.get(id);
    if (known !== undefined) return known;
    const { [id]: blob } = await this.blobs();
    if (blob === undefined || !(await this.keychain.isReal())) return null;
    try {
      const { text, isStale } = await this.keychain.decrypt(Buffer.from(blob, 'base64'));
      this.inMemory.set(id, text);
      if (isStale) await this.keep(id, text);
      return text;
    } catch {
      return null;
    }
  }

  async place(id: string): Promise<'keychain' | 'session' | 'none'> {
    if ((await this.of(id)) === null) return 'none';
    return (await this.blobs())[id] === undefined ? 'session' : 'keychain';
  }

  async forget(id: string): Promise<void> {
    this.inMemory.delete(id);
    const { [id]: _gone, ...others } = await this.blobs();
    await this.json.write(others);
  }

  private async blobs(): Promise<Blobs> {
    const read = await this.json.read();
    return isBlobs(read) ? read : {};
  }
}
