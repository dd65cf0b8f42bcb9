/** Digests of large content, by the platform's own SHA-256. */
import { bytesToHex } from '@noble/hashes/utils.js';
import type { PackagePlatform } from './platform';

/** In 64 lower-case hexadecimal digits. */
export const digestOfBytes = async (bytes: Uint8Array, platform: PackagePlatform): Promise<string> => bytesToHex(await platform.sha256(bytes));
