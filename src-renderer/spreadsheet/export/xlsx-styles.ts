/** The few ways a cell looks, and the styles part of the file that says so. */

interface Look {
  readonly font: number;
  readonly fill: number;
  readonly border: number;
  /** Index into the number formats, built-in below 164. */
  readonly format: number;
  readonly alignment: string;
  /** Excel's apostrophe: text stays text even after somebody edits it. */
  readonly quoted?: boolean;
  /** To be filled in: stays writable on a protected sheet. */
  readonly open?: boolean;
}

const FONTS = [
  '<font><sz val="11"/><color rgb="FF1F2328"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="11"/><color rgb="FF1F2328"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="16"/><color rgb="FF123B5D"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="11"/><color rgb="FF123B5D"/><name val="Calibri"/><family val="2"/></font>',
  '<font><i/><sz val="10"/><color rgb="FF57606A"/><name val="Calibri"/><family val="2"/></font>',
];

// The first two fills are reserved by the format.
const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE4EEF6"/><bgColor indexed="64"/></patternFill></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFFFBE6"/><bgColor indexed="64"/></patternFill></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFBDADA"/><bgColor indexed="64"/></patternFill></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFDEBC8"/><bgColor indexed="64"/></patternFill></fill>',
];

const BORDERS = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  '<border><left/><right/><top/><bottom style="medium"><color rgb="FF123B5D"/></bottom><diagonal/></border>',
  '<border><left/><right/><top/><bottom style="hair"><color rgb="FFAFB8C1"/></bottom><diagonal/></border>',
  '<border><left style="thin"><color rgb="FFAFB8C1"/></left><right style="thin"><color rgb="FFAFB8C1"/></right><top style="thin"><color rgb="FFAFB8C1"/></top><bottom style="thin"><color rgb="FFAFB8C1"/></bottom><diagonal/></border>',
];

const NUMBER_FORMATS: readonly (readonly [id: number, code: string])[] = [
  [164, '#,##0.00'], [165, '#,##0'], [166, '#,##0.000'], [167, '#,##0.0000'], [168, '0.00'], [169, 'dd\\.mm\\.yyyy'], [170, 'yyyy\\-mm\\-dd'],
];

const WRAPPED = '<alignment vertical="top" wrapText="1"/>';
const RIGHT = '<alignment horizontal="right" vertical="top" indent="1"/>';

const LOOKS = {
  body: { font: 0, fill: 0, border: 2, format: 0, alignment: WRAPPED },
  quoted: { font: 0, fill: 0, border: 2, format: 49, alignment: WRAPPED, quoted: true },
  strong: { font: 1, fill: 0, border: 2, format: 0, alignment: WRAPPED },
  header: { font: 3, fill: 2, border: 1, format: 0, alignment: '<alignment vertical="center" wrapText="1"/>' },
  headerRight: { font: 3, fill: 2, border: 1, format: 0, alignment: '<alignment horizontal="right" vertical="center" wrapText="1" indent="1"/>' },
  title: { font: 2, fill: 0, border: 0, format: 0, alignment: '<alignment vertical="center"/>' },
  section: { font: 3, fill: 0, border: 0, format: 0, alignment: '<alignment vertical="center"/>' },
  note: { font: 4, fill: 0, border: 0, format: 0, alignment: WRAPPED },
  number: { font: 0, fill: 0, border: 2, format: 0, alignment: RIGHT },
  money2: { font: 0, fill: 0, border: 2, format: 164, alignment: RIGHT },
  money0: { font: 0, fill: 0, border: 2, format: 165, alignment: RIGHT },
  money3: { font: 0, fill: 0, border: 2, format: 166, alignment: RIGHT },
  money4: { font: 0, fill: 0, border: 2, format: 167, alignment: RIGHT },
  points: { font: 0, fill: 0, border: 2, format: 168, alignment: RIGHT },
  pointsStrong: { font: 1, fill: 0, border: 2, format: 168, alignment: RIGHT },
  numberStrong: { font: 1, fill: 0, border: 2, format: 0, alignment: RIGHT },
  dateDotted: { font: 0, fill: 0, border: 2, format: 169, alignment: RIGHT },
  dateIso: { font: 0, fill: 0, border: 2, format: 170, alignment: RIGHT },
  /** Cells of a form, in a colour of their own: text of any kind, and values that keep their format. */
  inputText: { font: 0, fill: 3, border: 3, format: 49, alignment: WRAPPED, open: true },
  inputNumber: { font: 0, fill: 3, border: 3, format: 0, alignment: RIGHT, open: true },
  inputMoney: { font: 0, fill: 3, border: 3, format: 164, alignment: RIGHT, open: true },
  inputDateDotted: { font: 0, fill: 3, border: 3, format: 169, alignment: RIGHT, open: true },
  inputDateIso: { font: 0, fill: 3, border: 3, format: 170, alignment: RIGHT, open: true },
  /** Cells with something wrong or doubtful; the words stand beside them. */
  wrong: { font: 0, fill: 4, border: 3, format: 49, alignment: WRAPPED },
  doubtful: { font: 0, fill: 5, border: 3, format: 49, alignment: WRAPPED },
} as const satisfies Readonly<Record<string, Look>>;

export type CellStyle = keyof typeof LOOKS;

const STYLE_NAMES = Object.keys(LOOKS);

/** What a cell's `s` attribute says. */
export const styleIndex = (style: CellStyle): number => STYLE_NAMES.indexOf(style);

/** True when long text goes on in the next line of the cell. */
export const isWrapped = (style: CellStyle): boolean => LOOKS[style].alignment.includes('wrapText');

const list = (tag: string, items: readonly string[]): string => `<${tag} count="${items.length}">${items.join('')}</${tag}>`;

const xf = (look: Look): string =>
  `<xf numFmtId="${look.format}" fontId="${look.font}" fillId="${look.fill}" borderId="${look.border}" xfId="0"${look.quoted === true ? ' quotePrefix="1"' : ''}`
  + ` applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${look.open === true ? ' applyProtection="1"' : ''}>`
  + `${look.alignment}${look.open === true ? '<protection locked="0"/>' : ''}</xf>`;

/** `xl/styles.xml`. */
export const stylesXml = (): string => '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  + '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
  + list('numFmts', NUMBER_FORMATS.map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`))
  + list('fonts', FONTS)
  + list('fills', FILLS)
  + list('borders', BORDERS)
  + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
  + list('cellXfs', Object.values(LOOKS).map(xf))
  + '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
  + '</styleSheet>';
