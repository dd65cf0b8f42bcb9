/** Blocks of a document as paragraphs and tables of WordprocessingML. */
import { AlignmentType, BorderStyle, HeadingLevel, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType, type ITableCellOptions } from 'docx';
import type { Block, Run } from '../domain/ports/document';

/** Twentieths of a point; the width between the margins of a standing A4 page. */
const TEXT_WIDTH = 9638;
const QUIET = '5F6673';
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '86827A' } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE } as const;
const ALL_BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE } as const;

/** References of the numberings in `docx-file.ts`; each ordered list gets an instance of its own and so begins at 1. */
export const NUMBERED = 'numbered';

/** Without what XML 1.0 cannot carry: control characters and halves of surrogate pairs. */
const carried = (text: string): string => text.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, '').replace(/[\uFFFE\uFFFF]/g, '');

/** Line breaks that were typed stay line breaks. */
const textRuns = (run: Run): TextRun[] => {
  const { text, weight } = typeof run === 'string' ? { text: run, weight: 'plain' } : run;
  const look = weight === 'strong' ? { bold: true } : weight === 'quiet' ? { color: QUIET } : {};
  return carried(text).split('\n').map((line, index) => new TextRun({ text: line, ...look, ...(index === 0 ? {} : { break: 1 }) }));
};

const runsOf = (runs: readonly Run[]): TextRun[] => runs.flatMap(textRuns);

const widthsOf = (shares: readonly number[]): number[] => {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.round((share / whole) * TEXT_WIDTH));
};

const cell = (width: number, runs: readonly Run[], options: { readonly numeric?: boolean; readonly head?: boolean } = {}): TableCell => {
  const shading: Pick<ITableCellOptions, 'shading'> = options.head === true ? { shading: { fill: 'F4F2EC' } } : {};
  return new TableCell({
    ...shading,
    width: { size: width, type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    children: [new Paragraph({ alignment: options.numeric === true ? AlignmentType.END : AlignmentType.START, spacing: { after: 0 }, children: runsOf(runs) })],
  });
};

const strong = (text: string): Run => ({ text, weight: 'strong' });

/** A table is followed by a little room; two tables without a paragraph between them would grow together. */
const afterTable = (): Paragraph => new Paragraph({ spacing: { after: 80 }, children: [] });

const tableBlock = ({ columns, rows }: Extract<Block, { readonly kind: 'table' }>): (Paragraph | Table)[] => {
  const widths = widthsOf(columns.map(({ share }) => share));
  const head = new TableRow({ tableHeader: true, cantSplit: true, children: columns.map(({ title, numeric }, index) => cell(widths[index] ?? 0, [strong(title)], { head: true, numeric: numeric ?? false })) });
  const body = rows.map((row) => new TableRow({
    cantSplit: true,
    children: columns.map(({ numeric }, index) => cell(widths[index] ?? 0, [row[index] ?? ''], { numeric: numeric ?? false })),
  }));
  return [new Table({ rows: [head, ...body], columnWidths: widths, width: { size: TEXT_WIDTH, type: WidthType.DXA }, layout: TableLayoutType.FIXED, borders: ALL_BORDERS }), afterTable()];
};

const factsBlock = ({ rows }: Extract<Block, { readonly kind: 'facts' }>): (Paragraph | Table)[] => {
  const widths = widthsOf([1, 2]);
  const lines = rows.map(([name, value]) => new TableRow({ cantSplit: true, children: [cell(widths[0] ?? 0, [{ text: name, weight: 'quiet' }]), cell(widths[1] ?? 0, [value])] }));
  return [new Table({ rows: lines, columnWidths: widths, width: { size: TEXT_WIDTH, type: WidthType.DXA }, layout: TableLayoutType.FIXED, borders: NO_BORDERS }), afterTable()];
};

/** Two to a row, each with a line to sign on. */
const signatureBlock = ({ people }: Extract<Block, { readonly kind: 'signatures' }>): (Paragraph | Table)[] => {
  const widths = widthsOf([1, 1]);
  const pairs = Array.from({ length: Math.ceil(people.length / 2) }, (_, index) => people.slice(index * 2, index * 2 + 2));
  const signature = (index: number, person: (typeof people)[number] | undefined): TableCell =>
    cell(widths[index] ?? 0, person === undefined ? [''] : [strong(person.role), `\n${person.name === '' ? '…………………………' : person.name}\n\n___________________________`]);
  const rows = pairs.map(([left, right]) => new TableRow({ cantSplit: true, children: [signature(0, left), signature(1, right)] }));
  return [new Table({ rows, columnWidths: widths, width: { size: TEXT_WIDTH, type: WidthType.DXA }, layout: TableLayoutType.FIXED, borders: NO_BORDERS }), afterTable()];
};

/** What one block becomes; `instance` is the block's place, which keeps the lists apart. */
export const docxBlock = (block: Block, instance: number): (Paragraph | Table)[] => {
  switch (block.kind) {
    case 'title': return [new Paragraph({ heading: HeadingLevel.HEADING_1, alignment: AlignmentType.CENTER, keepNext: true, children: runsOf([block.text]) })];
    case 'heading': return [new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, children: runsOf([block.text]) })];
    case 'paragraph': return [new Paragraph({ children: runsOf(block.runs) })];
    case 'lines': return block.lines.map((line, index) => new Paragraph({
      alignment: block.at === 'end' ? AlignmentType.END : AlignmentType.START,
      spacing: { after: index === block.lines.length - 1 ? 200 : 0 },
      children: runsOf([line]),
    }));
    case 'list': return block.items.map((item) => new Paragraph({
      ...(block.ordered ? { numbering: { reference: NUMBERED, level: 0, instance } } : { bullet: { level: 0 } }),
      spacing: { after: 60 },
      children: runsOf(item),
    }));
    case 'facts': return factsBlock(block);
    case 'table': return tableBlock(block);
    case 'signatures': return signatureBlock(block);
  }
};
