/** Score sheets as packages: made for an evaluator, and read when one comes back. */
import { sha256Hex, canonicalJson } from '../domain/digest';
import type { AuditEntry } from '../domain/change';
import { inOrder } from '../domain/position';
import type { Project } from '../domain/project';
import type { ReturnedScore, ReturnedSheet } from '../domain/sheet-return';
import type { Id, Instant } from '../domain/values';
import type { PackageProducer } from './package-schema';
import type { PackageReport } from './report';
import { sheetWay, type SheetWay } from './sheet-content';
import { writePackage } from './write-package';

export interface SheetPackage {
  /** As made by `sheetProject`, and on the way back with the scores in it. */
  readonly sheet: Project;
  readonly way: SheetWay;
  /** Of the sheet on the evaluator's computer; empty on the way out. */
  readonly history: readonly AuditEntry[];
  readonly at: Instant;
  readonly producer: PackageProducer;
}

/** The package's bytes. Its id is made of what it holds: the same sheet at the same moment is the same package. */
export const encodeSheet = ({ sheet, way, history, at, producer }: SheetPackage): Uint8Array => writePackage({
  id: `sheet-${sha256Hex(canonicalJson([way, at, sheet])).slice(0, 32)}`,
  kind: 'evaluator-sheet',
  createdAt: at,
  producer,
  // A sheet has one person's scores and no prices: there is nothing to rank.
  rulePack: null,
  projects: [{ project: sheet, history }],
  content: { way },
});

/** As made by `sheetProject`, with the scores in it on the way back. */
export interface SheetInPackage {
  readonly sheet: Project;
  readonly way: SheetWay;
}

/** The one sheet of a package, and which way it is going; null when it is no package of a sheet. */
export const sheetOf = ({ kind, content, projects }: PackageReport): SheetInPackage | null => {
  const way = sheetWay(content);
  const [only, ...others] = projects;
  if (kind !== 'evaluator-sheet' || way === null || only === undefined || others.length > 0 || only.project.assignment === undefined) return null;
  return { sheet: only.project, way };
};

const scoresOf = (sheet: Project, evaluatorId: Id): ReturnedScore[] => Object.values(sheet.scoreSheets)
  .filter((scores) => scores.evaluatorId === evaluatorId)
  .flatMap(({ bidId, scores }) => {
    const place = sheet.bidders[sheet.bids[bidId]?.bidderId ?? '']?.name ?? bidId;
    return Object.entries(scores).map(([criterionId, { value, reason }]) => ({ bidId, criterionId, value, reason, place }));
  });

/** What a package that came back says; null when it is no package of a sheet. */
export const returnedFromPackage = (report: PackageReport, sha256: string): ReturnedSheet | null => {
  const found = sheetOf(report);
  const assignment = found?.sheet.assignment;
  if (found === null || assignment === undefined) return null;
  const { sheet } = found;
  const person = inOrder(sheet.evaluators).find(({ id }) => id === assignment.evaluatorId);
  return {
    fileName: report.fileName,
    sha256,
    form: 'package',
    projectId: assignment.projectId,
    handoutId: sheet.id,
    evaluatorId: assignment.evaluatorId,
    callHash: assignment.callHash,
    declaration: person?.declaration ?? null,
    scores: scoresOf(sheet, assignment.evaluatorId),
    authors: [...new Set(report.projects.flatMap(({ history }) => history.map(({ author }) => author)))],
    problems: report.problems.filter(({ severity }) => severity === 'error'),
  };
};
