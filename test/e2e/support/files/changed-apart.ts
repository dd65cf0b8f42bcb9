/** The package that another computer would send back, had it changed an exported project without seeing what came after. */
import { readFileSync, writeFileSync } from 'node:fs';
import { sealEntry } from '../../../../src-renderer/domain/audit';
import type { AuditEntry } from '../../../../src-renderer/domain/change';
import { diff } from '../../../../src-renderer/domain/json-diff';
import { positionBetween } from '../../../../src-renderer/domain/position';
import type { Project } from '../../../../src-renderer/domain/project';
import type { Id } from '../../../../src-renderer/domain/values';
import { writePackage } from '../../../../src-renderer/exchange/write-package';

const DEVICE = 'alt-calculator';
const AT = '2026-03-12T09:30:00.000Z';

/** Reads `file`, changes its only project, and writes the answer to `answer`. */
export const changedApart = (file: string, answer: string, change: (project: Project) => Project): string => {
  const sent = JSON.parse(readFileSync(file, 'utf8')) as { readonly projects: readonly Project[]; readonly history: Readonly<Record<Id, readonly AuditEntry[]>> };
  const [project] = sent.projects;
  if (project === undefined) throw new Error(`no project in ${file}`);
  const history = sent.history[project.id] ?? [];
  const next = change(project);
  const made = sealEntry({
    id: 'schimbat-separat', projectId: project.id, label: { code: 'projectEdited', data: {} }, at: AT, author: 'Dan Rus', deviceId: DEVICE, patches: diff(project, next),
  }, history.at(-1) ?? null);
  writeFileSync(answer, writePackage({
    id: 'pachet-schimbat-separat', kind: 'full', createdAt: AT, producer: { app: 'Caiet', version: '0.1.0', deviceId: DEVICE, authority: 'Centrul de competență Nord' }, rulePack: null,
    projects: [{ project: next, history: [...history, made] }],
  }));
  return answer;
};

const firstOf = <Item>(records: Readonly<Record<Id, Item>>): [Id, Item] => {
  const [entry] = Object.entries(records);
  if (entry === undefined) throw new Error('an empty collection');
  return entry;
};

/** Meets what is changed here at the title of lot 1, and brings a few things of its own. */
export const withOtherTitles = (project: Project): Project => {
  const lots = Object.fromEntries(Object.entries(project.lots).map(([id, lot]) => [id, lot.number === '1' ? { ...lot, title: 'Corpuri de iluminat cu telegestiune' } : { ...lot, estimatedValue: { amount: 77_700_000, currency: project.currency } }]));
  const [criterionId, criterion] = firstOf(project.awardCriteria);
  return {
    ...project,
    lots,
    awardCriteria: { ...project.awardCriteria, [criterionId]: { ...criterion, description: 'Prețul pentru tot ce se livrează, se montează și se întreține.' } },
    procedure: { ...project.procedure, market: 'absent' },
    clarifications: {
      ...project.clarifications,
      'intrebare-noua': { id: 'intrebare-noua', position: positionBetween(null, null), receivedOn: '2026-03-11', asker: '', question: '', publicQuestion: 'Se acceptă stâlpi existenți?', answer: '', publishedOn: null, mergedInto: null },
    },
  };
};
