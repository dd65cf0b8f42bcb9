import { describe, expect, it } from 'vitest';
import { foldText } from '../../../src-renderer/domain/fold-text';
import { createTranslator } from '../../../src-renderer/i18n/translator';
import { PALETTE_LIMIT, paletteItems, searchPalette, type PaletteSource } from '../../../src-renderer/ui/shell/palette-items';
import { demoProject } from '../../../src-renderer/domain/demo/demo-project';

let next = 0;
const project = demoProject({ next: () => `id-${(next += 1)}` }, { now: () => '2026-03-02T08:00:00.000Z' });
const source: PaletteSource = {
  translator: createTranslator('ro'), project, undo: 'Lotul 2 adăugat', redo: null,
  summaries: [
    { id: 'other', title: 'Școală caldă', buyerName: 'Țăndărei', createdAt: '', updatedAt: '', archivedAt: null, deletedAt: null, lotCount: 0, bidCount: 0, searchText: '' },
    { id: 'gone', title: 'Școală ștearsă', buyerName: '', createdAt: '', updatedAt: '', archivedAt: null, deletedAt: '2026-01-01T00:00:00.000Z', lotCount: 0, bidCount: 0, searchText: '' },
  ],
};
const items = paletteItems(source);
const labels = (query: string): string[] => searchPalette(items, query).map(({ label }) => label);

describe('palette', () => {
  it('finds screens, commands, lots, criteria, bids and projects', () => {
    const groups = new Set(items.map(({ group }) => group));
    expect([...groups].sort()).toEqual(['bids', 'commands', 'criteria', 'lots', 'places', 'projects']);
  });

  it('goes to every bidder of the project by name without diacritics', () => {
    for (const { name } of Object.values(project.bidders)) {
      expect(searchPalette(items, foldText(name)).some(({ group }) => group === 'bids')).toBe(true);
    }
  });

  it('puts what begins with the word first', () => {
    expect(labels('setari')[0]).toBe('Setări');
    expect(labels('eval')[0]).toBe('Evaluare');
  });

  it('says what undo would take back, and offers no redo when there is none', () => {
    expect(searchPalette(items, 'anuleaza')[0]?.detail).toBe('Lotul 2 adăugat');
    expect(items.some(({ id }) => id === 'commands.redo')).toBe(false);
  });

  it('leaves deleted projects out', () => {
    expect(labels('scoala')).toEqual(['Școală caldă']);
  });

  it('offers no project commands without a project', () => {
    const without = paletteItems({ ...source, project: null });
    expect(without.some(({ id }) => id === 'commands.exportPackage')).toBe(false);
  });

  it('offers nothing of whole projects beside a received score sheet', () => {
    const assignment = { projectId: 'p', evaluatorId: 'e', authority: 'Comuna', callHash: '0'.repeat(64), handedOutAt: '2026-03-02T08:00:00.000Z', lotIds: {} };
    const ofSheet = paletteItems({ ...source, project: { ...project, assignment } });
    expect(ofSheet.filter(({ act }) => 'go' in act && act.go.startsWith('/p/') && act.go !== '/p/other/call').map(({ id }) => id)).toEqual(['places.evaluation']);
    expect(ofSheet.some(({ id }) => id.startsWith('commands.export'))).toBe(false);
  });

  it('never draws more than it can show at once', () => {
    const many = paletteItems({ ...source, summaries: Array.from({ length: 1000 }, (_, at) => ({ ...source.summaries[0]!, id: `p${at}`, title: `Proiect ${at}` })) });
    expect(searchPalette(many, 'proiect').length).toBe(PALETTE_LIMIT);
  });
});
