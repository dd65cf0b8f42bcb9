/** What a column of a table is called in the wizard. */
import { acrossOf } from '../../../domain/across-field';
import type { ImportField, NamedField } from '../../../domain/ports/import-kinds';
import type { Translator } from '../../../i18n/translator';

/** A column of a score matrix is called by the name it carries. */
export const fieldWords = (field: ImportField, t: Translator['t']): string => {
  const said = acrossOf(field);
  return said === null ? t(`imports.field.${field as NamedField}`) : t(`imports.across.${said.across}`, { name: said.name });
};
