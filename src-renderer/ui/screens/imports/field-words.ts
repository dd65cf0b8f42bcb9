/** What a column of a table is called in the wizard. */
import { acrossOf, reasonOf } from '../../../domain/across-field';
import type { ImportField, NamedField } from '../../../domain/ports/import-kinds';
import type { Translator } from '../../../i18n/translator';

/** A column of a score matrix is called by the name it carries, and so is one of reasons beside it. */
export const fieldWords = (field: ImportField, t: Translator['t']): string => {
  const said = acrossOf(field);
  const reason = reasonOf(field);
  if (reason !== null) return t('imports.across.reason', { name: reason });
  return said === null ? t(`imports.field.${field as NamedField}`) : t(`imports.across.${said.across}`, { name: said.name });
};
