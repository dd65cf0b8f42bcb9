import { describe, expect, it } from 'vitest';
import { foldText } from '../../../src-renderer/domain/fold-text';
import type { ProjectSummary } from '../../../src-renderer/domain/ports/project-store';
import { listProjects, shelfOf } from '../../../src-renderer/ui/screens/projects/list-order';

const summary = (id: string, title: string, fields: Partial<ProjectSummary> = {}): ProjectSummary => ({
  id, title, buyerName: '', createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z', archivedAt: null, deletedAt: null,
  lotCount: 0, bidCount: 0, searchText: foldText(title), ...fields,
});
const titles = (list: readonly ProjectSummary[]): string[] => list.map(({ title }) => title);
const everything = { shelf: 'active', order: 'title', query: '', tag: 'ro-RO' } as const;

describe('project list', () => {
  it('puts each project on exactly one shelf; the bin wins', () => {
    const at = '2026-02-02T00:00:00.000Z';
    expect(shelfOf(summary('a', 'A'))).toBe('active');
    expect(shelfOf(summary('a', 'A', { archivedAt: at }))).toBe('archived');
    expect(shelfOf(summary('a', 'A', { archivedAt: at, deletedAt: at }))).toBe('bin');
  });

  it('finds every word, wherever it stands and with or without diacritics', () => {
    const list = [summary('a', 'Iluminat public în Țăndărei'), summary('b', 'Iluminat la școală'), summary('c', 'Apă')];
    expect(titles(listProjects(list, { ...everything, query: 'TANDAREI iluminat' }))).toEqual(['Iluminat public în Țăndărei']);
    expect(titles(listProjects(list, { ...everything, query: 'şcoala' }))).toEqual(['Iluminat la școală']);
    expect(listProjects(list, { ...everything, query: 'iluminat apa' })).toEqual([]);
  });

  it('sorts titles as the language does, numbers by value', () => {
    const list = ['Lot 10', 'Țară', 'Lot 2', 'Tzar', 'apă'].map((title, at) => summary(String(at), title));
    expect(titles(listProjects(list, everything))).toEqual(['apă', 'Lot 2', 'Lot 10', 'Tzar', 'Țară']);
  });

  it('shows the newest first by change or by creation', () => {
    const list = [
      summary('a', 'old, touched', { createdAt: '2025-01-01T00:00:00.000Z', updatedAt: '2026-05-01T00:00:00.000Z' }),
      summary('b', 'new', { createdAt: '2026-04-01T00:00:00.000Z', updatedAt: '2026-04-01T00:00:00.000Z' }),
    ];
    expect(titles(listProjects(list, { ...everything, order: 'recent' }))).toEqual(['old, touched', 'new']);
    expect(titles(listProjects(list, { ...everything, order: 'created' }))).toEqual(['new', 'old, touched']);
  });
});
