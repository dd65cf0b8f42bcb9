/** Random rows of the newer kinds of table, written in many spellings and read back. A failure prints its seed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScoringFacts } from '../../../src-renderer/domain/ports/sheet-import';
import { n, rawXlsx, sheetData, t } from './raw-xlsx';
import { readTable, utf8 } from './read-register';

/** A cell of a made-up row: as text, as a number, or not there. */
type Made = string | number | null;

const letter = (column: number): string => String.fromCharCode(65 + column);
const rowXml = (cells: readonly Made[], row: number): string =>
  cells.map((cell, column) => (cell === null ? '' : typeof cell === 'number' ? n(`${letter(column)}${row}`, cell) : t(`${letter(column)}${row}`, cell))).join('');

/** As a workbook, or as text with semicolons, where every number is written with a comma. */
const fileOf = (rows: readonly (readonly Made[])[], asText: boolean): Uint8Array => (asText
  ? utf8(rows.map((cells) => cells.map((cell) => `"${(typeof cell === 'number' ? String(cell).replace('.', ',') : (cell ?? '')).replaceAll('"', '""')}"`).join(';')).join('\r\n'))
  : rawXlsx({ sheets: [{ xml: sheetData(...rows.map((cells, index) => rowXml(cells, index + 1))) }] }));

const words = (...list: readonly string[]): fc.Arbitrary<string> => fc.array(fc.constantFrom(...list), { minLength: 2, maxLength: 5 }).map((parts) => parts.join(' '));
const prose = words('sistemul', 'publică', 'datele', 'ștergere', 'țintă', 'în fiecare lună', 'fără întrerupere', '„citat”', 'API');
const name = words('Șoimul', 'Țepeș', 'Alfa', 'Nord', 'Consult').map((text) => `${text} SRL`);
const blanks = fc.constantFrom('', ' ', '  ', '\u00a0');
/** Blanks around a text, which come off. */
const around = (text: string, [before, after]: readonly [string, string]): string => `${before}${text}${after}`;
const margins = fc.tuple(blanks, blanks);

