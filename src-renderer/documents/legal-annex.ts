/** The annex of a document that names articles of law: each once, with the day it was looked up and how surely it is known. */
import { legalBasis } from '../domain/law/register';
import type { Block, DocumentModel, Run } from '../domain/ports/document';
import { heading } from './common-blocks';
import type { DocumentContext } from './document-context';

const textOf = (run: Run): string => (typeof run === 'string' ? run : run.text);

const textsOf = (block: Block): readonly string[] => {
  switch (block.kind) {
    case 'title': case 'heading': return [block.text];
    case 'paragraph': return [block.runs.map(textOf).join('')];
    case 'lines': return block.lines;
    case 'facts': return block.rows.flat();
    case 'list': return block.items.map((runs) => runs.map(textOf).join(''));
    case 'table': return block.rows.flat();
    case 'signatures': return [];
  }
};

/** The document as it is where it names no article. */
export const withLegalAnnex = ({ words: { t, locale }, format }: Pick<DocumentContext, 'words' | 'format'>, model: DocumentModel): DocumentModel => {
  const bases = legalBasis(...model.blocks.flatMap(textsOf));
  if (bases.length === 0) return model;
  const rows = bases.map(({ reference, checkedOn, certainty }) =>
    [reference[locale], checkedOn === null ? t('law.annex.unchecked') : format.date(checkedOn), t(`settings.certainty.${certainty}`)]);
  const columns = [{ title: t('law.annex.reference'), share: 5 }, { title: t('law.annex.checkedOn'), share: 2 }, { title: t('law.annex.certainty'), share: 3 }];
  return { ...model, blocks: [...model.blocks, heading(t('law.annex')), { kind: 'table', label: t('law.annex'), columns, rows }] };
};
