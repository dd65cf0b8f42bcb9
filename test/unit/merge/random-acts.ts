/** Random acts that lock: freezing the call, opening it for an erratum, locking quality scores, deciding, opening again. */
import { isAmending, wasOpened } from '../../../src-renderer/domain/call-guard';
import type { ChangeCode } from '../../../src-renderer/domain/change';
import { canonicalJson, sha256Hex } from '../../../src-renderer/domain/digest';
import { basisRecords } from '../../../src-renderer/domain/decision/lot-basis';
import { nextReopeningId } from '../../../src-renderer/domain/decision/reopening';
import { callHash, FREEZE_COVERS, freezeInForce } from '../../../src-renderer/domain/frozen-call';
import type { Project } from '../../../src-renderer/domain/project';
import { qualityHash } from '../../../src-renderer/domain/quality-lock';
import type { Device } from './device';

/** How many acts there are to choose from. */
export const ACTS = 7;

/** What the decision on a lot rests on, as one hash; the real one adds the ranking, which follows from the rest. */
export const basisOf = (project: Project, lotId: string): string => sha256Hex(canonicalJson(basisRecords(project, lotId)));

/** Every second call as it was frozen before requirements came under the hash. */
const frozen = (project: Project, at: string, value: number): Project => {
  const id = String(Number(freezeInForce(project)?.id ?? '0') + 1);
  const { amendment, ...rest } = project;
  return { ...rest, freezes: { ...project.freezes, [id]: { id, at, hash: callHash(project, value % 2 === 0 ? FREEZE_COVERS : 1), ...(value % 2 === 0 ? { covers: FREEZE_COVERS } : {}), rulePackId: 'ro-2026', erratumId: amendment?.erratumId ?? null } } } as Project;
};

const locked = (project: Project, lotId: string, at: string): Project =>
  ({ ...project, envelopes: { ...project.envelopes, [lotId]: { id: lotId, qualityLockedAt: at, qualityHash: qualityHash(project, lotId), pricesOpenedAt: null } } });

const decided = (project: Project, lotId: string, at: string, value: number): Project => ({
  ...project,
  decisions: { ...project.decisions, [lotId]: { id: lotId, outcome: 'cancel', winnerBidId: null, reason: `Reason ${value}`, decidedAt: at, approvedBy: '', approvedOn: null, basisHash: basisOf(project, lotId) } },
});

const reopened = (project: Project, lotId: string, at: string): Project => {
  const { [lotId]: decision, ...decisions } = project.decisions ?? {};
  const id = nextReopeningId(project, lotId);
  return decision === undefined ? project : { ...project, decisions, reopenings: { ...project.reopenings, [id]: { id, lotId, kind: 'contest', reason: 'Upheld', orderedBy: 'Mayor', at, decision } } };
};

const approved = (project: Project, lotId: string, value: number): Project => {
  const decision = project.decisions?.[lotId];
  return decision === undefined ? project : { ...project, decisions: { ...project.decisions, [lotId]: { ...decision, approvedBy: `Mayor ${value}` } } };
};

/** One act of a device, where its own rules allow it. */
export const act = (device: Device, { what, which, value }: { readonly what: number; readonly which: number; readonly value: number }): void => {
  const { project } = device;
  const lots = Object.keys(project.lots);
  const lotId = lots[which % Math.max(lots.length, 1)];
  const at = device.now();
  const edit = (next: Project, code: ChangeCode): boolean => device.edit(next, code);
  if (what === 0 && (freezeInForce(project) === null || isAmending(project))) edit(frozen(project, at, value), 'callFrozen');
  if (what === 1 && freezeInForce(project) !== null && !isAmending(project) && !wasOpened(project, device.history)) edit({ ...project, amendment: { erratumId: `erratum-${value}`, openedAt: at } }, 'callAmended');
  if (lotId === undefined) return;
  const envelope = project.envelopes?.[lotId];
  if (what === 2 && (envelope?.qualityLockedAt ?? null) === null) edit(locked(project, lotId, at), 'qualityLocked');
  if (what === 3 && envelope !== undefined && envelope.qualityLockedAt !== null && envelope.pricesOpenedAt === null) {
    const next = value % 2 === 0 ? { ...envelope, pricesOpenedAt: at } : { ...envelope, qualityLockedAt: null, qualityHash: null };
    edit({ ...project, envelopes: { ...project.envelopes, [lotId]: next } }, value % 2 === 0 ? 'pricesOpened' : 'qualityUnlocked');
  }
  if (what === 4 && project.decisions?.[lotId] === undefined && freezeInForce(project) !== null && !isAmending(project)) edit(decided(project, lotId, at, value), 'decisionMade');
  if (what === 5) edit(reopened(project, lotId, at), 'decisionReopened');
  if (what === 6) edit(approved(project, lotId, value), 'decisionApproved');
};
