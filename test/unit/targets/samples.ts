/** Files as they lie at a target, and the host's targets on a profile of their own. */
import { createHash } from 'node:crypto';
import { IDENTITY_FILE } from '../../../src-main/bridge/target-files';
import { ExchangeTargets } from '../../../src-main/exchange-targets/targets';
import type { Keychain } from '../../../src-main/exchange-targets/passwords';

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The name such bytes have at a target. */
export const packageName = (bytes: Uint8Array, device = 'device-a', id = 'package-1'): string => `${device}_${id}_${sha256(bytes)}.caiet.json`;

export const IDENTITY = bytesOf('{"format":"caiet-target","version":1,"id":"target-1","name":"Centrul"}\n');
export const GUARD = sha256(IDENTITY);

/** Turns text around; enough to see that what lies on the disk is not the text. */
export const toyKeychain = (isReal = true): Keychain => ({
  isReal: async () => isReal,
  encrypt: async (text) => bytesOf(text).map((byte) => byte ^ 0x5a),
  decrypt: async (bytes) => ({ text: new TextDecoder().decode(bytes.map((byte) => byte ^ 0x5a)), isStale: false }),
});

let jobs = 0;
export const job = (): string => `job-${(jobs += 1)}`;

export const noProgress = (): void => undefined;

/** Host side of one computer. */
export const targetsOn = (folder: string, keychain = toyKeychain()): ExchangeTargets => new ExchangeTargets(folder, keychain);

/** Makes a place a target, as the window does at set-up. */
export const setUp = async (targets: ExchangeTargets, id: string): Promise<void> => {
  await targets.put(job(), { id, name: IDENTITY_FILE, bytes: IDENTITY, guard: null }, noProgress);
  await targets.prepare(job(), id);
};

export const put = (targets: ExchangeTargets, id: string, bytes: Uint8Array, name = packageName(bytes)): Promise<void> =>
  targets.put(job(), { id, name, bytes, guard: GUARD }, noProgress);
