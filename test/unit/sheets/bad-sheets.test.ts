import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { sheetProject } from '../../../src-renderer/domain/evaluator-sheet';
import { callHash } from '../../../src-renderer/domain/frozen-call';
import type { Handout } from '../../../src-renderer/domain/handout';
import { ProblemError } from '../../../src-renderer/domain/problem';
import type { Project } from '../../../src-renderer/domain/project';
import { checkReturn, type ReturnedScore, type ReturnedSheet } from '../../../src-renderer/domain/sheet-return';
import { readPackage } from '../../../src-renderer/exchange/read-package';
import { encodeSheet, returnedFromPackage } from '../../../src-renderer/exchange/sheet-package';
import { createTranslator } from '../../../src-renderer/i18n/translator';
import { writeScoreSheet } from '../../../src-renderer/spreadsheet/export/score-sheet-workbook';
import { writeWorkbook } from '../../../src-renderer/spreadsheet/export/write-workbook';
import { evaluate } from '../../../src-renderer/domain/evaluation/evaluate';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { readScoreSheet } from '../../../src-renderer/spreadsheet/import/score-sheet-workbook';
import { committee, declaration } from './committee';
import { fillWorkbook, type Filling } from './fill-workbook';
import { textOf } from './file-text';

const AT = '2026-05-20T10:00:00.000Z';
const PRODUCER = { app: 'Caiet', version: 'test', deviceId: 'elsewhere', authority: '' };
const LABELS = { ro: createTranslator('ro').t, en: createTranslator('en').t };
const REASON = 'Pagina 12 arată rezultatele măsurate în pilot, cu valori de pornire și țintă.';

/** A project that handed lot 1 to `e1`, and the handing out. */
const handedOut = (project: Project = committee()): { readonly project: Project; readonly sheet: Project; readonly handout: Handout } => {
  const handout: Handout = { id: 'handout-1', evaluatorId: 'e1', lotIds: { L1: true }, form: 'package', callHash: callHash(project), at: AT, fileName: 'f.caiet.json', sha256: '0'.repeat(64), returns: {} };
  return { project: { ...project, handouts: { [handout.id]: handout } }, sheet: sheetProject(project, project.evaluators['e1']!, handout), handout };
};

const score = (fields: Partial<ReturnedScore> = {}): ReturnedScore => ({ bidId: 'b1', criterionId: 'impact', value: '4', reason: REASON, place: 'G2', ...fields });

const returned = (fields: Partial<ReturnedSheet> = {}): ReturnedSheet => ({
  fileName: 'e1.xlsx', sha256: 'a'.repeat(64), form: 'workbook', projectId: 'procurement', handoutId: 'handout-1', evaluatorId: 'e1', callHash: callHash(committee()),
  declaration: declaration(), scores: [score()], authors: [], problems: [], ...fields,
});

const errorsOf = (project: Project, sheet: ReturnedSheet): readonly string[] => {
  const check = checkReturn(project, sheet);
  const errors = check.problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  // Whatever is wrong, nothing is taken.
  expect(check.next === null).toBe(errors.length > 0);
  return errors;
};

const ANSWERS = { D1: '19.05.2026', D2: 'Da', D3: 'Da', D4: 'Nu', D5: 'Nu', D6: 'Nu' };
const filled = async (filling: Partial<Filling> = {}): Promise<Uint8Array> =>
  fillWorkbook(await writeScoreSheet(handedOut().sheet, LABELS), { level: () => 4, reason: REASON, answers: ANSWERS, ...filling });

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'none';
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
};

