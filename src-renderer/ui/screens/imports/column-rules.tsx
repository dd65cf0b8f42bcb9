/** What has been said of whole columns, here or at the last import of the same source: in sight, and taken back one by one. */
import { X } from 'lucide-react';
import type { ImportField } from '../../../domain/ports/import-kinds';
import { useT } from '../../context/language';
import { useFocusKept } from '../../primitives/focus-kept';
import { IconButton } from '../../primitives/icon-button';
import { fieldWords } from './field-words';
import type { ImportWizard } from './wizard';
import type { WizardState } from './wizard-state';

interface Rule {
  readonly key: string;
  readonly field: ImportField;
  readonly text: string;
  /** The text a correction stands for; null for the way of writing. */
  readonly written: string | null;
}

/** A text quoted in the list. */
const QUOTED = 60;

const useRules = (fields: readonly ImportField[], { styles, decisions: { replacements = {} } }: Pick<WizardState, 'styles' | 'decisions'>): readonly Rule[] => {
  const t = useT();
  return fields.flatMap((field): Rule[] => {
    const { mark = null, order = null } = styles[field] ?? {};
    const ways = [
      ...(mark === null ? [] : [t(mark === ',' ? 'imports.rules.comma' : 'imports.rules.point')]),
      ...(order === null ? [] : [t(order === 'dayFirst' ? 'imports.rules.dayFirst' : 'imports.rules.monthFirst')]),
    ];
    const corrections = Object.entries(replacements[field] ?? {}).map(([written, text]): Rule => ({
      key: `${field} ${written}`, field, written, text: t('imports.rules.replace', { written: written.slice(0, QUOTED), text: text.slice(0, QUOTED) }),
    }));
    return ways.length === 0 ? corrections : [{ key: field, field, text: ways.join(', '), written: null }, ...corrections];
  });
};

export const ColumnRulesList = ({ wizard, state }: { readonly wizard: ImportWizard; readonly state: Pick<WizardState, 'styles' | 'decisions'> }) => {
  const t = useT();
  const rules = useRules(wizard.fields, state);
  // The last rule takes its button with it; the place stays, for the focus.
  const place = useFocusKept<HTMLDivElement>(rules.length);
  if (rules.length === 0) return <div ref={place} tabIndex={-1} />;
  return (
    <div ref={place} tabIndex={-1} className="imports-rules">
      <strong id="imports-rules-title">{t('imports.rules.title')}</strong>
      <ul aria-labelledby="imports-rules-title">
        {rules.map(({ key, field, text, written }) => {
          const rule = t('imports.rules.rule', { field: fieldWords(field, t), text });
          return <li key={key}><span>{rule}</span><IconButton icon={X} label={t('imports.rules.drop', { rule })} onPress={() => wizard.dropRule(field, written)} /></li>;
        })}
      </ul>
    </div>
  );
};
