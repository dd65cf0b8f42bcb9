/** The demo project's documents, made as the window makes them. */
import { demoProject } from '../../../src-renderer/domain/demo/demo-project';
import type { DocumentEntry, DocumentModel, DocumentOptions, Run } from '../../../src-renderer/domain/ports/document';
import type { Project } from '../../../src-renderer/domain/project';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { createDocumentMaker } from '../../../src-renderer/documents/document-maker';
import { createFormat } from '../../../src-renderer/ui/context/format';

let minted = 0;
export const demo = (): Project => demoProject({ next: () => `id-${String((minted += 1)).padStart(6, '0')}` }, { now: () => '2026-03-02T08:00:00.000Z' });

export const maker = createDocumentMaker(RO_2026, createFormat);

export const documentsOf = (project: Project, options: Partial<DocumentOptions> = {}): readonly DocumentEntry[] =>
  maker.list(project, { locale: 'ro', today: '2026-06-01', draftLine: true, ...options });

export const documentOf = (project: Project, id: string, options: Partial<DocumentOptions> = {}): DocumentModel => {
  const entry = documentsOf(project, options).find((each) => each.id === id);
  if (entry === undefined) throw new Error(`no document ${id}`);
  return entry.compose();
};

const runText = (run: Run): string => (typeof run === 'string' ? run : run.text);

/** Everything a document says, in order. */
export const textOf = ({ blocks, note }: DocumentModel): string => [
  ...blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'title': case 'heading': return [block.text];
      case 'paragraph': return [block.runs.map(runText).join('')];
      case 'lines': return block.lines;
      case 'facts': return block.rows.map((row) => row.join(': '));
      case 'list': return block.items.map((item) => item.map(runText).join(''));
      case 'table': return [block.columns.map(({ title }) => title).join(' | '), ...block.rows.map((row) => row.join(' | '))];
      case 'signatures': return block.people.map(({ role, name }) => `${role}: ${name}`);
    }
  }),
  note ?? '',
].join('\n');