describe('a sheet that came back is refused when', () => {
  const { project } = handedOut();
  it.each<readonly [string, Partial<ReturnedSheet>, readonly string[]]>([
    ['it is of another project', { projectId: 'elsewhere' }, ['sheet.otherProject']],
    ['it was never handed out', { handoutId: 'handout-9' }, ['sheet.unknown']],
    ['it was handed to somebody else', { evaluatorId: 'e2' }, ['sheet.otherPerson']],
    ['the hash of its call was edited', { callHash: 'b'.repeat(64) }, ['sheet.otherCall']],
    ['the declaration is missing', { declaration: null }, ['sheet.noDeclaration']],
    ['the declaration is half answered', { declaration: declaration({ conflicts: { kinship: false } }) }, ['sheet.declarationIncomplete']],
    ['the declaration came before the bids', { declaration: declaration({ signedOn: '2026-05-01' }) }, ['sheet.declarationEarly']],
    ['there is a conflict of interest', { declaration: declaration({ conflicts: { kinship: false, shares: true, employment: false } }) }, ['sheet.conflict']],
    ['a score is no level', { scores: [score({ value: 'patru' })] }, ['sheet.notALevel']],
    ['a score is above the scale', { scores: [score({ value: '6' })] }, ['sheet.notALevel']],
    ['a score is below the scale', { scores: [score({ value: '-1' })] }, ['sheet.notALevel']],
    ['a score lies between two levels', { scores: [score({ value: '3.5' })] }, ['sheet.notALevel']],
    ['a bid of another lot is scored', { scores: [score({ bidId: 'b3' })] }, ['sheet.otherLot']],
    ['a bid is unknown', { scores: [score({ bidId: 'toString' })] }, ['sheet.unknownBid']],
    ['the price is scored', { scores: [score({ criterionId: 'price' })] }, ['sheet.unknownCriterion']],
  ])('%s', (_why, fields, codes) => {
    expect(errorsOf(project, returned(fields))).toEqual(codes);
  });

  it('the person left the commission', () => {
    const { e1: _gone, ...evaluators } = project.evaluators;
    expect(errorsOf({ ...project, evaluators }, returned())).toEqual(['sheet.notInCommission']);
  });

  it('the weights were changed after the freeze and frozen anew', () => {
    const heavier = { ...project, awardCriteria: { ...project.awardCriteria, impact: { ...project.awardCriteria['impact']!, weight: '50' } } };
    const again = { ...heavier, freezes: { ...heavier.freezes, 2: { id: '2', at: AT, hash: callHash(heavier), rulePackId: 'ro-2026', erratumId: 'erratum-1' } } };
    expect(errorsOf(again, returned())).toEqual(['sheet.otherCall']);
  });

  it('the scores of the lot are locked', () => {
    expect(errorsOf({ ...project, envelopes: { L1: { id: 'L1', qualityLockedAt: AT, qualityHash: '0'.repeat(64), pricesOpenedAt: null } } }, returned())).toEqual(['sheet.locked']);
  });

  it('it would change a score the commission has agreed on', () => {
    const scored = { ...project, scoreSheets: { 'e1.b1': { id: 'e1.b1', evaluatorId: 'e1', bidId: 'b1', scores: { impact: { value: '2', reason: REASON } } } } };
    const agreed = { ...scored, moderations: { 'b1.impact': { id: 'b1.impact', bidId: 'b1', criterionId: 'impact', value: '3', reason: REASON, agreedAt: AT, votes: {}, dissents: {} } } };
    expect(errorsOf(agreed, returned())).toEqual(['sheet.agreed']);
    expect(errorsOf(scored, returned())).toEqual([]);
  });
});

