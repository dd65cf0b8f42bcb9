/** Where things stand in a score sheet's workbook; its writer and its reader agree here and nowhere else. */

/** The hidden sheet that says what the workbook is, and what each numbered row is about. */
export const MARK_SHEET = 'caiet';
export const MARK_FORMAT = 'caiet-evaluator-sheet';
export const MARK_VERSION = '1';

/** Keys in the first column of the mark, values in the second. */
export const MARK_KEYS = ['format', 'version', 'projectId', 'handoutId', 'evaluatorId', 'callHash', 'scores', 'declaration'] as const;
export type MarkKey = (typeof MARK_KEYS)[number];

/** `row`, its number, bid, criterion: what a row of the scores is about, wherever somebody moved it. */
export const MARK_ROW = 'row';

/** The scores, 0-based columns: number of the row, evaluator, lot, bidder, criterion, scale, score, reason. */
export const SCORE_COLUMNS = { number: 0, score: 6, reason: 7 } as const;

/** The declaration: the question's code, the question, the answer. */
export const DECLARATION_COLUMNS = { code: 0, answer: 2 } as const;
export const DECLARATION_CODES = { signedOn: 'D1', confidentiality: 'D2', impartiality: 'D3', kinship: 'D4', shares: 'D5', employment: 'D6', note: 'D7' } as const;
