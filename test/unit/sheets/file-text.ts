/** Everything readable in a file, its zipped parts too. */
import { strFromU8, unzipSync } from 'fflate';

export const textOf = (bytes: Uint8Array): string => (bytes[0] === 0x50
  ? Object.values(unzipSync(bytes)).map((part) => strFromU8(part)).join('\n')
  : strFromU8(bytes));
