/**
 * Plain cells of xlsx and xlsm, read as they are unpacked: the only way a register of a hundred thousand rows opens in a
 * second. Everything but the cells (looks, charts, comments, macros) is never unpacked.
 */
import type { StopSignal } from '../../../domain/ports/stop-signal';
import { fail } from '../../../domain/problem';
import { MAX_CELLS } from '../limits';
import { ENOUGH_ROWS, firstRows, type ReadingWatch } from '../first-rows';
import type { SheetGrid, SheetSource } from '../sheet-source';
import { refuseDoctype } from '../xml-prolog';
import { streamPart, unpackPart, type ZipPart } from '../zip';
import { CellStore, type CellContext } from './cell-store';
import { readNumberFormats } from './number-formats';
import { RowReader } from './row-reader';
import { readSharedStrings } from './shared-strings';
import { readHiddenColumns, readMerges } from './sheet-frame';
import { Stretches } from './stretches';
import { TextPool } from './text-pool';
import { unfamiliar } from './unfamiliar';
import { readWorkbookParts, type SheetPart } from './workbook-parts';

const ENCODING = /^\uFEFF?<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']/;

/** Only UTF-8 is read here. */
const refuseOtherEncoding = (prolog: string): void => {
  const declared = ENCODING.exec(prolog)?.[1];
  if (declared !== undefined && declared.toLowerCase() !== 'utf-8') throw unfamiliar('encoding');
};

interface Work {
  readonly parts: ReadonlyMap<string, ZipPart>;
  readonly signal: StopSignal | undefined;
  /** Hears of every unpacked byte. */
  readonly onBytes: (count: number) => void;
}

const partOf = ({ parts }: Work, key: string): ZipPart => {
  const part = parts.get(key);
  if (part === undefined) throw unfamiliar('package');
  return part;
};

const smallPart = async ({ parts, signal, onBytes }: Work, key: string): Promise<string | null> => {
  const part = parts.get(key);
  if (part === undefined) return null;
  const bytes = await unpackPart(part, signal);
  refuseDoctype(bytes);
  onBytes(bytes.length);
  const text = new TextDecoder().decode(bytes);
  refuseOtherEncoding(text);
  return text;
};

async function* chunksOf(work: Work, key: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of streamPart(partOf(work, key), work.signal)) {
    work.onBytes(chunk.length);
    yield chunk;
  }
}

/** Hears of a sheet when its first rows are there. */
type OnTop = (top: Pick<SheetGrid, 'name' | 'rows' | 'columns' | 'cell'>, scanned: number) => void;

const readSheet = async (work: Work, { name, hidden, part }: SheetPart, context: CellContext, date1904: boolean, room: number, onTop: OnTop | null): Promise<{ readonly grid: SheetGrid; readonly cells: number }> => {
  const store = new CellStore(context, hidden, room);
  const reader = new RowReader(store, context, date1904);
  const stretches = new Stretches('sheetData', 'row', reader);
  let scanned = 0;
  let told = onTop === null;
  for await (const chunk of chunksOf(work, part)) {
    stretches.push(chunk);
    scanned += chunk.length;
    if (told || store.rows.length < ENOUGH_ROWS) continue;
    told = true;
    onTop?.({ name, rows: store.rows, columns: store.usedColumns(), cell: (row, column) => store.cell(row, column) }, scanned / partOf(work, part).size);
  }
  const tail = stretches.end();
  refuseOtherEncoding(reader.head);
  const grid: SheetGrid = {
    name, hidden, rows: store.rows, columns: store.usedColumns(),
    hiddenRows: reader.hiddenRows, hiddenColumns: readHiddenColumns(reader.head), merges: readMerges(tail, reader.prefix),
    cell: (row, column) => store.cell(row, column),
  };
  return { grid, cells: store.count };
};

/**
 * Reads the sheets of a workbook. Every byte read is checked against the CRC of its part. `onProgress` hears fractions
 * from 0 to 1, by bytes; `onFirstRows` the top of the first visible sheet. Throws `UnfamiliarWorkbook` for what this reader leaves to another, `file.damaged`,
 * `file.hostile`, `file.tooManyRows`, `file.cancelled`.
 */
export const readXlsx = async (parts: ReadonlyMap<string, ZipPart>, signal: StopSignal | undefined, { onProgress, onFirstRows }: ReadingWatch): Promise<SheetSource> => {
  /** Unknown until the workbook has said which parts it has. */
  let total = Number.POSITIVE_INFINITY;
  let done = 0;
  const work: Work = {
    parts, signal,
    onBytes: (count) => {
      done += count;
      onProgress(Math.min(1, done / total));
    },
  };
  const workbook = await readWorkbookParts((key) => smallPart(work, key));
  const { sharedStrings, styles } = workbook;
  const keys = [...workbook.sheets.map(({ part }) => part), ...(sharedStrings === null ? [] : [sharedStrings]), ...(styles === null ? [] : [styles])];
  total = keys.reduce((sum, key) => sum + partOf(work, key).size, done + 1);
  const context: CellContext = {
    formats: styles === null ? [] : readNumberFormats((await smallPart(work, styles)) ?? ''),
    sharedStrings: sharedStrings === null ? new TextPool() : await readSharedStrings(chunksOf(work, sharedStrings)),
    ownStrings: new TextPool(),
  };
  const sheets: SheetGrid[] = [];
  let room = MAX_CELLS;
  const shown = workbook.sheets.find(({ hidden }) => !hidden);
  for (const sheet of workbook.sheets) {
    const onTop: OnTop | null = sheet === shown ? (top, scanned) => onFirstRows(firstRows(top, scanned)) : null;
    const { grid, cells } = await readSheet(work, sheet, context, workbook.date1904, room, onTop);
    room -= cells;
    if (room < 0) throw fail('file.hostile', { what: 'zipBomb' });
    sheets.push(grid);
  }
  return { format: 'xlsx', text: null, sheets };
};
