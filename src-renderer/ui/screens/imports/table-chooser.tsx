/** Which of several tables on one sheet is meant: all are offered, and those with the same headings also together. */
import type { SheetTable, TablePlan } from '../../../domain/ports/sheet-import';
import { useT } from '../../context/language';
import { RadioGroup } from '../../primitives/radio-group';

export interface TableChooserProps {
  readonly plan: Pick<TablePlan, 'headerRow' | 'lastRow'>;
  readonly tables: readonly SheetTable[];
  /** `lastRow` null: the table and whatever continues it. */
  readonly onChoose: (headerRow: number, lastRow: number | null) => void;
}

interface Choice {
  readonly tables: readonly SheetTable[];
  readonly headerRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

const choiceOf = (tables: readonly SheetTable[]): Choice => ({
  tables, headerRow: tables[0]?.headerRow ?? 1, firstRow: tables[0]?.firstRow ?? 1, lastRow: tables.at(-1)?.lastRow ?? 1,
});

/** Each table by itself, and above the first of several with the same headings all of those. */
const choicesOf = (tables: readonly SheetTable[]): readonly Choice[] => tables.flatMap((table, index) => {
  const alone = choiceOf([table]);
  if (table.continues || tables[index + 1]?.continues !== true) return [alone];
  const next = tables.findIndex((each, place) => place > index && !each.continues);
  return [choiceOf(tables.slice(index, next < 0 ? undefined : next)), alone];
});

const LONGEST_LABEL = 120;
const idOf = ({ headerRow, lastRow }: Choice): string => `${headerRow} ${lastRow}`;

export const TableChooser = ({ plan, tables, onChoose }: TableChooserProps) => {
  const t = useT();
  const choices = choicesOf(tables);
  const end = plan.lastRow ?? tables.at(-1)?.lastRow ?? 0;
  const present = choices.find((choice) => choice.headerRow === plan.headerRow && choice.lastRow === end);
  const labelOf = ({ tables: [first], tables: { length }, firstRow, lastRow }: Choice): string => {
    const whole = [first?.title ?? '', first?.text ?? ''].filter((text) => text !== '').join(': ');
    const title = whole.length > LONGEST_LABEL ? `${whole.slice(0, LONGEST_LABEL)}…` : whole;
    return length === 1 ? t('imports.table.one', { first: firstRow, last: lastRow, title }) : t('imports.table.together', { first: firstRow, last: lastRow, tables: length, title });
  };
  return (
    <RadioGroup
      label={t('imports.table.several')} description={t('imports.table.severalText', { count: tables.length })} value={present === undefined ? null : idOf(present)}
      options={choices.map((choice) => ({ id: idOf(choice), label: labelOf(choice), description: t('imports.table.rowsBelow', { rows: choice.tables.reduce((sum, { rows }) => sum + rows, 0), header: choice.headerRow }) }))}
      onChange={(id) => {
        const choice = choices.find((each) => idOf(each) === id);
        if (choice !== undefined) onChoose(choice.headerRow, choice.lastRow === tables.at(-1)?.lastRow ? null : choice.lastRow);
      }}
    />
  );
};