describe('what is only worth a look', () => {
  const { project } = handedOut();
  const warnings = (sheet: ReturnedSheet): readonly string[] => checkReturn(project, sheet).problems.map(({ code }) => code);
  it('is told, and the sheet is taken in', () => {
    expect(warnings(returned())).toEqual(['sheet.incomplete']);
    expect(warnings(returned({ scores: [score({ reason: '' })] }))).toEqual(['sheet.incomplete', 'sheet.reasonMissing']);
    expect(warnings(returned({ scores: [score({ reason: 'Bun.' })] }))).toEqual(['sheet.incomplete', 'sheet.reasonShort']);
    expect(warnings(returned({ authors: ['Altcineva'] }))).toEqual(['sheet.incomplete', 'sheet.otherAuthor']);
    expect(warnings(returned({ authors: ['EVALUATOR E1', ''] }))).toEqual(['sheet.incomplete']);
  });

  it('is not a score the file left open: what is here stays', () => {
    const scored = { ...project, scoreSheets: { 'e1.b1': { id: 'e1.b1', evaluatorId: 'e1', bidId: 'b1', scores: { team: { value: '9', reason: REASON } } } } };
    const next = checkReturn(scored, returned({ scores: [score(), score({ criterionId: 'team', value: null })] })).next?.(AT);
    expect(next?.scoreSheets['e1.b1']?.scores).toMatchObject({ impact: { value: '4' }, team: { value: '9' } });
  });
});

describe('a package', () => {
  const { project, sheet } = handedOut();
  const own = { ...sheet, evaluators: { e1: { ...sheet.evaluators['e1']!, declaration: declaration() } }, scoreSheets: { 'e1.b1': { id: 'e1.b1', evaluatorId: 'e1', bidId: 'b1', scores: { impact: { value: '4', reason: REASON } } } } };
  const read = (changed: Project, way: 'handedOut' | 'returned' = 'returned') => {
    const bytes = encodeSheet({ sheet: changed, way, history: [], at: AT, producer: PRODUCER });
    return { bytes, report: readPackage('e1.caiet.json', bytes) };
  };

  it('that is whole has no problems', () => {
    const { report } = read(own);
    expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(errorsOf(project, returnedFromPackage(report, 'c'.repeat(64))!)).toEqual([]);
  });

  it('whose weights were changed is refused here and by whoever validates it', () => {
    const heavier = { ...own, awardCriteria: { ...own.awardCriteria, impact: { ...own.awardCriteria['impact']!, weight: '50' } } };
    const { report } = read(heavier);
    expect(report.problems.map(({ code }) => code)).toContain('sheet.callEdited');
    expect(errorsOf(project, returnedFromPackage(report, 'c'.repeat(64))!)).toContain('sheet.callEdited');
  });

  it('with the scores of somebody else is refused', () => {
    const two = { ...own, evaluators: { ...own.evaluators, e2: project.evaluators['e2']! }, scoreSheets: { ...own.scoreSheets, 'e2.b1': { id: 'e2.b1', evaluatorId: 'e2', bidId: 'b1', scores: {} } } };
    expect(read(two).report.problems.map(({ code }) => code)).toContain('sheet.foreignScores');
  });

  it('altered by a single byte, or cut, is refused', () => {
    const { bytes } = read(own);
    const text = new TextDecoder().decode(bytes);
    const altered = new TextEncoder().encode(text.replace('"value":"4"', '"value":"5"'));
    expect(readPackage('x', altered).problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['package.digest', 'package.projectDigest']));
    expect(() => readPackage('x', bytes.slice(0, bytes.length / 2))).toThrow(ProblemError);
  });

  it('of whole projects is no sheet', () => {
    const { assignment: _none, ...plain } = own;
    expect(read(plain).report.problems.map(({ code }) => code)).toContain('sheet.notOne');
  });
});

