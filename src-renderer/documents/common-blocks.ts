/** Blocks that many documents share: the letterhead, headings and paragraphs. */
import type { Block } from '../domain/ports/document';
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

export const paragraph = (...runs: Extract<Block, { readonly kind: 'paragraph' }>['runs']): Block => ({ kind: 'paragraph', runs });
export const heading = (text: string): Block => ({ kind: 'heading', text });
