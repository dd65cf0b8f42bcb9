/** Bids: by hand and from spreadsheets. */
import { foldText } from '../domain/fold-text';
import { inOrder } from '../domain/position';
import type { FileProblemCode, ImportContext } from '../domain/ports/sheet-import';
import { fail } from '../domain/problem';
import { MAX_BIDS, type Bid, type Bidder } from '../domain/project';
import type { Id } from '../domain/values';
import type { BidCommands, Caiet } from './caiet';
import { dropVerdict } from './admission-commands';
import { parseColumnMap } from './column-map';
import { exportFileName } from './export-file-name';
import { dropIdleBidders } from './idle-bidders';
import { earlierImportOf, importRecordOf, storeImport } from './import-record';
import { saveSource, withSource } from './import-source';
import { takingBackImport } from './import-undo';
import type { CaietPorts } from './ports';
import { makingBids, presentBidAmounts, presentBidKeys } from './rows-to-bids';
import type { Session } from './session';
import { takeBackInSlices } from './take-back';
import type { Workspace } from './workspace';

export const bidCommands = (ports: CaietPorts, workspace: Workspace, session: Session, changeSettings: Caiet['changeSettings']): BidCommands => {
  const bid = (id: Id): Bid => {
    const found = session.project().bids[id];
    if (found === undefined) throw fail('store.notFound', { id });
    return found;
  };
  const bidderOf = (id: Id): string => session.project().bidders[bid(id).bidderId]?.name ?? '';

  return {
    openFile: (name, bytes, options) => ports.importer.open(name, bytes, options),
    pickFile: () => ports.files.open('spreadsheet'),
    saveCopy: async (name, bytes) => (await ports.files.save('workbook', exportFileName(name, ports.clock.now(), 'xlsx'), bytes))?.location ?? null,
    saveMapping: async (name, map) => (await ports.files.save('mapping', exportFileName(name, ports.clock.now(), 'json'), new TextEncoder().encode(`${JSON.stringify(map, null, 2)}\n`)))?.location ?? null,
    pickMapping: async () => {
      const file = await ports.files.open('mapping');
      return file === null ? null : { name: file.name, map: parseColumnMap(file.bytes) };
    },
    importContext: (): ImportContext => {
      const project = session.project();
      return {
        kind: 'bids',
        currency: project.currency,
        lotNumbers: inOrder(project.lots).map((lot) => lot.number),
        presentRows: presentBidKeys(project),
        presentAmounts: presentBidAmounts(project),
        remembered: workspace.state().settings.importMappings,
        rememberedRules: workspace.state().settings.importRules ?? {},
      };
    },
    earlierImport: (sha256) => earlierImportOf(session.project(), 'bids', sha256),
    importRows: async (opened, plan, signature, decisions, summary, source = null) => {
      const rows = await opened.accepted('bids');
      const project = session.project();
      if (Object.keys(project.bids).length + rows.length > MAX_BIDS) throw fail<FileProblemCode>('file.tooManyRows', { limit: MAX_BIDS });
      const record = await withSource(ports, project, importRecordOf(ports, { kind: 'bids', opened, plan, summary, accepted: rows.length }), source);
      return storeImport({ workspace, session, changeSettings }, 'bidsImported', record, (now) => makingBids(now, rows, record, ports.ids), { signature, plan, decisions });
    },
    saveSource: (id) => saveSource(ports, session.project(), id),
    undoImport: async (id) => {
      const { removed, kept, isDone } = await takeBackInSlices(session, 'importUndone', id, (now, log) => takingBackImport(now, log, id));
      workspace.notify({ tone: 'info', code: 'importUndone', data: { removed, kept }, undoable: isDone });
      return { removed, kept };
    },
    add: (lotId, bidderName) => {
      const id = ports.ids.next();
      const wanted = foldText(bidderName);
      const known = Object.values(session.project().bidders).find((each) => foldText(each.name) === wanted);
      const bidder: Bidder = known ?? { id: ports.ids.next(), name: bidderName.trim(), identifier: '', country: '', sme: null, email: '' };
      session.edit({ code: 'bidAdded', data: { bidder: bidder.name } }, (draft) => {
        draft.bidders[bidder.id] ??= bidder;
        draft.bids[id] = {
          id, bidderId: bidder.id, lotId, price: null, vatIncluded: false, receivedAt: null, durationDays: null,
          warrantyMonths: null, notes: '', status: 'valid', statusReason: '', importId: null,
        };
      });
      return id;
    },
    edit: (id, fields) => {
      session.edit({ code: 'bidEdited', data: { bidder: bidderOf(id) } }, (draft) => {
        const found = draft.bids[id];
        if (found === undefined) return;
        // The ground and the admission belong to the status they were recorded under.
        if (fields.status !== undefined && fields.status !== found.status) dropVerdict(found);
        Object.assign(found, fields);
      });
    },
    editBidder: (id, fields) => {
      const name = fields.name ?? session.project().bidders[id]?.name ?? '';
      session.edit({ code: 'bidderEdited', data: { bidder: name } }, (draft) => {
        Object.assign(draft.bidders[id] ?? {}, fields);
      });
    },
    remove: (id) => {
      const { bidderId } = bid(id);
      const bidder = bidderOf(id);
      const done = session.edit({ code: 'bidRemoved', data: { bidder } }, (draft) => {
        delete draft.bids[id];
        for (const sheet of Object.values(draft.scoreSheets)) if (sheet.bidId === id) delete draft.scoreSheets[sheet.id];
        dropIdleBidders(draft, [bidderId]);
      });
      if (done) workspace.notify({ tone: 'info', code: 'bidRemoved', data: { bidder }, undoable: true });
    },
  };
};
