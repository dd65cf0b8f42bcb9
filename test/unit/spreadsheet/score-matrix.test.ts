/** Scores with criteria, evaluators or bidders across a table: recognised, read as one row for each score, and correctable. */
import { describe, expect, it } from 'vitest';
import type { ScoreRow } from '../../../src-renderer/domain/ports/import-kinds';
import type { ImportContext, RowDecisions, ScoringFacts, TableGuess } from '../../../src-renderer/domain/ports/sheet-import';
import { sheetXlsx, tableXml } from './raw-xlsx';
import { CONTEXT, NO_DECISIONS, openFile, problemOf } from './read-register';

type Cells = readonly (readonly (string | number | null)[])[];

const PROJECT: ScoringFacts = {
  criteria: [{ name: 'Impact măsurabil', max: 5 }, { name: 'Echipa', max: 10 }, { name: 'Plan de scalare', max: null }],
  evaluators: ['Ana Pop', 'Ion Ionescu'],
  bidders: ['Felinar SRL', 'Licurici SA'],
};

interface Options {
  readonly scoring?: ScoringFacts;
  readonly merged?: readonly string[];
  readonly context?: Partial<ImportContext>;
  readonly decisions?: Partial<RowDecisions>;
  readonly change?: (plan: TableGuess['plan']) => TableGuess['plan'];
}

const shortRow = ({ evaluator, bidder, lot, criterion, score }: ScoreRow): string => [evaluator, bidder, lot, criterion, score].map((part) => part ?? '-').join(' | ');

