/** Which of several tables on one sheet is meant: all are offered, and those that read on as one also together. */
import type { ColumnSpan, SheetTable, TablePlan } from '../../../domain/ports/sheet-import';
import { useT } from '../../context/language';
import { RadioGroup } from '../../primitives/radio-group';
import { columnLetter } from '../../../domain/column-letter';
import type { TableChoice } from './wizard';

export interface TableChooserProps {
  readonly plan: Pick<TablePlan, 'headerRow' | 'lastRow' | 'span'>;
  readonly tables: readonly SheetTable[];
  readonly onChoose: (table: TableChoice) => void;
}

interface Choice {
  readonly tables: readonly SheetTable[];
  readonly headerRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly span: ColumnSpan | null;
  /** Nothing follows it in its columns. */
  readonly isLast: boolean;
}

/** Each table by itself, and above the first of several that read on as one all of those; of tables in the same columns. */
const choicesOf = (tables: readonly SheetTable[]): readonly Choice[] => {
  const choiceOf = (chosen: readonly SheetTable[]): Choice => {
    const { headerRow = 1, firstRow = 1, span = null } = chosen[0] ?? {};
    const last = chosen.at(-1);
    return { tables: chosen, headerRow, firstRow, lastRow: last?.lastRow ?? 1, span, isLast: last === tables.at(-1) };
  };
  return tables.flatMap((table, index) => {
    const alone = choiceOf([table]);
    if (table.continues || tables[index + 1]?.continues !== true) return [alone];
    const next = tables.findIndex((each, place) => place > index && !each.continues);
    return [choiceOf(tables.slice(index, next < 0 ? undefined : next)), alone];
  });
};

const isSameSpan = (one: ColumnSpan | null, other: ColumnSpan | null): boolean => one?.first === other?.first && one?.last === other?.last;

const bySpan = (tables: readonly SheetTable[]): readonly (readonly SheetTable[])[] => {
  const spans = tables.map(({ span }) => span).filter((span, index, all) => all.findIndex((each) => isSameSpan(each, span)) === index);
  return spans.map((span) => tables.filter((table) => isSameSpan(table.span, span)));
};

const LONGEST_LABEL = 120;
const idOf = ({ headerRow, lastRow, span }: Choice): string => `${headerRow} ${lastRow} ${span?.first ?? ''}`;

const isPlanned = (plan: TableChooserProps['plan'], { headerRow, lastRow, span, isLast }: Choice): boolean =>
  headerRow === plan.headerRow && isSameSpan(span, plan.span ?? null) && (plan.lastRow === undefined ? isLast : lastRow === plan.lastRow);

const useChoiceWords = () => {
  const t = useT();
  const labelOf = ({ tables, firstRow, lastRow, span }: Choice): string => {
    const [first] = tables;
    const whole = [first?.title ?? '', first?.text ?? ''].filter((text) => text !== '').join(': ');
    const title = whole.length > LONGEST_LABEL ? `${whole.slice(0, LONGEST_LABEL)}…` : whole;
    if (span !== null) return t('imports.table.beside', { first: firstRow, last: lastRow, from: columnLetter(span.first), to: columnLetter(span.last), title });
    if (tables.length === 1) return t('imports.table.one', { first: firstRow, last: lastRow, title });
    return t(tables.every(({ isSure }) => isSure) ? 'imports.table.together' : 'imports.table.perhapsTogether', { first: firstRow, last: lastRow, tables: tables.length, title });
  };
  const factsOf = ({ tables: [first, ...others], headerRow }: Choice): string => {
    const facts = t('imports.table.rowsBelow', { rows: others.reduce((sum, { rows }) => sum + rows, first?.rows ?? 0), header: headerRow });
    return others.length === 0 && first?.isSure === false ? t('imports.table.perhaps', { facts }) : facts;
  };
  return { labelOf, factsOf };
};

export const TableChooser = ({ plan, tables, onChoose }: TableChooserProps) => {
  const t = useT();
  const { labelOf, factsOf } = useChoiceWords();
  const choices = bySpan(tables).flatMap(choicesOf);
  const present = choices.find((choice) => isPlanned(plan, choice));
  const hasParts = tables.some(({ span }) => span !== null);
  return (
    <RadioGroup
      label={t('imports.table.several')} description={t(hasParts ? 'imports.table.severalBeside' : 'imports.table.severalText', { count: tables.length })} value={present === undefined ? null : idOf(present)}
      options={choices.map((choice) => ({ id: idOf(choice), label: hasParts && choice.span === null ? t('imports.table.allColumns', { table: labelOf(choice) }) : labelOf(choice), description: factsOf(choice) }))}
      onChange={(id) => {
        const choice = choices.find((each) => idOf(each) === id);
        if (choice !== undefined) onChoose({ headerRow: choice.headerRow, lastRow: choice.isLast ? null : choice.lastRow, span: choice.span });
      }}
    />
  );
};
