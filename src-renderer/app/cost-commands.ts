/** Life-cycle costs of bids, in from spreadsheets. */
import { afterStop } from '../domain/in-steps';
import { inOrder } from '../domain/position';
import type { BidCommands, Caiet, CostCommands } from './caiet';
import { earlierImportOf, importRecordOf, storeImport } from './import-record';
import { withSource } from './import-source';
import type { CaietPorts } from './ports';
import { costsFromRows, withoutCosts } from './rows-to-costs';
import type { Session } from './session';
import { takeBackInSlices } from './take-back';
import type { Workspace } from './workspace';

export const costCommands = (ports: CaietPorts, workspace: Workspace, session: Session, bids: BidCommands, changeSettings: Caiet['changeSettings']): CostCommands => {
  const undoImport: CostCommands['undoImport'] = async (id) => {
    const { removed, kept, isDone } = await takeBackInSlices(session, 'costsUndone', id, (now, log) =>
      afterStop(() => withoutCosts(now, id, log.find(({ label }) => label.code === 'costsImported' && label.data['importId'] === id))));
    if (isDone) workspace.notify({ tone: 'info', code: 'costsUndone', data: { removed, kept }, undoable: true });
    return { removed, kept };
  };
  return {
    undoImport,
    importing: (target) => ({
      ...bids,
      importContext: () => ({
        kind: 'costs',
        currency: session.project().currency,
        lotNumbers: inOrder(session.project().lots).map(({ number }) => number),
        presentRows: [],
        remembered: workspace.state().settings.importMappings,
        rememberedRules: workspace.state().settings.importRules ?? {},
      }),
      earlierImport: (sha256) => earlierImportOf(session.project(), 'costs', sha256),
      importRows: async (opened, plan, signature, decisions, summary, source = null) => {
        const rows = await opened.accepted('costs');
        const record = await withSource(ports, session.project(), importRecordOf(ports, { kind: 'costs', opened, plan, summary, accepted: rows.length }), source);
        const into = target();
        return storeImport({ workspace, session, changeSettings }, 'costsImported', record, (now) => afterStop(() => costsFromRows(now, rows, into, record)), { signature, plan, decisions });
      },
      undoImport,
    }),
  };
};