const read = async (cells: Cells, { scoring, merged = [], context, decisions, change = (plan) => plan }: Options = {}) => {
  const merges = merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${merged.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;
  const session = await openFile(sheetXlsx(tableXml(cells) + merges));
  const facts: ImportContext = { ...CONTEXT, kind: 'scores', ...(scoring === undefined ? {} : { scoring }), ...context };
  const guess = await session.guess(0, facts);
  await session.check(change(guess.plan), facts, { ...NO_DECISIONS, ...decisions });
  const rows = await session.accepted('scores');
  const problems = await session.problems();
  return {
    guess, rows, short: rows.map(shortRow),
    fields: guess.columns.map(({ letter, field }) => `${letter} ${field ?? '-'}`),
    marks: problems.map(({ column, row, severity, code }) => `${column}${row} ${severity} ${code}`),
    problems,
  };
};

interface Case {
  readonly what: string;
  readonly cells: Cells;
  readonly merged?: readonly string[];
  readonly scoring?: ScoringFacts;
  readonly fields: readonly string[];
  readonly rows: readonly string[];
  readonly marks?: readonly string[];
}

const CASES: readonly Case[] = [
  {
    what: 'criteria of the project across, with numbers and scales in the headings, a total and a rank',
    cells: [['Fișă de evaluare'], [null], ['Nr. crt.', 'Ofertant', 'Evaluator', '1. Impact măsurabil (max. 5 puncte)', 'C2 - ECHIPA', 'Punctaj total', 'Loc'], [1, 'Felinar SRL', 'Ana Pop', 4, 9, 13, 1], [2, 'Licurici SA', 'Ana Pop', 3, 8, 11, 2]],
    scoring: PROJECT,
    fields: ['A -', 'B bidder', 'C evaluator', 'D criterion:Impact măsurabil', 'E criterion:Echipa', 'F -', 'G -'],
    rows: ['Ana Pop | Felinar SRL | - | Impact măsurabil | 4', 'Ana Pop | Felinar SRL | - | Echipa | 9', 'Ana Pop | Licurici SA | - | Impact măsurabil | 3', 'Ana Pop | Licurici SA | - | Echipa | 8'],
  },
  {
    what: 'criteria across without a project: columns of small numbers under headings that mean nothing else',
    cells: [['Ofertant', 'Lot', 'Metodologie', 'Suport (0-10)', 'Total'], ['Alfa SRL', 'Lot 1', 8, '7,5', 15.5], ['Beta SRL', 'Lot 2', 6, 9, 15]],
    fields: ['A bidder', 'B lot', 'C criterion:Metodologie', 'D criterion:Suport', 'E -'],
    rows: ['- | Alfa SRL | 1 | Metodologie | 8', '- | Alfa SRL | 1 | Suport | 7.5', '- | Beta SRL | 2 | Metodologie | 6', '- | Beta SRL | 2 | Suport | 9'],
  },
  {
    what: 'a title over the criteria, and the evaluator in a line above',
    cells: [['Evaluator: Ana Pop'], [null], [null, 'Punctaje acordate', null], ['Ofertant', 'Impact masurabil', 'Echipă'], ['Felinar SRL', 4, 9]],
    scoring: PROJECT,
    fields: ['A bidder', 'B criterion:Impact măsurabil', 'C criterion:Echipa', 'A1 evaluator'],
    rows: ['Ana Pop | Felinar SRL | - | Impact măsurabil | 4', 'Ana Pop | Felinar SRL | - | Echipa | 9'],
    marks: ['A15 info cell.fromLine'],
  },
  {
    what: 'evaluators across, also by initial or with the surname first',
    cells: [['Ofertant', 'Criteriu', 'Pop Ana', 'I. Ionescu', 'Media'], ['Felinar SRL', 'Echipa', 8, 9, 8.5], ['Licurici SA', 'Echipa', 7, 6, 6.5]],
    scoring: PROJECT,
    fields: ['A bidder', 'B criterion', 'C evaluator:Ana Pop', 'D evaluator:Ion Ionescu', 'E -'],
    rows: ['Ana Pop | Felinar SRL | - | Echipa | 8', 'Ion Ionescu | Felinar SRL | - | Echipa | 9', 'Ana Pop | Licurici SA | - | Echipa | 7', 'Ion Ionescu | Licurici SA | - | Echipa | 6'],
  },
  {
    what: 'bidders across, and criteria known by what stands in their column',
    cells: [['Evaluator: Ion Ionescu'], [null], ['Ce se notează', 'Felinar', 'Licurici S.A.'], ['Impact măsurabil', 4, 5], ['Echipa', 8, 10]],
    scoring: PROJECT,
    fields: ['A criterion', 'B bidder:Felinar SRL', 'C bidder:Licurici SA', 'A1 evaluator'],
    rows: ['Ion Ionescu | Felinar SRL | - | Impact măsurabil | 4', 'Ion Ionescu | Licurici SA | - | Impact măsurabil | 5', 'Ion Ionescu | Felinar SRL | - | Echipa | 8', 'Ion Ionescu | Licurici SA | - | Echipa | 10'],
    marks: ['A14 info cell.fromLine', 'A15 info cell.fromLine'],
  },
  {
    what: 'a row of highest scores below the headings and a total below the table, both left out',
    cells: [['Ofertant', 'Impact măsurabil', 'Echipa'], ['Punctaj maxim', 5, 10], ['Felinar SRL', 4, 9], ['Total', 4, 9]],
    scoring: PROJECT,
    fields: ['A bidder', 'B criterion:Impact măsurabil', 'C criterion:Echipa'],
    rows: ['- | Felinar SRL | - | Impact măsurabil | 4', '- | Felinar SRL | - | Echipa | 9'],
    marks: ['2 warning row.heading', '4 warning row.total'],
  },
  {
    what: 'each criterion with its score and its reason below',
    cells: [['Ofertant', 'Impact măsurabil', null, 'Echipa', null], [null, 'Punctaj', 'Justificare', 'Punctaj', 'Justificare'], ['Felinar SRL', 4, 'bun', 9, 'foarte bun']],
    scoring: PROJECT,
    fields: ['A bidder', 'B criterion:Impact măsurabil', 'C reason:Impact măsurabil', 'D criterion:Echipa', 'E reason:Echipa'],
    rows: ['- | Felinar SRL | - | Impact măsurabil | 4', '- | Felinar SRL | - | Echipa | 9'],
  },
  {
    what: 'the same with merged cells',
    cells: [['Ofertant', 'Impact măsurabil', null, 'Echipa', null], [null, 'Punctaj', 'Justificare', 'Punctaj', 'Justificare'], ['Felinar SRL', 4, 'bun', 9, 'foarte bun']],
    merged: ['A1:A2', 'B1:C1', 'D1:E1'], scoring: PROJECT,
    fields: ['A bidder', 'B criterion:Impact măsurabil', 'C reason:Impact măsurabil', 'D criterion:Echipa', 'E reason:Echipa'],
    rows: ['- | Felinar SRL | - | Impact măsurabil | 4', '- | Felinar SRL | - | Echipa | 9'],
  },
  {
    what: 'a list of scores, one a row, is none',
    cells: [['Evaluator', 'Ofertant', 'Criteriu', 'Punctaj', 'Echipa'], ['Ana Pop', 'Felinar SRL', 'Impact măsurabil', 4, 1]],
    scoring: PROJECT,
    fields: ['A evaluator', 'B bidder', 'C criterion', 'D score', 'E -'],
    rows: ['Ana Pop | Felinar SRL | - | Impact măsurabil | 4'],
  },
  {
    what: 'names in another form of the word, or only their chief words',
    cells: [['Ofertant', 'Impactul măsurabil', 'Planul de scalare'], ['Felinar SRL', 4, 2]],
    scoring: PROJECT,
    fields: ['A bidder', 'B criterion:Impact măsurabil', 'C criterion:Plan de scalare'],
    rows: ['- | Felinar SRL | - | Impact măsurabil | 4', '- | Felinar SRL | - | Plan de scalare | 2'],
  },
  {
    what: 'two columns that claim one criterion stay open',
    cells: [['Ofertant', 'Impact măsurabil', 'Echipa', 'Echipa'], ['Felinar SRL', 4, 9, 8]],
    scoring: PROJECT,
    fields: ['A bidder', 'B criterion:Impact măsurabil', 'C -', 'D -'],
    rows: ['- | Felinar SRL | - | Impact măsurabil | 4'],
  },
  {
    what: 'scores off the scale, words and empty cells are told in their cells, and the row stays out',
    cells: [['Ofertant', 'Impact măsurabil', 'Echipa', 'Plan de scalare'], ['Felinar SRL', 6, 9, 1], ['Licurici SA', 'bine', null, 2], ['Opaiț SRL', 1, 1, 1]],
    scoring: PROJECT,
    fields: ['A bidder', 'B criterion:Impact măsurabil', 'C criterion:Echipa', 'D criterion:Plan de scalare'],
    rows: [],
    marks: ['B2 error cell.notALevel', 'B3 error cell.notANumber', 'C3 warning cell.required', 'A4 error cell.unknownName'],
  },
];

describe('a table of scores with names across', () => {
  for (const { what, cells, merged = [], scoring, fields, rows, marks = [] } of CASES) {
    it(what, async () => {
      const found = await read(cells, { merged, ...(scoring === undefined ? {} : { scoring }) });
      expect(found.fields).toEqual(fields);
      expect(found.short).toEqual(rows);
      expect(found.marks).toEqual(marks);
    });
  }

  it('says where each score stands, and takes a correction of one cell or of a column', async () => {
    const cells: Cells = [['Ofertant', 'Impact măsurabil', 'Echipa'], ['Felinar', 6, 9], ['Felinar SRL', 4, 8]];
    const found = await read(cells, { scoring: PROJECT, decisions: { edits: { '2:criterion:Impact măsurabil': '5', '3:bidder': 'Licurici SA' }, replacements: { bidder: { Felinar: 'Felinar SRL' } } } });
    expect(found.short).toEqual(['- | Felinar SRL | - | Impact măsurabil | 5', '- | Felinar SRL | - | Echipa | 9', '- | Licurici SA | - | Impact măsurabil | 4', '- | Licurici SA | - | Echipa | 8']);
    expect(found.rows.map(({ source }) => `${source.column}${source.row}`)).toEqual(['B2', 'C2', 'B3', 'C3']);
  });

  it('asks the person to look at a name that is only like one of the project', async () => {
    const found = await read([['Ofertant', 'Criteriu', 'Pop Ana', 'Ion Ionesc'], ['Felinar SRL', 'Echipa', 8, 9]], { scoring: PROJECT });
    expect(found.guess.columns.map(({ field, confidence }) => `${field} ${confidence < 0.8 ? 'uncertain' : 'sure'}`)).toEqual(['bidder sure', 'criterion sure', 'evaluator:Ana Pop sure', 'evaluator:Ion Ionescu uncertain']);
  });

  it('gives each score the reason beside it; one column of reasons beside several scores is nobody’s until it is given', async () => {
    const beside: Cells = [['Ofertant', 'Impact măsurabil', 'Motivare', 'Echipa', 'Observații'], ['Felinar SRL', 4, 'pilot măsurat', 9, 'echipă întreagă'], ['Licurici SA', 3, null, 8, 'doi ingineri']];
    const found = await read(beside, { scoring: PROJECT });
    expect(found.fields).toEqual(['A bidder', 'B criterion:Impact măsurabil', 'C reason:Impact măsurabil', 'D criterion:Echipa', 'E reason:Echipa']);
    expect(found.rows.map(({ criterion, justification }) => [criterion, justification])).toEqual([['Impact măsurabil', 'pilot măsurat'], ['Echipa', 'echipă întreagă'], ['Impact măsurabil', null], ['Echipa', 'doi ingineri']]);
    const one: Cells = [['Ofertant', 'Impact măsurabil', 'Echipa', 'Observații'], ['Felinar SRL', 4, 9, 'bine']];
    expect((await read(one, { scoring: PROJECT })).fields[3]).toBe('D -');
    const given = await read(one, { scoring: PROJECT, change: (plan) => ({ ...plan, columns: { ...plan.columns, 3: 'justification' } }) });
    expect(given.rows.map(({ justification }) => justification)).toEqual(['bine', 'bine']);
    const lost = problemOf(read(one, { scoring: PROJECT, change: (plan) => ({ ...plan, columns: { ...plan.columns, 3: 'reason:Plan de scalare' } }) }));
    expect(await lost).toMatchObject({ code: 'file.badMapping', data: { detail: 'reason:Plan de scalare' } });
  });

  it('is corrected by giving a column another name, remembered for this project and forgotten for another', async () => {
    const cells: Cells = [['Ofertant', 'Coloana unu', 'Coloana doi'], ['Felinar SRL', 4, 8]];
    const columns = { 0: 'bidder', 1: 'criterion:Echipa', 2: 'criterion:Impact măsurabil' } as const;
    const first = await read(cells, { scoring: PROJECT, change: (plan) => ({ ...plan, columns }) });
    expect(first.fields).toEqual(['A bidder', 'B -', 'C -']);
    expect(first.marks).toEqual(['C2 error cell.notALevel']);
    const remembered = { [first.guess.signature]: columns };
    expect((await read(cells, { scoring: PROJECT, context: { remembered } })).fields).toEqual(['A bidder', 'B criterion:Echipa', 'C criterion:Impact măsurabil']);
    const other = { ...PROJECT, criteria: [{ name: 'Coloana unu', max: 5 }] };
    expect((await read(cells, { scoring: other, context: { remembered } })).fields).toEqual(['A bidder', 'B criterion:Coloana unu', 'C -']);
  });

  it('refuses a plan of two sorts of names, or of names beside a column of scores', async () => {
    const cells: Cells = [['Ofertant', 'Echipa', 'Ana Pop'], ['Felinar SRL', 4, 8]];
    for (const second of ['evaluator:Ana Pop', 'score'] as const) {
      const problem = await problemOf(read(cells, { scoring: PROJECT, change: (plan) => ({ ...plan, columns: { 0: 'bidder', 1: 'criterion:Echipa', 2: second } }) }));
      expect(problem).toMatchObject({ code: 'file.badMapping', data: { detail: second } });
    }
  });
});
