/** Which character separates the fields of a text table, by how evenly it divides the lines. */
import Papa from 'papaparse';

/** In order of preference when two divide equally well; the comma last, because it is also the decimal mark. */
const SEPARATORS = ['\t', ';', '|', ','] as const;

/** How much text is looked at. */
const SAMPLE = 64 * 1024;
const SAMPLE_ROWS = 100;
/** Differences below this are noise from title lines. */
const TOLERANCE = 0.1;

interface Score {
  readonly separator: string;
  /** Share of non-empty lines that have the commonest number of fields. */
  readonly evenness: number;
  readonly fields: number;
}

const score = (sample: string, separator: string): Score => {
  const { data } = Papa.parse<string[]>(sample, { delimiter: separator, preview: SAMPLE_ROWS, newline: '\n' });
  const counts = new Map<number, number>();
  const lines = data.filter((fields) => fields.some((field) => field.trim() !== ''));
  for (const fields of lines) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  const [fields = 1, times = 0] = [...counts].filter(([length]) => length > 1).sort((left, right) => right[1] - left[1] || right[0] - left[0])[0] ?? [];
  return { separator, fields, evenness: lines.length === 0 ? 0 : times / lines.length };
};

/** The separator named in a first line `sep=;`, as Excel writes and honours it. */
const DECLARED = /^sep=(.)\n?/;

/** The separator and the text without the line that declared it. `text` has line feeds only. */
export const findSeparator = (text: string): { readonly separator: string; readonly body: string } => {
  const declared = DECLARED.exec(text);
  if (declared?.[1] !== undefined) return { separator: declared[1], body: text.slice(declared[0].length) };
  const sample = text.slice(0, SAMPLE);
  const scores = SEPARATORS.map((separator) => score(sample, separator)).filter(({ fields }) => fields > 1);
  const best = Math.max(0, ...scores.map(({ evenness }) => evenness));
  const near = scores.filter(({ evenness }) => evenness >= best - TOLERANCE);
  const [winner] = near.sort((left, right) => right.fields - left.fields || SEPARATORS.indexOf(left.separator as ';') - SEPARATORS.indexOf(right.separator as ';'));
  return { separator: winner?.separator ?? ';', body: text };
};
