/** From bytes to sheets: limits, then what the file really is, then the reader for it. */
import type { IgnoredPart } from '../../domain/ports/sheet-import';
import type { StopSignal } from '../../domain/ports/stop-signal';
import { fail } from '../../domain/problem';
import { readExcelXml } from './excel-xml';
import type { ReadingWatch } from './first-rows';
import { MAX_FILE_BYTES } from './limits';
import { readCsv } from './read-csv';
import { formatOfZip, verifyCfb, verifyFlat, verifyZip } from './read-container';
import { readWorkbook } from './read-workbook';
import type { SheetSource } from './sheet-source';
import { sniff } from './sniff';
import { stopIfCancelled } from './stop';
import { UnfamiliarWorkbook } from './xlsx-stream/unfamiliar';
import { readXlsx } from './xlsx-stream/read-xlsx';
import { readZip, type Bytes } from './zip';

type Hear = (fraction: number) => void;

/** Never read, let alone run; the values they have left in the cells are read like any other. */
const ignoredIn = (parts: ReadonlyMap<string, unknown>): readonly IgnoredPart[] => [
  ...(parts.has('xl/vbaproject.bin') ? ['macros' as const] : []),
  ...([...parts.keys()].some((name) => name.startsWith('xl/externallinks/')) ? ['links' as const] : []),
];

/** xlsx by our own reader; what it does not know, and every other format, by SheetJS. */
const readZipped = async (bytes: Bytes, signal: StopSignal | undefined, { onProgress, onFirstRows }: ReadingWatch): Promise<SheetSource> => {
  const parts = readZip(bytes);
  const format = await formatOfZip(parts);
  let reached = 0;
  const forward: Hear = (fraction) => {
    reached = Math.max(reached, fraction);
    onProgress(reached);
  };
  try {
    if (format === 'xlsx') return { ...(await readXlsx(parts, signal, { onProgress: forward, onFirstRows })), ignored: ignoredIn(parts) };
  } catch (error) {
    if (!(error instanceof UnfamiliarWorkbook)) throw error;
  }
  const workbook = await verifyZip(parts, format, signal, (fraction) => forward(fraction / 3));
  stopIfCancelled(signal);
  return { ...readWorkbook(workbook), ignored: ignoredIn(parts) };
};

const readOld = (bytes: Bytes): SheetSource => {
  const workbook = verifyCfb(bytes);
  return { ...readWorkbook(workbook), ignored: workbook.hasMacros === true ? ['macros'] : [] };
};

/** Throws a `FileProblemCode`. */
export const readFile = async (fileName: string, bytes: Bytes, signal: StopSignal | undefined, watch: ReadingWatch): Promise<SheetSource> => {
  stopIfCancelled(signal);
  if (bytes.length === 0) throw fail('file.empty');
  if (bytes.length > MAX_FILE_BYTES) throw fail('file.tooLarge', { size: bytes.length, limit: MAX_FILE_BYTES });
  const sniffed = sniff(fileName, bytes);
  if ('looksLike' in sniffed) throw fail('file.unknownType', { looksLike: sniffed.looksLike });
  if (sniffed.container === 'text') return readCsv(fileName, bytes, watch.onFirstRows);
  if (sniffed.container === 'excelXml') return readExcelXml(bytes);
  if (sniffed.container === 'flat') return readWorkbook(verifyFlat(bytes));
  return sniffed.container === 'zip' ? readZipped(bytes, signal, watch) : readOld(bytes);
};
