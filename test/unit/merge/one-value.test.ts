/** What is one answer to a person is one value to a merge: where a document is filed, and a decision made twice alike. */
import { describe, expect, it } from 'vitest';
import { applyPatches } from '../../../src-renderer/domain/apply-patches';
import { sealEntry } from '../../../src-renderer/domain/audit';
import type { Attachment } from '../../../src-renderer/domain/attachment';
import type { Patch } from '../../../src-renderer/domain/change';
import { callHash } from '../../../src-renderer/domain/frozen-call';
import { openConflicts } from '../../../src-renderer/domain/merge-conflict';
import type { Project } from '../../../src-renderer/domain/project';
import { Device } from './device';
import { basisOf } from './random-acts';
import { start } from './random-edits';

const document = (filedUnder: Attachment['filedUnder']): Attachment => ({
  id: 'd', position: 'a0', title: 'Studiu', fileName: 'studiu.pdf', mediaType: 'application/pdf', size: 3, sha256: 'b'.repeat(64), filedUnder, addedAt: '2026-05-02T10:00:00.000Z',
});
const filed = (device: Device, filedUnder: Attachment['filedUnder']): boolean => device.edit({ ...device.project, attachments: { d: document(filedUnder) } }, 'documentEdited');
const placeOf = ({ project }: Device) => project.attachments?.['d']?.filedUnder;

const two = (): readonly [Device, Device] => {
  const here = Device.creating('A', { ...start(), attachments: { d: document({ kind: 'project' }) } });
  return [here, Device.adding('B', here.export())];
};

describe('a document filed in two places by two people', () => {
  it('is in one of them, whole, and the other one waits as one conflict with both places', () => {
    const [here, there] = two();
    filed(here, { kind: 'lot', id: '1' });
    filed(there, { kind: 'bid', id: 'b1', priceEnvelope: true });
    here.import(there.export());
    const [conflict, ...others] = openConflicts(here.project);
    expect(others).toEqual([]);
    expect(conflict).toMatchObject({ kind: 'value', path: ['attachments', 'd', 'filedUnder'] });
    expect(conflict?.sides.map(({ value }) => value)).toEqual(expect.arrayContaining([{ kind: 'lot', id: '1' }, { kind: 'bid', id: 'b1', priceEnvelope: true }]));
    expect(conflict?.sides.map(({ value }) => value)).toContainEqual(placeOf(here));
  });

  it('is where the only one of them who moved it put it', () => {
    const [here, there] = two();
    filed(there, { kind: 'lot', id: '2' });
    here.edit({ ...here.project, attachments: { d: { ...document({ kind: 'project' }), title: 'Alt titlu' } } }, 'documentEdited');
    here.import(there.export());
    expect([placeOf(here), here.project.attachments?.['d']?.title, openConflicts(here.project)]).toEqual([{ kind: 'lot', id: '2' }, 'Alt titlu', []]);
  });

  it('is read as one place too where an older history wrote its parts one by one', () => {
    const [here, there] = two();
    const patches: Patch[] = [
      { path: ['attachments', 'd', 'filedUnder', 'kind'], before: 'project', after: 'lot' }, { path: ['attachments', 'd', 'filedUnder', 'id'], after: '1' },
    ];
    const old = { id: 'old', projectId: there.project.id, label: { code: 'documentEdited' as const, data: {} }, at: there.now(), author: 'B', deviceId: 'device-B', patches };
    there.history = [...there.history, sealEntry(old, there.history.at(-1) ?? null)];
    there.project = applyPatches(there.project, patches) as Project;
    const other = here.clone();
    filed(other, { kind: 'bid', id: 'b1' });
    here.import(there.export());
    expect(placeOf(here)).toEqual({ kind: 'lot', id: '1' });
    other.import(there.export());
    expect(openConflicts(other.project).map(({ path }) => path)).toEqual([['attachments', 'd', 'filedUnder']]);
    filed(here, { kind: 'project' });
    there.import(here.export());
    expect([placeOf(there), openConflicts(there.project)]).toEqual([{ kind: 'project' }, []]);
  });
});

describe('one decision made by two who did not know of each other', () => {
  const freeze = (project: Project): Project => ({ ...project, freezes: { 1: { id: '1', at: '2026-05-20T09:00:00.000Z', hash: callHash(project), rulePackId: 'ro-2026', erratumId: null } } });
  const decide = (device: Device, decidedAt: string, fields: object = {}): boolean => device.edit({
    ...device.project,
    decisions: { 1: { id: '1', outcome: 'cancel', winnerBidId: null, reason: 'Fara oferte', decidedAt, approvedBy: '', approvedOn: null, basisHash: basisOf(device.project, '1'), ...fields } },
  }, 'decisionMade');
  const three = (): readonly [Device, Device, Device] => {
    const first = Device.creating('A', freeze(start()));
    return [first, Device.adding('B', first.export()), Device.adding('C', first.export())];
  };

  it('is one, of the earlier moment, whoever imports whom first, and asks nothing', () => {
    const [here, b, c] = three();
    decide(here, '2026-07-02T09:00:00.000Z');
    decide(b, '2026-07-01T09:00:00.000Z');
    decide(c, '2026-07-03T09:00:00.000Z');
    const other = here.clone();
    for (const each of [b, c]) expect(here.import(each.export()).status).toBe('merged');
    for (const each of [c, b]) expect(other.import(each.export()).status).toBe('merged');
    expect(other.project).toEqual(here.project);
    expect(openConflicts(here.project)).toEqual([]);
    expect(here.project.decisions?.['1']).toMatchObject({ decidedAt: '2026-07-01T09:00:00.000Z' });
  });

  it('stays two, told as a conflict, where the reasons differ', () => {
    const [here, there] = three();
    decide(here, '2026-07-02T09:00:00.000Z');
    decide(there, '2026-07-01T09:00:00.000Z', { reason: 'Alta' });
    here.import(there.export());
    expect(here.project.decisions?.['1']).toMatchObject({ decidedAt: '2026-07-02T09:00:00.000Z', reason: 'Fara oferte' });
    expect(openConflicts(here.project)).toMatchObject([{ kind: 'locked', lock: 'decision' }]);
  });
});
