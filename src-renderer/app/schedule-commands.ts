/** Price schedules of bids: in from spreadsheets, side by side, and out again. */
import { afterStop } from '../domain/in-steps';
import { inOrder } from '../domain/position';
import type { ImportContext } from '../domain/ports/sheet-import';
import type { BidCommands, Caiet, ScheduleCommands } from './caiet';
import { exportFileName } from './export-file-name';
import { earlierImportOf, importRecordOf, storeImport } from './import-record';
import { withSource } from './import-source';
import type { CaietPorts } from './ports';
import { schedulesFromRows, withoutSchedules } from './rows-to-schedules';
import type { Session } from './session';
import { takeBackInSlices } from './take-back';
import type { Workspace } from './workspace';

export const scheduleCommands = (ports: CaietPorts, workspace: Workspace, session: Session, bids: BidCommands, changeSettings: Caiet['changeSettings']): ScheduleCommands => {
  const undoImport: BidCommands['undoImport'] = async (id) => {
    const { removed, kept, isDone } = await takeBackInSlices(session, 'schedulesUndone', id, (now) => afterStop(() => withoutSchedules(now, id)));
    if (isDone) workspace.notify({ tone: 'info', code: 'schedulesUndone', data: { count: removed }, undoable: true });
    return { removed, kept };
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
        rememberedRules: workspace.state().settings.importRules ?? {},
      }),
      earlierImport: (sha256) => earlierImportOf(session.project(), 'price-schedule', sha256),
      importRows: async (opened, plan, signature, decisions, summary, source = null) => {
        const rows = await opened.accepted('price-schedule');
        const record = await withSource(ports, session.project(), importRecordOf(ports, { kind: 'price-schedule', opened, plan, summary, accepted: rows.length }), source);
        const into = target();
        return storeImport({ workspace, session, changeSettings }, 'schedulesImported', record, (now) => afterStop(() => schedulesFromRows(now, rows, into, record)), { signature, plan, decisions });
      },
      undoImport,
    }),
    undoImport,
    exportComparison: async (lotId, watched = {}) => {
      const project = session.project();
      const bytes = await ports.fileDesk.comparison({ project, lotId, locale: workspace.state().settings.locale ?? 'ro' }, watched);
      const name = exportFileName(`${project.title} ${project.lots[lotId]?.number ?? ''}`.trim(), ports.clock.now(), 'xlsx');
      const saved = await ports.files.save('workbook', name, bytes, watched.signal);
      if (saved === null) return null;
      workspace.notify({ tone: 'success', code: 'exported', data: { location: saved.location } });
      return saved.location;
    },
  };
};