describe('a workbook', () => {
  it('says where a score is no level, and nothing is taken', async () => {
    const sheet = await readScoreSheet('e1.xlsx', await filled({ level: ({ criterion }) => (criterion === 'Impact' ? 'patru' : 4) }));
    const problem = checkReturn(handedOut().project, sheet).problems.find(({ code }) => code === 'sheet.notALevel');
    expect(problem?.data).toMatchObject({ bidder: 'Felinar SRL', criterion: 'Impact', value: 'patru', max: 5, place: 'G2' });
  });

  it('takes a level written as text for the level', async () => {
    const sheet = await readScoreSheet('e1.xlsx', await filled({ level: () => ' 4 ' }));
    expect(errorsOf(handedOut().project, sheet)).toEqual([]);
  });

  it('is read by its row numbers, in whatever order the rows stand', async () => {
    const turned = await filled({
      spoil: (book) => {
        const table = book.Sheets[book.SheetNames[2]!]!;
        const [head, ...rows] = XLSX.utils.sheet_to_json<unknown[]>(table, { header: 1, defval: '' });
        book.Sheets[book.SheetNames[2]!] = XLSX.utils.aoa_to_sheet([head!, ...rows.toReversed()]);
      },
    });
    expect(errorsOf(handedOut().project, await readScoreSheet('e1.xlsx', turned))).toEqual([]);
    expect((await readScoreSheet('e1.xlsx', turned)).scores[0]).toMatchObject({ bidId: 'b2', criterionId: 'team' });
  });

  it('without its mark, of a newer kind, or without its table is no sheet', async () => {
    const without = (name: string) => (book: XLSX.WorkBook): void => {
      delete book.Sheets[name];
      book.SheetNames.splice(book.SheetNames.indexOf(name), 1);
    };
    expect(await codeOf(readScoreSheet('e1.xlsx', await filled({ spoil: without('caiet') })))).toBe('sheet.noMark');
    expect(await codeOf(readScoreSheet('e1.xlsx', await filled({ spoil: (book) => { book.Sheets['caiet']!['B2'] = { t: 's', v: '9' }; } })))).toBe('sheet.newerMark');
    expect(await codeOf(readScoreSheet('e1.xlsx', await filled({ spoil: (book) => without(book.SheetNames[2]!)(book) })))).toBe('sheet.noScores');
    const register = await writeWorkbook(committee(), evaluate(committee(), RO_2026), createTranslator('ro'));
    expect(await codeOf(readScoreSheet('registru.xlsx', register))).toBe('sheet.noMark');
  });

  it('cut or empty is refused with one sentence', async () => {
    const whole = await filled();
    expect(await codeOf(readScoreSheet('e1.xlsx', whole.slice(0, whole.length / 2)))).toMatch(/^file\./);
    expect(await codeOf(readScoreSheet('e1.xlsx', new Uint8Array()))).toBe('file.empty');
  });

  it('with its hidden hash or person edited is refused', async () => {
    const edited = (row: number, value: string) => filled({ spoil: (book) => { book.Sheets['caiet']![`B${row}`] = { t: 's', v: value }; } });
    expect(errorsOf(handedOut().project, await readScoreSheet('e1.xlsx', await edited(6, 'd'.repeat(64))))).toEqual(['sheet.otherCall']);
    expect(errorsOf(handedOut().project, await readScoreSheet('e1.xlsx', await edited(5, 'e2')))).toEqual(['sheet.otherPerson']);
  });

  it('keeps a reason that looks like a formula as text, here and in what is exported', async () => {
    const reason = '=HYPERLINK("http://rau.example","apasă") și încă o explicație destul de lungă';
    const { project } = handedOut();
    const sheet = await readScoreSheet('e1.xlsx', await filled({ reason }));
    const next = checkReturn(project, sheet).next?.(AT);
    expect(next?.scoreSheets['e1.b1']?.scores['impact']?.reason).toBe(reason);
    const exported = XLSX.read(await writeWorkbook(next!, evaluate(next!, RO_2026), createTranslator('ro')), { type: 'array', cellFormula: true });
    const formulas = Object.values(exported.Sheets).flatMap((table) => Object.values(table).filter((cell) => (cell as XLSX.CellObject).f !== undefined));
    expect(formulas).toEqual([]);
    expect(textOf(await writeScoreSheet({ ...handedOut().sheet, scoreSheets: next!.scoreSheets }, LABELS))).not.toContain('<f>');
  });
});
