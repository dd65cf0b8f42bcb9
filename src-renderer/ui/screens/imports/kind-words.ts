/** What the steps say of the file, by the kind of table that comes in. */
import type { ImportKind } from '../../../domain/ports/import-kinds';
import type { MessageKey } from '../../../i18n/translator';

interface KindWords {
  readonly heading: MessageKey;
  readonly drop: MessageKey;
  /** The sheet that holds the table. */
  readonly sheets: MessageKey;
  /** What a second import of the same file does; may use `count`, the rows of the first. */
  readonly again: MessageKey;
}

const BIDS: KindWords = { heading: 'imports.file.heading', drop: 'imports.file.drop', sheets: 'imports.table.sheets', again: 'imports.again.text' };
const PRICES: KindWords = { heading: 'schedules.file.heading', drop: 'schedules.file.drop', sheets: 'schedules.table.sheets', again: 'schedules.again' };
const NEEDS: KindWords = { heading: 'needs.file.heading', drop: 'needs.file.drop', sheets: 'needs.file.sheets', again: 'needs.file.again' };

const SCORES: KindWords = { heading: 'scores.file.heading', drop: 'scores.file.drop', sheets: 'scores.table.sheets', again: 'sheets.check.same' };

const WORDS: Readonly<Partial<Record<ImportKind, KindWords>>> = { bids: BIDS, 'price-schedule': PRICES, costs: PRICES, scores: SCORES };

export const kindWords = (kind: ImportKind): KindWords => WORDS[kind] ?? NEEDS;
