/** Blocks that many documents share: the letterhead, dates and the law with its source. */
import type { Block } from '../domain/ports/document';
import { ruleOn, type Rule } from '../domain/rule-pack';
import { utcDate } from '../domain/civil-date';
import type { CivilDate } from '../domain/values';
import type { DocumentContext } from './document-context';

const written = (lines: readonly string[]): readonly string[] => lines.map((line) => line.trim()).filter((line) => line !== '');

/** Who writes: the authority, its fiscal code, and the procedure the document belongs to. */
export const letterhead = ({ project, words: { t } }: DocumentContext): Block => {
  const { name, identifier } = project.buyer;
  return {
    kind: 'lines', at: 'start',
    lines: written([
      name.trim() === '' ? t('documents.gap.authority') : name,
      identifier.trim() === '' ? '' : t('documents.identifier', { identifier }),
      t('documents.procedure', { title: project.title.trim() === '' ? t('documents.gap.title') : project.title }),
    ]),
  };
};

/** A day as the document's language writes it, or a gap to fill by hand. */
export const dayOrGap = ({ format, words }: DocumentContext, day: CivilDate | null): string => (day === null ? words.t('documents.gap.date') : format.date(day));

export const paragraph = (...runs: Extract<Block, { readonly kind: 'paragraph' }>['runs']): Block => ({ kind: 'paragraph', runs });
export const heading = (text: string): Block => ({ kind: 'heading', text });

/** The rule a project is held to: as of the day it was created, like everything that is reckoned with it. */
export const ruleOf = ({ project, rulePack }: Pick<DocumentContext, 'project' | 'rulePack'>, id: string): Rule | null => ruleOn(rulePack, id, utcDate(project.createdAt));

/** Article, day of the last comparison and certainty: wherever a legal constant stands, these three stand beside it. */
export const ruleSource = ({ words, format }: DocumentContext, { legalReference, checkedOn, certainty }: Rule): string =>
  words.t('documents.ruleSource', { reference: legalReference, checkedOn: format.date(checkedOn), certainty: words.t(`settings.certainty.${certainty}`) });
