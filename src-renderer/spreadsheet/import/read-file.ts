/** From bytes to sheets: limits, then what the file really is, then the reader for it. */
import type { CancelSignal } from '../../domain/ports/sheet-import';
import { fail } from '../../domain/problem';
import { MAX_FILE_BYTES } from './limits';
import { readCsv } from './read-csv';
import { verifyCfb, verifyZip } from './read-container';
import { readWorkbook } from './read-workbook';
import type { SheetSource } from './sheet-source';
import { sniff } from './sniff';
import { stopIfCancelled } from './stop';
import type { Bytes } from './zip';

/** Throws a `FileProblemCode`. `onProgress` hears fractions from 0 to 1. */
export const readFile = async (fileName: string, bytes: Bytes, signal: CancelSignal | undefined, onProgress: (fraction: number) => void): Promise<SheetSource> => {
  stopIfCancelled(signal);
  if (bytes.length === 0) throw fail('file.empty');
  if (bytes.length > MAX_FILE_BYTES) throw fail('file.tooLarge', { size: bytes.length, limit: MAX_FILE_BYTES });
  const sniffed = sniff(fileName, bytes);
  if ('looksLike' in sniffed) throw fail('file.unknownType', { looksLike: sniffed.looksLike });
  if (sniffed.container === 'text') return readCsv(fileName, bytes);
  const workbook = sniffed.container === 'zip' ? await verifyZip(bytes, signal, (fraction) => onProgress(fraction / 3)) : verifyCfb(bytes);
  stopIfCancelled(signal);
  return readWorkbook(workbook);
};
