/** Bids added to a package as one change of its audit trail, the way the window does it. */
import { bidsFromRows } from '../app/rows-to-bids';
import { sealEntry } from '../domain/audit';
import type { AuditEntry } from '../domain/change';
import { diff } from '../domain/json-diff';
import type { BidRow } from '../domain/ports/import-kinds';
import type { PreviewSummary, WorkbookInfo } from '../domain/ports/sheet-import';
import { MAX_BIDS, type ImportRecord, type Project } from '../domain/project';
import type { Json } from '../domain/values';
import type { PackageProject, PackageReport } from '../exchange/report';
import { RULES, writePackageLike } from './package-file';
import { producerFor, TERMINAL_DEVICE } from './producer';
import { TerminalError, type Terminal } from './terminal';

export interface ReadRegister {
  readonly info: WorkbookInfo;
  readonly sheet: string;
  readonly rows: readonly BidRow[];
  readonly summary: PreviewSummary;
}

export interface Addition {
  readonly report: PackageReport;
  readonly target: PackageProject;
  readonly register: ReadRegister;
  /** Who takes them in, for the audit trail. */
  readonly author: string;
  readonly out: string;
}

const importRecord = ({ info, sheet, rows, summary }: ReadRegister, { ids, clock }: Terminal): ImportRecord => ({
  id: ids.next(),
  kind: 'bids',
  fileName: info.fileName,
  sha256: info.sha256,
  sheet,
  importedAt: clock.now(),
  rowsRead: summary.rowsRead,
  rowsAccepted: rows.length,
  rowsExcluded: summary.rowsRead - rows.length,
  warnings: summary.withWarnings,
  cellsCorrected: 0,
});

/** A package whose project came without a trail gets one that begins with the project as it was. */
const beginning = ({ project, history }: PackageProject, author: string, { ids, clock }: Terminal): readonly AuditEntry[] => (history.length > 0 ? history : [sealEntry({
  id: ids.next(), projectId: project.id, label: { code: 'projectImported', data: { title: project.title } }, at: clock.now(), author, deviceId: TERMINAL_DEVICE,
  patches: [{ path: [], after: project as Json }],
}, null)]);

const withBids = ({ target, register, author }: Addition, terminal: Terminal): { readonly project: Project; readonly history: readonly AuditEntry[] } => {
  const { project } = target;
  const record = importRecord(register, terminal);
  const count = Object.keys(project.bids).length + register.rows.length;
  if (count > MAX_BIDS) throw new TerminalError('terminal.tooManyBids', { count, limit: MAX_BIDS });
  const next = bidsFromRows(project, register.rows, record, terminal.ids);
  const history = beginning(target, author, terminal);
  const entry = sealEntry({
    id: terminal.ids.next(),
    projectId: project.id,
    label: { code: 'bidsImported', data: { count: register.rows.length, file: record.fileName, importId: record.id } },
    at: terminal.clock.now(),
    author,
    deviceId: TERMINAL_DEVICE,
    patches: diff(project as Json, next as Json),
  }, history.at(-1) ?? null);
  return { project: next, history: [...history, entry] };
};

/** Writes the package with the bids; its other projects stay as they are, and `base` remembers the state before. */
export const addBids = async (addition: Addition, terminal: Terminal): Promise<void> => {
  const { report, target, out } = addition;
  const changed = withBids(addition, terminal);
  await writePackageLike(report, out, {
    id: terminal.ids.next(),
    kind: 'full',
    createdAt: terminal.clock.now(),
    producer: producerFor(report.producer.authority),
    rulePack: RULES,
    projects: report.projects.map((each) => (each === target ? changed : each)),
    base: { [target.project.id]: target.digest },
  }, terminal);
};
