import { Harness, listening, problemCoded } from './harness';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Change } from '../../../src-renderer/domain/change';
import type { Project } from '../../../src-renderer/domain/project';
import type { Json } from '../../../src-renderer/domain/values';
import { bidOf, changeOf, creationOf, freshId, retitle, sampleProject } from './samples';

let harness = new Harness();
beforeEach(() => {
  harness = new Harness();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await harness.closeAll();
});

/** A change whose journal line is well over a million characters. */
const long = ({ id }: Project): Change =>
  changeOf(id, Array.from({ length: 1_000 }, (_, index) => ({ path: ['bids', `long-${index}`], after: bidOf(`long-${index}`, { notes: 'Observații 😀. '.repeat(80) }) as Json })));

describe('the journal', () => {
  it('has each change before the database acknowledges it', async () => {
    const { store, project } = await harness.withProject();
    let seen = '';
    harness.safety.onAppend = (lines) => {
      seen = lines;
    };
    const pending = store.commit([retitle(project, 'În jurnal')]);
    await pending;
    expect(seen).toContain('În jurnal');
  });

  it('has a long change in parts, none of them written before all are there', async () => {
    const { store, project } = await harness.withProject();
    const before = harness.safety.journal;
    let parts = 0;
    harness.safety.onHold = () => {
      parts += 1;
      expect(harness.safety.journal).toBe(before);
    };
    await store.commit([long(project)]);
    const stored = await store.load(project.id);
    expect(parts).toBeGreaterThan(5);
    await store.close();
    await harness.wipe();
    expect(await (await harness.restored()).load(project.id)).toEqual(stored);
  });

  it.each([0, 3])('whose part %d of a long change is refused warns, and has the change with the next one', async (refused) => {
    const { store, project } = await harness.withProject();
    const events = listening(store);
    harness.safety.onHold = (part) => {
      harness.safety.refuse = part === refused ? new Error('HOST:host.noSpace') : null;
    };
    await store.commit([long(project)]);
    expect(events).toMatchObject([{ type: 'warning', problem: { code: 'store.safetyUnavailable' } }]);
    harness.safety.refuse = null;
    await store.commit([retitle(project, 'După')]);
    const stored = await store.load(project.id);
    await store.close();
    await harness.wipe();
    expect(await (await harness.restored()).load(project.id)).toEqual(stored);
  });

  it('brings back a change that only it has', async () => {
    const { store, project } = await harness.withProject();
    await store.settle();
    const before = await harness.rows();
    await store.commit([retitle(project, 'Doar în jurnal')]);
    const stored = await store.load(project.id);
    const { ledger } = harness.safety;
    await store.close();
    harness.safety.ledger = ledger;
    await harness.putRows(before);
    const again = harness.make();
    expect(await again.open()).toEqual({ status: 'ready', replayed: 1 });
    expect(await again.load(project.id)).toEqual(stored);
    await again.close();
    expect(await harness.make().open()).toEqual({ status: 'ready', replayed: 0 });
  });

  it('brings back a removal for good that only it has', async () => {
    const { store, project } = await harness.withProject();
    await store.settle();
    const before = await harness.rows();
    await store.purge(project.id);
    await store.close();
    await harness.putRows(before);
    const again = harness.make();
    expect(await again.open()).toEqual({ status: 'ready', replayed: 1 });
    expect(await again.summaries()).toEqual([]);
  });

  it('a torn last line was never acknowledged and is left out', async () => {
    const { store, project } = await harness.withProject();
    await store.close();
    harness.safety.journal += 'a3f5 {"kind":"commit","commitSeq":2,"entries":[{"id":"cha';
    const again = harness.make();
    expect(await again.open()).toEqual({ status: 'ready', replayed: 0 });
    expect((await again.load(project.id))?.project).toEqual(project);
  });

  it('a flipped byte is found, and what follows it is offered as lost, not replayed', async () => {
    const { store, project } = await harness.withProject();
    await store.settle();
    const before = await harness.rows();
    const { length } = harness.safety.journal;
    await store.commit([retitle(project, 'Doi')]);
    await store.commit([retitle({ ...project, title: 'Doi' }, 'Trei')]);
    await store.close();
    harness.safety.journal = harness.safety.journal.slice(0, length + 100) + (harness.safety.journal[length + 100] === 'a' ? 'b' : 'a') + harness.safety.journal.slice(length + 101);
    await harness.putRows(before);
    const again = harness.make();
    expect(await again.open()).toMatchObject({ status: 'recovery', offer: { presentProjects: 1, recoverableProjects: 1, lostChanges: 2 } });
    await again.recover('restore');
    expect((await again.load(project.id))?.project).toEqual(project);
  });

  it('that cannot be written lets the change be stored, warns once, and is made whole later', async () => {
    const { store, project } = await harness.withProject();
    const events = listening(store);
    harness.safety.refuse = new Error('HOST:host.noSpace');
    await store.commit([retitle(project, 'Doi')]);
    await store.commit([retitle({ ...project, title: 'Doi' }, 'Trei')]);
    expect(events).toMatchObject([{ type: 'warning', problem: { severity: 'warning', code: 'store.safetyUnavailable' } }]);
    harness.safety.refuse = null;
    await store.commit([retitle({ ...project, title: 'Trei' }, 'Patru')]);
    const stored = await store.load(project.id);
    await store.close();
    await harness.wipe();
    const again = harness.make();
    await again.open();
    await again.recover('restore');
    expect(await again.load(project.id)).toEqual(stored);
  });

  it('that cannot be read is left untouched until the next start', async () => {
    const { store, project } = await harness.withProject();
    await store.snapshotNow();
    await store.close();
    await harness.wipe();
    const { journal, ledger } = harness.safety;
    const unreadable = vi.spyOn(harness.safety, 'readJournal').mockRejectedValue(new Error('HOST:host.failed'));
    const blind = harness.make();
    const events = listening(blind);
    expect(await blind.open()).toEqual({ status: 'ready', replayed: 0 });
    expect(events).toMatchObject([{ type: 'warning' }]);
    await blind.commit([creationOf(sampleProject(freshId('project')))]);
    await expect(blind.snapshotNow()).rejects.toEqual(problemCoded('store.safetyUnavailable'));
    await blind.close();
    unreadable.mockRestore();
    expect(harness.safety).toMatchObject({ journal, ledger });
    await harness.wipe();
    const again = harness.make();
    expect(await again.open()).toMatchObject({ status: 'recovery' });
    await again.recover('restore');
    expect((await again.load(project.id))?.project).toEqual(project);
  });
});
