/** Digests of large texts, by the platform's own SHA-256. */
import { bytesToHex } from '@noble/hashes/utils.js';
import type { PackagePlatform } from './platform';

/** SHA-256 of the text's UTF-8 bytes, in 64 lower-case hexadecimal digits. */
export const digestOf = async (text: string, platform: PackagePlatform): Promise<string> => bytesToHex(await platform.sha256(platform.encodeText(text)));