/** Hundredths; two decimals are always written, so nothing is ambiguous. */
const hundredths = fc.integer({ min: 1, max: 99_999_999 });
const plain = (amount: number): string => `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;
const shortest = (amount: number): string => plain(amount).replace(/\.?0+$/, '');
const amountSpelling = fc.constantFrom<(amount: number) => Made>(
  (amount) => amount / 100, (amount) => plain(amount).replace('.', ','),
  (amount) => plain(amount).replace('.', ',').replace(/\B(?=(\d{3})+,)/g, '.'), (amount) => plain(amount).replace('.', ',').replace(/\B(?=(\d{3})+,)/g, '\u202f'),
);

const PROJECT: ScoringFacts = {
  criteria: [{ name: 'Impact măsurabil', max: 100 }, { name: 'Echipa de proiect', max: 100 }, { name: 'Plan de scalare', max: 100 }],
  evaluators: ['Ana Pop', 'Ion Ionescu', 'Ștefan Țepeș'],
  bidders: ['Felinar SRL', 'Licurici SA', 'Opaiț și Asociații SRL'],
};
const NAMES = { criterion: PROJECT.criteria.map((criterion) => criterion.name), evaluator: PROJECT.evaluators, bidder: PROJECT.bidders };
const HEADINGS = { criterion: ['Criteriu', 'Criteriul de evaluare', 'Criterion'], evaluator: ['Evaluator', 'Membru comisie', 'Expert'], bidder: ['Ofertant', 'Operator economic', 'Bidder'] };
/** The same name as people write it over a column. */
const nameSpelling = fc.constantFrom<(text: string, place: number) => string>(
  (text) => text, (text) => text.toUpperCase(), (text) => `  ${text} `, (text) => text.replace(/[șț]/gu, (each) => (each === 'ș' ? 'ş' : 'ţ')), (text) => text.normalize('NFKD').replace(/\p{M}/gu, ''),
  (text, place) => `${place + 1}. ${text}`, (text, place) => `C${place + 1} - ${text}`, (text) => `${text} (max. 100 p)`, (text) => `${text} [0-100]`, (text) => text.replace(' ', '\n'),
);
const scoreSpelling = fc.constantFrom<(score: number) => Made>((score) => score, (score) => String(score), (score) => ` ${score} `, (score) => `${score},00`);

const RUNS = { numRuns: 40 } as const;

describe('random rows read back', () => {
  it('scores, with criteria, evaluators or bidders across', async () => {
    const table = fc.record({
      across: fc.constantFrom('criterion', 'evaluator', 'bidder'), spell: nameSpelling, heading: fc.nat(2), columns: fc.integer({ min: 2, max: 3 }), total: fc.boolean(), title: fc.boolean(),
      scores: fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), scoreSpelling), { minLength: 3, maxLength: 3 })), { minLength: 1, maxLength: 6 }),
    });
    await fc.assert(fc.asyncProperty(table, fc.boolean(), async ({ across, spell, heading, columns, total, title, scores }, asText) => {
      const down = (['evaluator', 'bidder', 'criterion'] as const).filter((field) => field !== across);
      const names = NAMES[across].slice(0, columns);
      const rows = [...new Map(scores.map((row) => [`${row[0]} ${row[1]}`, row])).values()];
      const said = (first: number, second: number): Record<string, string | undefined> => ({ [down[0]!]: NAMES[down[0]!][first], [down[1]!]: NAMES[down[1]!][second] });
      const file = fileOf([
        ...(title ? [['Centralizatorul punctajelor']] : []),
        [...down.map((field) => HEADINGS[field][heading]!), ...names.map((text, place) => spell(text, place)), ...(total ? ['Punctaj total'] : [])],
        ...rows.map(([first, second, given]) => [NAMES[down[0]!][first]!, NAMES[down[1]!][second]!, ...given.slice(0, columns).map(([score, write]) => write(score)), ...(total ? [given.slice(0, columns).reduce((sum, [score]) => sum + score, 0)] : [])]),
      ], asText);
      const read = await readTable('scores', file, { scoring: PROJECT });
      expect(read.rows.map(({ evaluator, bidder, criterion, score }) => ({ evaluator, bidder, criterion, score: score === null ? null : Number(score) })))
        .toEqual(rows.flatMap(([first, second, given]) => names.map((name, place) => ({ ...said(first, second), [across]: name, score: given[place]![0] }))));
    }), { numRuns: 60 });
  });

  it('price schedules', async () => {
    const line = fc.record({ description: prose, unit: fc.constantFrom('buc', 'ore', 'm²', 'set'), quantity: fc.integer({ min: 1, max: 9_999 }), price: hundredths, spell: amountSpelling, currency: fc.constantFrom('', ' lei', ' RON', '\u00a0lei fără TVA'), margins });
    await fc.assert(fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), fc.boolean(), async (lines, asText) => {
      const table = await readTable('price-schedule', fileOf([
        ['Poziție', 'Denumire produs', 'U.M.', 'Cantitate', 'Preț unitar (lei)', 'Valoare totală (lei)'],
        ...lines.map(({ description, unit, quantity, price, spell, currency, margins: edges }, index) => {
          const written = spell(price);
          return [`P-${index + 1}`, around(description, edges), unit, quantity, typeof written === 'string' ? written + currency : written, spell(price * quantity)];
        }),
      ], asText));
      expect(table.rows.map(({ item, description, unit, quantity, unitPrice, total }) => [item, description, unit, quantity, unitPrice?.amount, total?.amount]))
        .toEqual(lines.map(({ description, unit, quantity, price }, index) => [`P-${index + 1}`, description, unit, String(quantity), plain(price), plain(price * quantity)]));
      expect(table.marks).toEqual([]);
    }), RUNS);
  });

  it('needs', async () => {
    const need = fc.record({ title: prose, problem: prose, measure: fc.oneof(hundredths.map((amount) => ({ amount })), fc.constantFrom('necunoscută', '90%', '15 zile').map((text) => ({ text }))), spell: amountSpelling, department: fc.option(name), margins });
    await fc.assert(fc.asyncProperty(fc.array(need, { minLength: 1, maxLength: 8 }), fc.boolean(), async (needs, asText) => {
      const table = await readTable('needs', fileOf([
        ['Nr. crt.', 'Denumirea nevoii', 'Descrierea problemei', 'Țintă', 'Compartiment'],
        ...needs.map(({ title, problem, measure, spell, department, margins: edges }, index) => [index + 1, around(`${title} ${index}a`, edges), around(problem, edges), 'amount' in measure ? spell(measure.amount) : measure.text, department]),
      ], asText));
      expect(table.rows.map(({ title, problem, target, department }) => [title, problem, target, department]))
        .toEqual(needs.map(({ title, problem, measure, department }, index) => [`${title} ${index}a`, problem, 'amount' in measure ? expect.stringMatching(new RegExp(`^${shortest(measure.amount).replace('.', '\\.')}(?:\\.?0*)?$`)) : measure.text, department]));
      expect(table.marks).toEqual([]);
    }), RUNS);
  });

  it('requirements, under chapters merged over their rows', async () => {
    const requirement = fc.record({ text: prose, kind: fc.constantFrom('funcțională', 'nefuncțională', null), priority: fc.constantFrom('obligatorie', 'opțională', null), verification: fc.option(prose), margins });
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(name, fc.array(requirement, { minLength: 1, maxLength: 4 })), { minLength: 1, maxLength: 3 }), async (chapters) => {
      const rows = chapters.flatMap(([section, list], chapter) => list.map((each, index) => ({ ...each, section: `${section} ${chapter}`, first: index === 0 })));
      const starts = rows.flatMap(({ first }, index) => (first ? [index] : []));
      const merges = starts.map((start, place) => [start + 2, (starts[place + 1] ?? rows.length) + 1] as const).filter(([top, bottom]) => bottom > top);
      const xml = sheetData(
        rowXml(['Cod cerință', 'Secțiune', 'Cerința', 'Tip', 'Obligativitate', 'Mod de verificare'], 1),
        ...rows.map(({ text, kind, priority, verification, section, first, margins: edges }, index) => rowXml([`C-${index}`, first ? section : null, around(text, edges), kind, priority, verification], index + 2)),
      );
      const table = await readTable('requirements', rawXlsx({ sheets: [{ xml: `${xml}${merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.map(([top, bottom]) => `<mergeCell ref="B${top}:B${bottom}"/>`).join('')}</mergeCells>`}` }] }));
      expect(table.rows.map(({ code, section, text, kind, priority, verification }) => [code, section, text, kind, priority, verification]))
        .toEqual(rows.map(({ section, text, kind, priority, verification }, index) => [`C-${index}`, section, text, kind, priority, verification]));
      expect(table.marks.filter((mark) => !mark.endsWith('info cell.interpreted'))).toEqual([]);
    }), RUNS);
  });

  it('scores', async () => {
    const score = fc.record({ points: fc.integer({ min: 0, max: 10_000 }), spell: amountSpelling, why: fc.option(prose), margins });
    await fc.assert(fc.asyncProperty(fc.array(score, { minLength: 1, maxLength: 10 }), fc.boolean(), async (scores, asText) => {
      const table = await readTable('scores', fileOf([
        ['Evaluator', 'Ofertant', 'Criteriu', 'Punctaj acordat', 'Justificare'],
        ...scores.map(({ points, spell, why, margins: edges }, index) => [around('Ana Țâru', edges), `Șoimul ${index} SRL`, 'Calitate', spell(points), why]),
      ], asText));
      expect(table.rows.map(({ evaluator, bidder, justification }) => [evaluator, bidder, justification])).toEqual(scores.map(({ why }, index) => ['Ana Țâru', `Șoimul ${index} SRL`, why]));
      expect(table.rows.map(({ score: read }) => Number(read))).toEqual(scores.map(({ points }) => points / 100));
      expect(table.marks).toEqual([]);
    }), RUNS);
  });
});
