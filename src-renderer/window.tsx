/** Composition root of the window: builds the application from its parts and draws it. */
import './ui/styles/fonts.css';
import './ui/styles/tokens.css';
import './ui/styles/base.css';
import './ui/styles/page.css';
import './ui/styles/button.css';
import './ui/styles/field.css';
import './ui/styles/overlay.css';
import './ui/styles/status.css';
import './ui/styles/table.css';
import './ui/styles/shell.css';
import './ui/styles/palette.css';
import './ui/styles/projects.css';
import './ui/styles/call.css';
import './ui/styles/call-parts.css';
import './ui/styles/call-plan.css';
import './ui/styles/criteria.css';
import './ui/styles/cpv.css';
import './ui/styles/charts.css';
import './ui/styles/bids.css';
import './ui/styles/imports.css';
import './ui/styles/evaluation.css';
import './ui/styles/robustness.css';
import './ui/styles/exchange.css';
import './ui/styles/targets.css';
import './ui/styles/needs.css';
import './ui/styles/schedules.css';
import './ui/styles/templates.css';
import './ui/styles/decision.css';
import './ui/styles/packages.css';
import './ui/styles/documents.css';
import './ui/styles/merge.css';
import './ui/styles/commission.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { v7 } from 'uuid';
import type { HostApi, HostInfo } from '../src-main/bridge/host-api';
import type { Caiet } from './app/caiet';
import { createCaiet } from './app/create-caiet';
import type { TargetPorts } from './app/targets/target-state';
import type { Clock, IdSource } from './domain/ports/clock';
import type { TargetStore } from './domain/ports/target-store';
import { RO_2026 } from './domain/rule-packs';
import type { PackageProducer } from './exchange/package-schema';
import { createDocumentMaker } from './documents/document-maker';
import { host } from './host/choose-host';
import { startWorker } from './host/start-worker';
import { workerDesk } from './host/worker-desk';
import { createWorkerFileDesk } from './host/worker-file-desk';
import type { CatalogueName } from './i18n/translator';
import { createWorkerSheetImporter, scoreSheetReader } from './spreadsheet/import/worker-importer';
import { createDexieAttachedFiles } from './storage/attached-files';
import { createDexieDeviceKey } from './storage/device-key';
import type { DexieProjectStore } from './storage/project-store';
import { createRemoteStore, type RemoteStore } from './storage/remote-store';
import { safetyStoreOn } from './storage/safety-files';
import { createDexieSettingsStore } from './storage/settings-store';
import { createTargetsDatabase } from './storage/targets-database';
import { AppWindow } from './ui/app-window';
import { createFormat } from './ui/context/format';

const clock: Clock = { now: () => new Date().toISOString() };
const ids: IdSource = { next: () => v7() };

/** Named in copies made before the device has its own identity. */
const NEW_DEVICE = 'new-device';

const startStoreWorker = async (): Promise<Worker> => {
  const { default: address } = await import('./store-worker?worker&url');
  return startWorker('caiet-store', address);
};

const startFileWorker = async (): Promise<Worker> => {
  const { default: address } = await import('./file-worker?worker&url');
  return startWorker('caiet-files', address);
};

const startImportWorker = (address: string): Worker => startWorker('caiet-import', address);

const createStore = (worker: Worker, api: HostApi, info: HostInfo, producer: () => PackageProducer): RemoteStore => {
  const { appVersion, electronMajor, safety } = info;
  const store = createRemoteStore(worker, { facts: { keepsCopies: safety !== 'none', appVersion, electronMajor }, files: api.safety, producer });
  worker.addEventListener('error', (event) => {
    // What a defect inside throws has a message and surfaces like one of the window; a worker that cannot run has none.
    if (event instanceof ErrorEvent && event.message !== '') reportError(new Error(event.message));
    else store.lost();
  });
  return store;
};

/** How often automatic exchange looks whether the line is back and something new is there. */
const OCCASION_MS = 60_000;

const targetPorts = (api: HostApi, store: TargetStore): TargetPorts => ({
  host: api.targets,
  store,
  alone: async (name, work) => navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock !== null) await work();
  }),
  onOccasion: (listener) => {
    setInterval(listener, OCCASION_MS);
    window.addEventListener('online', listener);
  },
});

const compose = (api: HostApi, info: HostInfo, store: DexieProjectStore, targets: TargetStore): Caiet =>
  createCaiet({
    clock, ids, store,
    settings: createDexieSettingsStore(),
    files: api.files,
    host: info,
    importer: createWorkerSheetImporter(startImportWorker),
    fileDesk: createWorkerFileDesk(startFileWorker),
    documents: createDocumentMaker(RO_2026, createFormat),
    readScoreSheet: scoreSheetReader(startImportWorker),
    rulePack: RO_2026,
    targets: targetPorts(api, targets),
    packages: workerDesk,
    deviceKey: createDexieDeviceKey(),
    attachedFiles: createDexieAttachedFiles({ safety: info.safety === 'none' ? null : safetyStoreOn(api.safety) }),
    snapshots: store.snapshots,
  });

/**
 * Text still being typed is committed when its field loses the focus; then everything pending is awaited. `waits`: the
 * host waits for the ledger as well. A browser would only ask the person about it, and what is stored is safe without.
 */
const finish = async (caiet: Caiet, store: DexieProjectStore, waits: boolean): Promise<void> => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await caiet.settle();
  if (caiet.unstored()) {
    caiet.retry();
    await caiet.settle();
  }
  // Still not stored: a browser asks the person before it leaves, Electron waits as long as it waits for anything.
  if (caiet.unstored()) await new Promise<never>(() => undefined);
  const settled = store.settle();
  if (waits) await settled;
};

/** `/?pseudo` marks every message, so that a test can find text that no catalogue holds. Nothing in Caiet leads there. */
const catalogueForTests = (): { readonly catalogue?: CatalogueName } => (new URLSearchParams(window.location.search).has('pseudo') ? { catalogue: 'pseudo' } : {});

const start = async (): Promise<void> => {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  const known = createTargetsDatabase();
  const api = host(known.handles);
  // Begun before anything else, so that the worker is there when the window has been put together.
  const [worker, info] = await Promise.all([startStoreWorker(), api.info()]);
  const producer = (): PackageProducer => {
    const { deviceId, authority } = caiet.workspace.getState().settings;
    return { app: 'Caiet', version: info.appVersion, deviceId: deviceId === '' ? NEW_DEVICE : deviceId, authority: authority.name };
  };
  const store = createStore(worker, api, info, producer);
  const caiet = compose(api, info, store, known.store);
  api.onBeforeClose(() => finish(caiet, store, info.kind === 'electron'));
  createRoot(root).render(
    <StrictMode>
      <AppWindow caiet={caiet} rulePack={RO_2026} hostInfo={info} onMenu={(listener) => api.onMenu(listener)} {...catalogueForTests()} />
    </StrictMode>,
  );
  await caiet.begin();
};

void start();
