/** One release a publication event: which there are, when they were, and that nothing later is in them or changes them. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../src-renderer/domain/change';
import type { Project } from '../../../src-renderer/domain/project';
import { ocdsProblems } from '../../../src-renderer/exchange/ocds/publication-problems';
import { encodeOcds, ocdsPublication, type OcdsOptions } from '../../../src-renderer/exchange/ocds/release-package';
import { Device } from '../merge/device';
import { begun, decide, freeze, journey, need, on } from './ocds-journey';
import { publicationOf, publicationSchema } from './ocds-schema';

const AFTER: OcdsOptions = { phase: 'afterReport', date: '2031-01-01T00:00:00.000Z', ocidPrefix: 'ocds-a1b2c3', language: 'ro' };
const BEFORE: OcdsOptions = { ...AFTER, phase: 'beforeReport' };

const releasesOf = ({ project, history }: { readonly project: Project; readonly history: readonly AuditEntry[] }, options = AFTER) => publicationOf(project, options, history).releases;
const tagsOf = (device: Device, options = AFTER) => releasesOf(device, options).map(({ tag }) => tag.join());

let stages: Device[];
let last: Device;
beforeAll(() => {
  stages = journey();
  last = stages.at(-1)!;
});

describe('the releases of a whole procurement', () => {
  it('are one for each event, each with its tag, in the order of time', () => {
    expect(tagsOf(last)).toEqual(['planning', 'planningUpdate', 'tender', 'tenderUpdate', 'award', 'contract', 'contractUpdate', 'award', 'implementation', 'implementationUpdate', 'implementation', 'implementation']);
    expect(tagsOf(last, BEFORE)).toEqual(['planning', 'planningUpdate', 'tender', 'tenderUpdate']);
  });

  it('have the dates the project records', () => {
    const dates = Object.fromEntries(releasesOf(last).map(({ tag, date }) => [tag.join(), date]));
    expect(dates).toMatchObject({
      planning: '2026-04-01T09:00:00.000Z', contractUpdate: '2026-07-16T09:00:00.000Z', implementationUpdate: '2026-10-20T09:00:00.000Z', implementation: '2026-12-01T09:00:00.000Z',
      tender: '2026-06-01T08:00:00.000Z', tenderUpdate: '2026-06-06T08:00:00.000Z', contract: '2026-07-15T00:00:00Z',
    });
  });

  it('hold nothing later than their event', () => {
    const [tender] = releasesOf(last).filter(({ tag }) => tag.includes('tender'));
    const text = JSON.stringify(tender);
    for (const later of ['TITLU DE MAI TÂRZIU', 'LOT CORECTAT', 'Alfa SRL', 'award-', 'amendments', '"bids"', 'numberOfTenderers']) expect(text).not.toContain(later);
    expect(tender?.tender.status).toBe('active');
    const [update] = releasesOf(last).filter(({ tag }) => tag.includes('tenderUpdate'));
    expect(update?.tender).toMatchObject({ title: 'TITLU DE MAI TÂRZIU', amendments: [{ id: 'e', description: 'Se schimbă lotul 2' }] });
    expect(JSON.stringify(update)).toContain('LOT CORECTAT');
    expect(JSON.stringify(update)).not.toContain('MOTIV');
    const [award] = releasesOf(last).filter(({ tag }) => tag.includes('award'));
    expect([award?.tender.status, award?.bids?.details.map(({ id }) => id), award?.awards?.map(({ id }) => id), award?.contracts]).toEqual(['active', ['b1'], ['award-1'], undefined]);
    const [planning] = releasesOf(last);
    expect(planning?.planning?.rationale).toBe('De ce\n\nNevoia 1');
    expect(planning?.planning?.documents).toBeUndefined();
    expect(planning?.tender).not.toHaveProperty('lots');
  });

  it('stay, with id, date and every byte, in every later file', () => {
    for (const options of [BEFORE, AFTER]) {
      const files = stages.map(({ project, history }) => ocdsPublication(project, options, history));
      files.slice(1).forEach(({ content }, index) => {
        const { content: earlier, hasDraft } = files[index]!;
        const kept = hasDraft ? earlier.releases.slice(0, -1) : earlier.releases;
        for (const release of kept) expect(content.releases).toContainEqual(release);
      });
    }
  });

  it('are the same bytes whenever they are exported', () => {
    const bytes = (date: string) => Buffer.from(encodeOcds(publicationOf(last.project, { ...AFTER, date }, last.history))).toString('utf8');
    expect(bytes('2026-08-01T00:00:00.000Z')).toBe(bytes('2027-08-01T00:00:00.000Z'));
  });

  it('fit the strict schema at every moment', () => {
    for (const { project, history } of stages) {
      for (const options of [BEFORE, AFTER]) expect(publicationSchema.safeParse(JSON.parse(Buffer.from(encodeOcds(publicationOf(project, options, history))).toString('utf8'))).error?.issues).toBeUndefined();
    }
  });

  it('say before the report nothing that bids or decisions change', () => {
    const beforeBids = stages[8]!;
    expect(releasesOf(last, BEFORE)).toEqual(releasesOf(beforeBids, BEFORE));
  });
});

describe('what is told while the call is not frozen', () => {
  it('is the call as it stands, and gives way to the frozen one', () => {
    const [, published] = stages;
    const { content, hasDraft } = ocdsPublication(published!.project, BEFORE, published!.history);
    expect([hasDraft, content.releases.map(({ tag }) => tag.join())]).toEqual([true, ['planning', 'planningUpdate,tender']]);
    expect(content.releases[1]?.tender.status).toBe('planned');
    const frozen = stages[3]!;
    expect(ocdsPublication(frozen.project, BEFORE, frozen.history).hasDraft).toBe(false);
  });
});

describe('what was undone', () => {
  it('never was, and comes back with redo', () => {
    const device = Device.creating('A', begun());
    device.edit({ ...device.project, needs: { 1: need('1', 'published') } }, 'needEdited');
    const published = tagsOf(device, BEFORE);
    device.travel('undo');
    expect(tagsOf(device, BEFORE)).not.toEqual(published);
    device.travel('redo');
    expect(tagsOf(device, BEFORE)).toEqual(published);
  });

  it('but what was told and then set back stays told', () => {
    const device = Device.creating('A', begun());
    device.edit({ ...device.project, needs: { 1: need('1', 'published') } }, 'needEdited');
    const [told] = releasesOf(device, BEFORE);
    device.edit({ ...device.project, needs: {} }, 'needRemoved');
    expect(releasesOf(device, BEFORE)[0]).toEqual(told);
  });
});

describe('a decision that is opened again', () => {
  const reopened = (): Device => {
    const device = on(stages.at(-1)!, '12-02');
    const { 1: decision, ...decisions } = device.project.decisions!;
    device.edit({ ...device.project, decisions, reopenings: { '1-1': { id: '1-1', lotId: '1', kind: 'contest', reason: 'MOTIV', orderedBy: 'PRIMAR', at: '2026-12-02T08:00:00.000Z', decision: decision! } } }, 'decisionReopened');
    return device;
  };

  it('is told as withdrawn, and the next one as an update', () => {
    const device = reopened();
    const withdrawal = releasesOf(device).find(({ tag }) => tag.includes('awardCancellation'));
    expect(withdrawal?.awards).toContainEqual(expect.objectContaining({ id: 'award-1', status: 'cancelled', date: '2026-12-02T08:00:00.000Z' }));
    expect(withdrawal?.tender.status).toBe('active');
    expect(JSON.stringify(withdrawal)).not.toMatch(/MOTIV|PRIMAR/);
    device.edit(decide(device.project, '1', '2026-12-03T08:00:00.000Z', 'b1'), 'decisionMade');
    expect(releasesOf(device).find(({ date }) => date === '2026-12-03T08:00:00.000Z')?.tag).toEqual(['awardUpdate']);
  });
});

describe('a procedure in which every lot is cancelled', () => {
  it('ends in the cancellation of the tender, after the report', () => {
    const device = on(stages[9]!, '07-02');
    device.edit(decide(device.project, '1', '2026-07-01T08:00:00.000Z', null), 'decisionMade');
    device.edit(decide(device.project, '2', '2026-07-02T08:00:00.000Z', null), 'decisionMade');
    const [award, cancellation] = releasesOf(device).slice(-2);
    expect([award?.tag, award?.tender.status]).toEqual([['award'], 'active']);
    expect([cancellation?.tag, cancellation?.tender.status]).toEqual([['tenderCancellation'], 'cancelled']);
    expect(tagsOf(device, BEFORE)).not.toContain('tenderCancellation');
  });
});

describe('a procedure without a bid that could win', () => {
  it('was unsuccessful, as its awards are', () => {
    const device = on(stages[9]!, '07-02');
    const without = (lotId: string, ground: 'noBids' | 'noAdmissibleBids') => {
      const { project } = device;
      const next = decide(project, lotId, `2026-07-0${lotId}T08:00:00.000Z`, null);
      device.edit({ ...next, decisions: { ...next.decisions, [lotId]: { ...next.decisions![lotId]!, cancellationGround: ground } } }, 'decisionMade');
    };
    without('1', 'noBids');
    without('2', 'noAdmissibleBids');
    const [, end] = releasesOf(device).slice(-2);
    expect([end?.tag, end?.tender.status, end?.awards?.map(({ status }) => status)]).toEqual([['award'], 'unsuccessful', ['unsuccessful', 'unsuccessful']]);
  });
});

describe('an erratum that needs no new freeze', () => {
  it('is an update of the call, told again when it is corrected', () => {
    const device = on(stages[5]!, '06-10');
    const publish = (fields: object) => device.edit({ ...device.project, errata: { e: { ...device.project.errata!['e']!, ...fields } } }, 'erratumEdited');
    publish({ publishedOn: '2026-06-10' });
    device.now = () => '2026-06-11T09:00:00.000Z';
    publish({ what: 'Se schimbă loturile' });
    device.now = () => '2026-06-12T09:00:00.000Z';
    device.edit({ ...device.project, milestones: { deadline: { id: 'deadline', date: '2026-07-30' } } }, 'milestonesEdited');
    const updates = releasesOf(device, BEFORE).filter(({ tag }) => tag.includes('tenderUpdate'));
    expect(updates.map(({ date, tender }) => [date, tender.amendments?.[0]?.description, tender.tenderPeriod?.endDate])).toEqual([
      ['2026-06-10T00:00:00Z', 'Se schimbă lotul 2', undefined], ['2026-06-11T09:00:00.000Z', 'Se schimbă loturile', undefined], ['2026-06-12T09:00:00.000Z', 'Se schimbă loturile', '2026-07-30T23:59:59Z'],
    ]);
  });
});

describe('two computers', () => {
  it('publish the same once they know the same, in whatever order they took each other in', () => {
    const first = Device.creating('A', begun());
    const second = Device.adding('B', first.export());
    first.edit({ ...first.project, needs: { 1: need('1', 'published') } }, 'needEdited');
    first.edit(freeze(first.project, '1', '2026-06-01T08:00:00.000Z'), 'callFrozen');
    second.edit({ ...second.project, description: 'Altfel' });
    const aside = second.clone();
    second.import(first.export());
    first.import(aside.export());
    expect(releasesOf(second, BEFORE)).toEqual(releasesOf(first, BEFORE));
    expect(tagsOf(second, BEFORE)).toEqual(['planning', 'tender']);
    // What B wrote before it knew of the freeze was not public at the freeze.
    expect(JSON.stringify(releasesOf(second, BEFORE))).not.toContain('Altfel');
  });
});

describe('a project without its history', () => {
  it('tells the events it records a date of, and says how many it cannot tell', () => {
    const { project } = last;
    const { content, lost } = ocdsPublication(project, AFTER);
    expect(content.releases.map(({ tag }) => tag.join())).toEqual(['tender', 'award', 'contract', 'award', 'implementation', 'implementation']);
    const [, award] = content.releases;
    expect([award?.tender.status, award?.awards?.map(({ id }) => id), award?.bids?.details.map(({ id }) => id), award?.contracts]).toEqual(['active', ['award-1'], ['b1'], undefined]);
    expect(lost).toBe(1);
    expect(ocdsProblems(project, AFTER, lost)).toContainEqual({ severity: 'warning', code: 'ocds.eventsLost', data: { count: 1 } });
    expect(ocdsPublication(last.project, AFTER, last.history).lost).toBe(0);
  });
});
