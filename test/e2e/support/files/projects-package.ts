/** A package of as many projects as a test needs, as another computer would have sent it. */
import { sealEntry } from '../../../../src-renderer/domain/audit';
import { parseMoney } from '../../../../src-renderer/domain/money';
import { positionBetween } from '../../../../src-renderer/domain/position';
import type { Clock, IdSource } from '../../../../src-renderer/domain/ports/clock';
import type { Project } from '../../../../src-renderer/domain/project';
import { newProject } from '../../../../src-renderer/domain/project-new';
import type { Json } from '../../../../src-renderer/domain/values';
import { writePackage } from '../../../../src-renderer/exchange/write-package';
import type { FileToOpen } from '../pages/imports';

export interface GivenProject {
  readonly title: string;
  /** Has the only bid, for the only lot. */
  readonly bidder?: string;
}

const DEVICE = 'alt-calculator';

/** Each project is a minute younger than the one before. */
const clockAt = (minute: number): Clock => ({ now: () => new Date(Date.UTC(2026, 0, 5, 8, minute)).toISOString() });

const withBid = (project: Project, bidderName: string, ids: IdSource): Project => {
  const lotId = ids.next();
  const bidderId = ids.next();
  const bidId = ids.next();
  return {
    ...project,
    lots: { [lotId]: { id: lotId, position: positionBetween(null, null), number: '1', title: 'Un lot', description: '', estimatedValue: parseMoney('1000', project.currency) } },
    bidders: { [bidderId]: { id: bidderId, name: bidderName, identifier: '', country: '', sme: null, email: '' } },
    bids: {
      [bidId]: {
        id: bidId, bidderId, lotId, price: parseMoney('900', project.currency), vatIncluded: false, receivedAt: null, durationDays: null, warrantyMonths: null,
        notes: '', status: 'valid', statusReason: '', importId: null,
      },
    },
  };
};

/** In the order they were created. */
export const projectsPackage = (given: readonly GivenProject[]): FileToOpen => {
  let last = 0;
  const ids: IdSource = { next: () => `proiect-${String((last += 1)).padStart(6, '0')}` };
  const projects = given.map(({ title, bidder }, minute) => {
    const clock = clockAt(minute);
    const begun = newProject(ids, clock, { title, buyer: { name: 'Comuna Exemplu', identifier: '', nutsCode: '' } });
    const project = bidder === undefined ? begun : withBid(begun, bidder, ids);
    const created = { id: ids.next(), projectId: project.id, label: { code: 'projectCreated', data: { title } }, at: clock.now(), author: '', deviceId: DEVICE, patches: [{ path: [], after: project as Json }] } as const;
    return { project, history: [sealEntry(created, null)] };
  });
  const bytes = writePackage({
    id: ids.next(), kind: 'full', createdAt: clockAt(given.length).now(), producer: { app: 'Caiet', version: '0.1.0', deviceId: DEVICE, authority: 'Comuna Exemplu' }, rulePack: null, projects,
  });
  return { name: 'proiecte.caiet.json', bytes };
};
