/** The words of a template. Instructions stand in both languages; what is chosen from lists, in the window's. */
import type { FieldOf, HelpingField } from '../../../domain/ports/import-kinds';
import type { TemplateKind } from '../../../domain/ports/template-request';
import type { CHOICE_LISTS, ChoiceList } from './template-columns';

/** The country is part of the fiscal code and has no column; amounts of a form are in the currency of the project. */
type FieldIn<Kind extends TemplateKind> = Exclude<FieldOf<Kind>, 'country' | HelpingField>;
type PerField = { [Kind in TemplateKind]: `${'heading' | 'help'}.${Kind}.${FieldIn<Kind>}` }[TemplateKind];
type PerChoice = { [List in ChoiceList]: `choice.${List}.${(typeof CHOICE_LISTS)[List][number]}` }[ChoiceList];

export type TemplateKey =
  | `templates.${PerField}` | `templates.${PerChoice}` | `templates.title.${TemplateKind}` | `templates.intro.${TemplateKind}`
  | `templates.${'sheet.instructions' | 'column.heading' | 'column.what' | 'required' | 'refusal.list' | 'refusal.decimal' | 'refusal.whole' | 'refusal.date' | 'refusal.text' | 'rule.first' | 'rule.rows' | 'rule.return'}`;

export interface TemplateLabels {
  /** BCP 47 tag. */
  readonly tag: string;
  readonly t: (key: TemplateKey, values?: Readonly<Record<string, string | number>>) => string;
}

export interface TemplateWords {
  readonly ro: TemplateLabels;
  readonly en: TemplateLabels;
  /** The window's language: it decides the order of the two, the choices and how days are shown. */
  readonly own: 'ro' | 'en';
}

/** The same sentence in both languages, the window's first; once where both are the same. */
export const inBoth = (words: TemplateWords, key: TemplateKey, between: string): string => {
  const [first, second] = words.own === 'ro' ? [words.ro, words.en] : [words.en, words.ro];
  const own = first.t(key);
  const other = second.t(key);
  return own === other ? own : `${own}${between}${other}`;
};
