/** What an import adds to a project of a package, as one change of its audit trail, the way the window does it. */
import { bidsFromRows } from '../app/rows-to-bids';
import { costsFromRows } from '../app/rows-to-costs';
import { needsFromRows, requirementsFromRows } from '../app/rows-to-needs';
import { schedulesFromRows } from '../app/rows-to-schedules';
import { sealEntry } from '../domain/audit';
import type { AuditEntry, ChangeCode, ChangeLabel } from '../domain/change';
import { guardRefusal } from '../domain/call-guard';
import { decisionLock } from '../domain/decision/decision-lock';
import { freezeInForce } from '../domain/frozen-call';
import { diff } from '../domain/json-diff';
import type { IdSource } from '../domain/ports/clock';
import type { BidRow, RowOf } from '../domain/ports/import-kinds';
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

/** The kinds of tables whose rows go into a project from here; score sheets have checks of their own. */
export const INTO_KINDS = ['bids', 'price-schedule', 'costs', 'needs', 'requirements'] as const satisfies readonly ImportRecord['kind'][];
export type IntoKind = (typeof INTO_KINDS)[number];

const CHANGES = {
  bids: 'bidsImported', 'price-schedule': 'schedulesImported', costs: 'costsImported', needs: 'needsImported', requirements: 'requirementsImported',
} as const satisfies Readonly<Record<IntoKind, ChangeCode>>;

const bidsInto = (project: Project, rows: readonly BidRow[], record: ImportRecord, ids: IdSource): Project => {
  const count = Object.keys(project.bids).length + rows.length;
  if (count > MAX_BIDS) throw new TerminalError('terminal.tooManyBids', { count, limit: MAX_BIDS });
  return bidsFromRows(project, rows, record, ids);
};

/** The project with the accepted rows, the way the window takes them in. Prices and costs go to bids by the bidder column. Throws what keeps a row out: nothing is taken in then. */
const INTO: { readonly [Kind in IntoKind]: (project: Project, rows: readonly RowOf[Kind][], record: ImportRecord, ids: IdSource) => Project } = {
  bids: bidsInto,
  'price-schedule': (project, rows, record) => schedulesFromRows(project, rows, { kind: 'byBidder' }, record),
  costs: (project, rows, record) => costsFromRows(project, rows, { kind: 'byBidder' }, record),
  needs: needsFromRows,
  requirements: requirementsFromRows,
};

/** Writes the package with the accepted rows of a table in it. */
export const addRows = async <Kind extends IntoKind>(addition: Addition, kind: Kind, table: ReadRows<RowOf[Kind]>, terminal: Terminal): Promise<void> => {
  const record = importRecord(kind, table, terminal);
  const label: ChangeLabel = { code: CHANGES[kind], data: { count: table.rows.length, file: record.fileName, importId: record.id } };
  await writeAddition(addition, label, INTO[kind](addition.target.project, table.rows, record, terminal.ids), terminal);
};
