/** A call frozen before its planned day of publication is announced, and open once the day has come: a release nobody's change tells of. */
import { describe, expect, it } from 'vitest';
import type { Project } from '../../../src-renderer/domain/project';
import { encodeOcds, type OcdsOptions } from '../../../src-renderer/exchange/ocds/release-package';
import { Device } from '../merge/device';
import { begun, decide, freeze, on } from './ocds-journey';
import { publicationOf } from './ocds-schema';

const madeOn = (day: string, phase: OcdsOptions['phase'] = 'beforeReport'): OcdsOptions => ({ phase, date: `2026-${day}T07:00:00.000Z`, ocidPrefix: 'ocds-a1b2c3', language: 'ro' });
const publishedOn = (project: Project, day: string): Project => ({ ...project, milestones: { ...project.milestones, publication: { id: 'publication', date: `2026-${day}` } } });
const moved = (device: Device, on_: string, day: string): Device => {
  const there = on(device, on_);
  if (!there.edit(publishedOn(there.project, day), 'milestonesEdited')) throw new Error('not moved');
  return there;
};

/** Frozen on 1 June, to be published on 20 June. */
const announced = (): Device => {
  const device = on(Device.creating('A', publishedOn(begun(), '06-20')), '06-01');
  device.edit(freeze(device.project, '1', '2026-06-01T08:00:00.000Z'), 'callFrozen');
  return device;
};
const told = ({ project, history }: Pick<Device, 'project' | 'history'>, options: OcdsOptions) => publicationOf(project, options, history).releases;
const summary = (device: Pick<Device, 'project' | 'history'>, day: string) => told(device, madeOn(day)).filter(({ tag }) => !tag.includes('planning')).map(({ tag, date, tender }) => `${tag.join()} ${date.slice(0, 10)} ${tender.status}`);

describe('a call frozen before its day of publication', () => {
  it('is planned until the day, and active from then on, in a release of that day', () => {
    const device = announced();
    expect(summary(device, '06-19')).toEqual(['tender 2026-06-01 planned']);
    expect(summary(device, '06-20')).toEqual(['tender 2026-06-01 planned', 'tenderUpdate 2026-06-20 active']);
    const [announcement, opening] = told(device, madeOn('06-20'));
    expect(opening).toMatchObject({ date: '2026-06-20T00:00:00Z' });
    expect({ ...opening?.tender, status: 'planned' }).toEqual(announcement?.tender);
    expect(told(device, madeOn('06-19'))).toEqual([announcement]);
  });

  it('gives the same bytes on every day after', () => {
    const { project, history } = announced();
    const bytes = (day: string) => Buffer.from(encodeOcds(publicationOf(project, madeOn(day), history))).toString('utf8');
    expect(bytes('12-01')).toBe(bytes('06-20'));
    expect(bytes('06-10')).toBe(bytes('06-02'));
    expect(bytes('06-20')).not.toBe(bytes('06-19'));
  });

  it('opens on the day it was moved to before it came', () => {
    const device = moved(announced(), '06-10', '06-25');
    expect(summary(device, '06-24')).toEqual(['tender 2026-06-01 planned', 'tenderUpdate 2026-06-10 planned']);
    expect(summary(device, '07-01')).toEqual(['tender 2026-06-01 planned', 'tenderUpdate 2026-06-10 planned', 'tenderUpdate 2026-06-25 active']);
  });

  it('keeps what was told when the day is moved after it came', () => {
    const before = told(announced(), madeOn('06-21'));
    const device = moved(announced(), '06-22', '07-10');
    expect(told(device, madeOn('06-23')).slice(0, before.length)).toEqual(before);
    expect(summary(device, '08-01').slice(2)).toEqual(['tenderUpdate 2026-06-22 planned', 'tenderUpdate 2026-07-10 active']);
  });

  it('opens as it was frozen last', () => {
    const device = announced();
    device.edit({ ...device.project, amendment: { erratumId: 'e', openedAt: '2026-06-05T08:00:00.000Z' }, errata: { e: { id: 'e', position: 'a0', what: 'Altfel', reason: '', effect: 'minor', publishedOn: null, deadlineBefore: null, deadlineAfter: null } } }, 'callAmended');
    const again = on(device, '06-12');
    again.edit(freeze({ ...again.project, description: 'Alt text' }, '2', '2026-06-12T08:00:00.000Z', 'e'), 'callFrozen');
    expect(summary(again, '07-01')).toEqual(['tender 2026-06-01 planned', 'tenderUpdate 2026-06-12 planned', 'tenderUpdate 2026-06-20 active']);
    expect(told(again, madeOn('07-01')).at(-1)?.tender.amendments).toEqual([expect.objectContaining({ id: 'e', description: 'Altfel' })]);
  });

  it('opens whether or not something was decided, so that no file before the report tells of it', () => {
    const device = announced();
    const open = told(device, madeOn('09-01'));
    const decided = on(device, '08-01');
    decided.edit(decide(decided.project, '1', '2026-08-01T08:00:00.000Z', null), 'decisionMade');
    expect(told(decided, madeOn('09-01'))).toEqual(open);
    expect(told(decided, madeOn('09-01', 'afterReport')).map(({ tag, date }) => `${tag.join()} ${date.slice(0, 10)}`)).toEqual(['tender 2026-06-01', 'tenderUpdate 2026-06-20', 'award 2026-08-01']);
  });

  it('opens without a history too', () => {
    const { project } = announced();
    expect(summary({ project, history: [] }, '06-19')).toEqual(['tender 2026-06-01 planned']);
    expect(summary({ project, history: [] }, '06-21')).toEqual(['tender 2026-06-01 planned', 'tenderUpdate 2026-06-20 active']);
  });
});

describe('a call that needs no such release', () => {
  it('is one frozen on its day or later, or without a day, or not frozen', () => {
    const device = on(Device.creating('A', publishedOn(begun(), '06-01')), '06-01');
    device.edit(freeze(device.project, '1', '2026-06-01T08:00:00.000Z'), 'callFrozen');
    expect(summary(device, '07-01')).toEqual(['tender 2026-06-01 active']);
    const undated = on(Device.creating('A', begun()), '06-01');
    undated.edit(freeze(undated.project, '1', '2026-06-01T08:00:00.000Z'), 'callFrozen');
    expect(summary(undated, '07-01')).toEqual(['tender 2026-06-01 active']);
    const open = Device.creating('A', publishedOn(begun(), '06-20'));
    expect(told(open, madeOn('07-01'))).toHaveLength(1);
  });
});
