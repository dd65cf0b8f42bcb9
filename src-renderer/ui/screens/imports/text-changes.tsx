/** The quiet end of the report: which characters of the texts were dropped or changed, in how many cells, for example where. */
import type { TextChangeCount } from '../../../domain/ports/sheet-import';
import { useT } from '../../context/language';
import { Card } from '../../primitives/card';
import { fieldWords } from './field-words';

/** Blanks, line ends and control characters as signs, so that an example shows what is gone. */
export const visibleText = (text: string): string =>
  text.replace(/^ +| +$|  +/g, (blanks) => '␣'.repeat(blanks.length)).replace(/[\u00a0\u202f\u2009]/g, '⍽').replace(/\r\n|\r|\n/g, '⏎').replace(/\t/g, '⇥').replace(/\p{Cc}|[\ufeff\u200b]/gu, '□');

/** `Ofertant (coloana B): spații de la capete scoase în 3 celule; de exemplu rândul 5, „␣Alfa”` */
export const useChangeText = () => {
  const t = useT();
  return ({ field, column, change, count, examples }: TextChangeCount): string => {
    const what = t('imports.changes.line', { field: fieldWords(field, t), column, what: t(`imports.changes.${change}`, { count }) });
    const [first] = examples;
    if (first === undefined) return what;
    const values = { what, row: first.row, written: visibleText(first.written), stored: visibleText(first.stored) };
    return t(change === 'rewritten' ? 'imports.changes.exampleBoth' : 'imports.changes.example', values);
  };
};

export const TextChanges = ({ changes }: { readonly changes: readonly TextChangeCount[] }) => {
  const t = useT();
  const textOf = useChangeText();
  if (changes.length === 0) return null;
  return (
    <Card title={t('imports.changes.title')}>
      <p className="faint">{t('imports.changes.text')}</p>
      <ul className="imports-changes">
        {changes.map((change) => <li key={`${change.column} ${change.change}`}>{textOf(change)}</li>)}
      </ul>
    </Card>
  );
};
