/** The phases of a contract as open data: milestones with what became of them, one release for each record, and nothing later in any of them. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Project } from '../../../src-renderer/domain/project';
import type { OcdsOptions } from '../../../src-renderer/exchange/ocds/release-package';
import type { Device } from '../merge/device';
import { journey, on, review } from './ocds-journey';
import { publicationOf } from './ocds-schema';

const AFTER: OcdsOptions = { phase: 'afterReport', date: '2031-01-01T00:00:00.000Z', ocidPrefix: 'ocds-a1b2c3', language: 'ro' };

let last: Device;
beforeAll(() => {
  last = journey().at(-1)!;
});

const releasesOf = ({ project, history }: Pick<Device, 'project' | 'history'>, options = AFTER) => publicationOf(project, options, history).releases;
const contractIn = (device: Pick<Device, 'project' | 'history'>, date: string) => releasesOf(device).find((each) => each.date.startsWith(date))?.contracts?.[0];

describe('the phases of a signed contract', () => {
  it('are scheduled from the day of signing, until somebody records them', () => {
    expect(contractIn(last, '2026-07-15')).toMatchObject({
      status: 'active',
      implementation: { milestones: [
        { id: 'phase-p1', title: 'Prototip', type: 'delivery', description: 'Zece stâlpi', dueDate: '2026-10-15T23:59:59Z', status: 'scheduled' },
        { id: 'phase-p2', dueDate: '2026-12-15T23:59:59Z', status: 'scheduled' },
        { id: 'phase-p3', dueDate: '2027-12-15T23:59:59Z', status: 'scheduled' },
      ] },
    });
  });

  it('tell when they were met and judged, and what was delivered', () => {
    expect(contractIn(last, '2026-10-16')?.implementation?.milestones).toEqual([
      { id: 'phase-p1', title: 'Prototip', type: 'delivery', description: 'Zece stâlpi\n\nProbă pe stradă', dueDate: '2026-10-15T23:59:59Z', dateMet: '2026-10-12T00:00:00Z', dateModified: '2026-10-14T00:00:00Z', status: 'met' },
      expect.objectContaining({ id: 'phase-p2', status: 'scheduled' }), expect.objectContaining({ id: 'phase-p3', status: 'scheduled' }),
    ]);
    expect(contractIn(last, '2026-10-20')?.implementation?.milestones[0]).toMatchObject({ status: 'partiallyMet', description: 'Zece stâlpi\n\nNouă din zece' });
  });

  it('end with the contract where one stops it: what comes after is not met, as of that day', () => {
    const contract = contractIn(last, '2026-11-20');
    expect(contract?.status).toBe('terminated');
    expect(contract?.implementation?.milestones.slice(1)).toEqual([
      expect.objectContaining({ id: 'phase-p2', status: 'notMet', dateModified: '2026-11-18T00:00:00Z' }),
      expect.objectContaining({ id: 'phase-p3', status: 'notMet', dateModified: '2026-11-18T00:00:00Z' }),
    ]);
    expect(contract?.implementation?.milestones[1]).not.toHaveProperty('dateMet');
  });

  it('stay planned in the tender, which no contract changes', () => {
    for (const { tender } of releasesOf(last)) expect((tender.milestones ?? []).map(({ status }) => status).filter((status) => status !== 'scheduled')).toEqual([]);
  });

  it('never tell who decided, nor the remarks, and nothing at all before the report', () => {
    expect(JSON.stringify(releasesOf(last))).not.toMatch(/PRIMAR|INTERN|technical/);
    expect(releasesOf(last, { ...AFTER, phase: 'beforeReport' }).filter(({ tag }) => tag.some((each) => each.startsWith('implementation')))).toEqual([]);
  });

  it('are told again on another day they are due, and those after it with them', () => {
    const device = on(journey()[11]!, '09-01');
    expect(device.edit(review(device.project, 'p1', { dueOn: '2026-11-30' }), 'phaseReviewed')).toBe(true);
    expect(releasesOf(device).at(-1)?.tag).toEqual(['implementation']);
    expect(contractIn(device, '2026-09-01')?.implementation?.milestones.map(({ dueDate, status }) => [dueDate?.slice(0, 10), status])).toEqual([['2026-11-30', 'scheduled'], ['2027-01-30', 'scheduled'], ['2028-01-30', 'scheduled']]);
  });

  it('are scheduled again, as an update, when the judgement is taken back; remarks alone are no news', () => {
    const device = on(journey()[14]!, '10-25');
    const before = releasesOf(device);
    device.edit(review(device.project, 'p1', { remarks: 'ALTE INTERNE' }), 'phaseReviewed');
    expect(releasesOf(device)).toEqual(before);
    device.edit(review(device.project, 'p1', { status: null, metOn: null, reviewedOn: null, delivered: '', gate: null }), 'phaseReviewed');
    const [last_, ...others] = releasesOf(device).slice(before.length);
    expect([last_?.tag, others]).toEqual([['implementationUpdate'], []]);
    expect(last_?.contracts?.[0]?.implementation?.milestones[0]).toEqual({ id: 'phase-p1', title: 'Prototip', type: 'delivery', description: 'Zece stâlpi', dueDate: '2026-10-15T23:59:59Z', status: 'scheduled' });
  });

  it('are not told of a lot without a contract, nor of a phase the plan no longer has', () => {
    const unsigned = on(journey()[10]!, '08-01');
    unsigned.edit(review(unsigned.project, 'p1', { status: 'met', metOn: '2026-08-01' }), 'phaseReviewed');
    const device = on(journey()[11]!, '09-01');
    device.edit(review(device.project, 'gone', { status: 'met', metOn: '2026-09-01' }), 'phaseReviewed');
    for (const each of [unsigned, device]) expect(releasesOf(each).flatMap(({ tag }) => tag)).not.toContain('implementation');
  });

  it('what was undone never was', () => {
    const device = on(last, '12-05');
    const told = releasesOf(device);
    device.edit(review(device.project, 'p3', { status: 'met', metOn: '2026-12-04' }), 'phaseReviewed');
    expect(releasesOf(device)).toHaveLength(told.length + 1);
    device.travel('undo');
    expect(releasesOf(device)).toEqual(told);
  });
});

describe('a project without its history', () => {
  it('dates each phase by the day it was judged, and tells none in the release of the contract before', () => {
    const { project } = last;
    const told = releasesOf({ project, history: [] }).map(({ tag, date, contracts }) => [tag.join(), date.slice(0, 10), contracts?.[0]?.implementation?.milestones.map(({ status }) => status).join()]);
    expect(told.slice(2)).toEqual([
      ['contract', '2026-07-15', 'scheduled,scheduled,scheduled'], ['award', '2026-07-20', 'scheduled,scheduled,scheduled'],
      ['implementation', '2026-10-14', 'partiallyMet,scheduled,scheduled'], ['implementation', '2026-11-18', 'partiallyMet,notMet,notMet'],
    ]);
  });

  it('does not tell a day of the phase earlier than its contract', () => {
    const early: Project = review(last.project, 'p1', { reviewedOn: '2026-01-01', metOn: '2026-01-01' });
    expect(releasesOf({ project: early, history: [] }).find(({ tag }) => tag.includes('implementation'))?.date).toBe('2026-07-15T00:00:00Z');
  });
});
