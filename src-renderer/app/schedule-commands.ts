/** Price schedules of bids: in from spreadsheets, side by side, and out again. */
import { inOrder } from '../domain/position';
import type { ImportContext } from '../domain/ports/sheet-import';
import { ProblemError } from '../domain/problem';
import type { ImportRecord } from '../domain/project';
import { withoutSealedPrices } from '../domain/sealed-prices';
import type { BidCommands, Caiet, ScheduleCommands } from './caiet';
import { exportFileName } from './export-file-name';
import type { CaietPorts } from './ports';
import { schedulesFromRows, withoutSchedules } from './rows-to-schedules';
import type { Session } from './session';
import type { Workspace } from './workspace';

export const scheduleCommands = (ports: CaietPorts, workspace: Workspace, session: Session, bids: BidCommands, changeSettings: Caiet['changeSettings']): ScheduleCommands => {
  const undoImport: BidCommands['undoImport'] = (id) => {
    const { project, removed } = withoutSchedules(session.project(), id);
    const done = session.replace({ code: 'schedulesUndone', data: { count: removed, importId: id } }, project);
    if (!done) return { removed: 0, kept: removed };
    workspace.notify({ tone: 'info', code: 'schedulesUndone', data: { count: removed }, undoable: true });
    return { removed, kept: 0 };
  };

  return {
    importing: (target) => ({
      ...bids,
      importContext: (): ImportContext => ({
        kind: 'price-schedule',
        currency: session.project().currency,
        lotNumbers: inOrder(session.project().lots).map(({ number }) => number),
        presentRows: [],
        remembered: workspace.state().settings.importMappings,
      }),
      earlierImport: (sha256) => Object.values(session.project().imports).find((record) => record.sha256 === sha256 && record.kind === 'price-schedule'),
      importRows: async (opened, plan, signature, decisions, summary) => {
        const rows = await opened.accepted('price-schedule');
        const record: ImportRecord = {
          id: ports.ids.next(),
          kind: 'price-schedule',
          fileName: opened.info.fileName,
          sha256: opened.info.sha256,
          sheet: opened.info.sheets.find((sheet) => sheet.index === plan.sheet)?.name ?? '',
          importedAt: ports.clock.now(),
          rowsRead: summary.rowsRead,
          rowsAccepted: rows.length,
          rowsExcluded: summary.rowsRead - rows.length,
          warnings: summary.withWarnings,
          cellsCorrected: Object.keys(decisions.edits).length,
        };
        const done = session.replace({ code: 'schedulesImported', data: { count: rows.length, file: record.fileName, importId: record.id } }, schedulesFromRows(session.project(), rows, target(), record));
        const { save } = workspace.state();
        if (!done && save.status === 'failed') throw new ProblemError(save.problem);
        const mapping = Object.fromEntries(Object.entries(plan.columns).map(([column, field]) => [column, field]));
        changeSettings({ importMappings: { ...workspace.state().settings.importMappings, [signature]: mapping } });
        await session.settle();
        return record;
      },
      undoImport,
    }),
    undoImport,
    exportComparison: async (lotId) => {
      const project = withoutSealedPrices(session.project());
      const bytes = await ports.comparison(project, lotId, workspace.state().settings.locale ?? 'ro');
      const name = exportFileName(`${project.title} ${project.lots[lotId]?.number ?? ''}`.trim(), ports.clock.now(), 'xlsx');
      return (await ports.files.save('workbook', name, bytes))?.location ?? null;
    },
  };
};
