/** What a person has said of whole columns of a spreadsheet, as it is remembered and as it goes into a file. */
import { fieldOf, type ImportField, type ImportKind } from './ports/import-kinds';
import type { ColumnRule, ColumnRules, RowDecisions, TablePlan } from './ports/sheet-import';
import { z } from './schema';

export const columnRulesSchema = z.record(z.string(), z.strictObject({
  decimalMark: z.enum([',', '.']).optional(),
  dateOrder: z.enum(['dayFirst', 'monthFirst']).optional(),
  replace: z.record(z.string(), z.string()).optional(),
}));

interface Said {
  readonly styles: NonNullable<TablePlan['styles']>;
  readonly replacements: NonNullable<RowDecisions['replacements']>;
}

/** The rules of the columns a plan reads; nothing is kept of a column that is left out. */
export const rulesOf = ({ styles = {}, columns }: Pick<TablePlan, 'styles' | 'columns'>, { replacements = {} }: Pick<RowDecisions, 'replacements'>): ColumnRules => {
  const rules: Record<string, ColumnRule> = {};
  for (const field of new Set(Object.values(columns))) {
    const { mark = null, order = null } = styles[field] ?? {};
    const replace = replacements[field];
    if (mark === null && order === null && replace === undefined) continue;
    rules[field] = { ...(mark === null ? {} : { decimalMark: mark }), ...(order === null ? {} : { dateOrder: order }), ...(replace === undefined ? {} : { replace }) };
  }
  return rules;
};

/** The same as a plan and its decisions take them; names that are no fields of the kind are passed over. */
export const saidBy = (rules: ColumnRules | undefined, kind: ImportKind): Said => {
  const styles: Partial<Record<ImportField, NonNullable<TablePlan['styles']>[ImportField] & object>> = {};
  const replacements: Partial<Record<ImportField, Readonly<Record<string, string>>>> = {};
  for (const [name, rule] of Object.entries(rules ?? {})) {
    const field = fieldOf(kind, name);
    if (field === null) continue;
    const { decimalMark: mark = null, dateOrder: order = null, replace } = rule;
    if (mark !== null || order !== null) styles[field] = { mark, order };
    if (replace !== undefined && Object.keys(replace).length > 0) replacements[field] = replace;
  }
  return { styles, replacements };
};
