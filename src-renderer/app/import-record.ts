/** What every import of a spreadsheet leaves behind: a record of it, and the mapping for the next file like it. */
import type { ImportSession, PreviewSummary, RowDecisions, TablePlan } from '../domain/ports/sheet-import';
import { rulesOf } from '../domain/column-rules';
import { ProblemError } from '../domain/problem';
import type { ImportRecord, Project } from '../domain/project';
import type { ChangeCode } from '../domain/change';
import type { Caiet } from './caiet';
import type { CaietPorts } from './ports';
import type { Session } from './session';
import type { Workspace } from './workspace';

const NO_DECISIONS: RowDecisions = { edits: {}, excluded: [], included: [] };

/** One import as the wizard has it when its rows are to be stored. */
export interface ReadyImport {
  readonly kind: ImportRecord['kind'];
  readonly opened: ImportSession;
  readonly plan: TablePlan;
  readonly summary: PreviewSummary;
  readonly accepted: number;
}

export const importRecordOf = ({ ids, clock }: CaietPorts, { kind, opened, plan, summary, accepted }: ReadyImport): ImportRecord => ({
  id: ids.next(),
  kind,
  fileName: opened.info.fileName,
  sha256: opened.info.sha256,
  sheet: opened.info.sheets.find((sheet) => sheet.index === plan.sheet)?.name ?? '',
  importedAt: clock.now(),
  rowsRead: summary.rowsRead,
  rowsAccepted: accepted,
  rowsExcluded: summary.rowsRead - accepted,
  warnings: summary.withWarnings,
  cellsCorrected: summary.corrected,
});

/** An earlier import of the very same bytes as the same kind of table. */
export const earlierImportOf = ({ imports }: Project, kind: ImportRecord['kind'], sha256: string): ImportRecord | undefined =>
  Object.values(imports).find((record) => record.sha256 === sha256 && record.kind === kind);

interface UsedMapping {
  readonly signature: string;
  readonly plan: TablePlan;
  readonly decisions?: RowDecisions;
}

/** Remembers which column was which, and what was said of it, for the next table with these headings. */
export const rememberColumns = ({ workspace, changeSettings }: { readonly workspace: Workspace; readonly changeSettings: Caiet['changeSettings'] }, { signature, plan, decisions = NO_DECISIONS }: UsedMapping): void => {
  const { settings } = workspace.state();
  changeSettings({
    importMappings: { ...settings.importMappings, [signature]: { ...plan.columns } },
    importRules: { ...settings.importRules, [signature]: rulesOf(plan, decisions) },
  });
};

/** Stores what `make` makes of the project as one change, worked out in slices, remembers which column was which and what was said of it, and waits until both are on the disk. Throws what keeps editing stopped. */
export const storeImport = async (
  { workspace, session, changeSettings }: { readonly workspace: Workspace; readonly session: Session; readonly changeSettings: Caiet['changeSettings'] },
  code: ChangeCode, record: ImportRecord, make: (now: Project) => Generator<unknown, Project>, mapping: UsedMapping,
): Promise<ImportRecord> => {
  const done = await session.replaceInSlices({ code, data: { count: record.rowsAccepted, file: record.fileName, importId: record.id } }, make);
  const { save } = workspace.state();
  if (!done && save.status === 'failed') throw new ProblemError(save.problem);
  rememberColumns({ workspace, changeSettings }, mapping);
  await session.settle();
  return record;
};
