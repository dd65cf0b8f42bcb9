/** What an import adds to a project of a package, as one change of its audit trail, the way the window does it. */
import { bidsFromRows } from '../app/rows-to-bids';
import { costsFromRows } from '../app/rows-to-costs';
import { sealEntry } from '../domain/audit';
import type { AuditEntry, ChangeLabel } from '../domain/change';
import { guardRefusal } from '../domain/call-guard';
import { decisionLock } from '../domain/decision/decision-lock';
import { freezeInForce } from '../domain/frozen-call';
import { diff } from '../domain/json-diff';
import type { BidRow, CostRow } from '../domain/ports/import-kinds';
import type { PreviewSummary, WorkbookInfo } from '../domain/ports/sheet-import';
import { fail, ProblemError, type Problem } from '../domain/problem';
import { MAX_BIDS, type ImportRecord, type Project } from '../domain/project';
import type { Json } from '../domain/values';
import type { PackageProject, PackageReport } from '../exchange/report';
import { RULES, writePackageLike } from './package-file';
import { producerFor, TERMINAL_DEVICE } from './producer';
import { TerminalError, type Terminal } from './terminal';

/** A table as it was read: what goes in and what is remembered of the file. */
export interface ReadRows<Row> {
  readonly info: WorkbookInfo;
  readonly sheet: string;
  readonly rows: readonly Row[];
  readonly summary: PreviewSummary;
}

/** Where something is taken in, and by whom. */
export interface Addition {
  readonly report: PackageReport;
  readonly target: PackageProject;
  /** Who takes it in, for the audit trail. */
  readonly author: string;
  readonly out: string;
}

const importRecord = (kind: ImportRecord['kind'], { info, sheet, rows, summary }: ReadRows<unknown>, { ids, clock }: Terminal): ImportRecord => ({
  id: ids.next(),
  kind,
  fileName: info.fileName,
  sha256: info.sha256,
  sheet,
  importedAt: clock.now(),
  rowsRead: summary.rowsRead,
  rowsAccepted: rows.length,
  rowsExcluded: summary.rowsRead - rows.length,
  warnings: summary.withWarnings,
  cellsCorrected: summary.corrected,
});

/** A package whose project came without a trail gets one that begins with the project as it was. */
const beginning = ({ project, history }: PackageProject, author: string, { ids, clock }: Terminal): readonly AuditEntry[] => (history.length > 0 ? history : [sealEntry({
  id: ids.next(), projectId: project.id, label: { code: 'projectImported', data: { title: project.title } }, at: clock.now(), author, deviceId: TERMINAL_DEVICE,
  patches: [{ path: [], after: project as Json }],
}, null)]);

/** What a decision or the frozen call has against the project becoming `next`; null when it may. */
export const obstacleTo = (before: Project, next: Project): Problem | null => {
  const locked = decisionLock(before, next);
  const refusal = locked === null ? guardRefusal(before, next, []) : null;
  return locked ?? (refusal === null ? null : fail(refusal, { freeze: freezeInForce(before)?.id ?? '' }).problem);
};

/** Writes the package with the project as `next`; its other projects stay as they are, and `base` remembers the state before. Throws what stands against it. */
export const writeAddition = async ({ report, target, author, out }: Addition, label: ChangeLabel, next: Project, terminal: Terminal): Promise<void> => {
  const obstacle = obstacleTo(target.project, next);
  if (obstacle !== null) throw new ProblemError(obstacle);
  const history = beginning(target, author, terminal);
  const entry = sealEntry({
    id: terminal.ids.next(),
    projectId: target.project.id,
    label,
    at: terminal.clock.now(),
    author,
    deviceId: TERMINAL_DEVICE,
    patches: diff(target.project as Json, next as Json),
  }, history.at(-1) ?? null);
  await writePackageLike(report, out, {
    id: terminal.ids.next(),
    kind: 'full',
    createdAt: terminal.clock.now(),
    producer: producerFor(report.producer.authority),
    rulePack: RULES,
    projects: report.projects.map((each) => (each === target ? { project: next, history: [...history, entry] } : each)),
    base: { [target.project.id]: target.digest },
  }, terminal);
};

/** The accepted rows as bids. */
export const addBids = async (addition: Addition, register: ReadRows<BidRow>, terminal: Terminal): Promise<void> => {
  const { project } = addition.target;
  const count = Object.keys(project.bids).length + register.rows.length;
  if (count > MAX_BIDS) throw new TerminalError('terminal.tooManyBids', { count, limit: MAX_BIDS });
  const record = importRecord('bids', register, terminal);
  const label: ChangeLabel = { code: 'bidsImported', data: { count: register.rows.length, file: record.fileName, importId: record.id } };
  await writeAddition(addition, label, bidsFromRows(project, register.rows, record, terminal.ids), terminal);
};

/** The accepted rows as life-cycle costs of bids, by the bidder column. Throws what keeps a row from its bid or its cost. */
export const addCosts = async (addition: Addition, table: ReadRows<CostRow>, terminal: Terminal): Promise<void> => {
  const record = importRecord('costs', table, terminal);
  const label: ChangeLabel = { code: 'costsImported', data: { count: table.rows.length, file: record.fileName, importId: record.id } };
  await writeAddition(addition, label, costsFromRows(addition.target.project, table.rows, { kind: 'byBidder' }, record), terminal);
};
