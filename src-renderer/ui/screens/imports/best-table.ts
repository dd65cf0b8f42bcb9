/** Which sheet to show first: the visible one whose columns are recognised best. */
import type { ImportContext, ImportSession, TableGuess } from '../../../domain/ports/sheet-import';
import { ProblemError } from '../../../domain/problem';

export interface FoundTable {
  readonly sheet: number;
  /** Null when the sheet has no table. */
  readonly guess: TableGuess | null;
}

/** More sheets than this are not searched; the person chooses. */
const SHEETS_SEARCHED = 6;

const guessOrNull = async (session: ImportSession, sheet: number, context: ImportContext): Promise<TableGuess | null> => {
  try {
    return await session.guess(sheet, context);
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'file.noTable') return null;
    throw error;
  }
};

const recognised = (guess: TableGuess | null): number => (guess === null ? -1 : Object.keys(guess.plan.columns).length);

/** A hidden sheet is never shown first unless all are hidden. */
export const bestTable = async (session: ImportSession, context: ImportContext): Promise<FoundTable> => {
  const { sheets } = session.info;
  const visible = sheets.filter((sheet) => !sheet.hidden && sheet.rows > 0);
  const searched = (visible.length > 0 ? visible : sheets).slice(0, SHEETS_SEARCHED);
  let best: FoundTable = { sheet: searched[0]?.index ?? 0, guess: null };
  for (const { index } of searched) {
    const guess = await guessOrNull(session, index, context);
    if (recognised(guess) > recognised(best.guess)) best = { sheet: index, guess };
  }
  return best;
};
