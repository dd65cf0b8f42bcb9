/** The application on the real store over an in-memory IndexedDB, with everything outside it counted and caught. */
import 'fake-indexeddb/auto';
import { createCaiet } from '../../../src-renderer/app/create-caiet';
import type { Caiet } from '../../../src-renderer/app/caiet';
import type { CaietPorts } from '../../../src-renderer/app/ports';
import type { ProjectStore } from '../../../src-renderer/domain/ports/project-store';
import type { ProblemError } from '../../../src-renderer/domain/problem';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { fileMakers } from '../../../src-renderer/file-makers';
import { createDocumentMaker } from '../../../src-renderer/documents/document-maker';
import { readScoreSheet } from '../../../src-renderer/spreadsheet/import/score-sheet-workbook';
import { createSheetImporter } from '../../../src-renderer/spreadsheet/import/importer';
import { directDesk } from '../../../src-renderer/exchange/package-desk';
import { webPlatform } from '../../../src-renderer/host/web-platform';
import { createDexieAttachedFiles } from '../../../src-renderer/storage/attached-files';
import { createDexieDeviceKey } from '../../../src-renderer/storage/device-key';
import { createDexieProjectStore } from '../../../src-renderer/storage/project-store';
import type { TargetPorts } from '../../../src-renderer/app/targets/target-state';
import { createDexieSettingsStore } from '../../../src-renderer/storage/settings-store';
import { createTargetsDatabase } from '../../../src-renderer/storage/targets-database';
import { processLocks } from '../../../src-renderer/storage/write-queue';
import { createFormat } from '../../../src-renderer/ui/context/format';

interface Saved {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Started {
  readonly caiet: Caiet;
  /** What "save as" was given, oldest first. */
  readonly saved: readonly Saved[];
  /** The next commit fails with this. */
  readonly failNext: (error: ProblemError) => void;
  /** Commits wait until the returned function is called. */
  readonly hold: () => () => void;
  /** Time passes, or the line comes back: automatic exchange looks what there is to do. */
  readonly onOccasion: () => void;
  /** Starts the application again on the same database. */
  readonly again: (options?: { readonly keepOpen?: boolean }) => Promise<Caiet>;
}

let databases = 0;

/** A host without exchange targets. */
const noTargets: TargetPorts['host'] = {
  ...(Object.fromEntries(['chooseFolder', 'connect', 'certificate', 'unlock', 'forget', 'look', 'prepare', 'files', 'read', 'put', 'cancel']
    .map((name) => [name, () => Promise.reject(new Error('this test has no exchange targets'))])) as unknown as Omit<TargetPorts['host'], 'kinds' | 'list' | 'onProgress'>),
  kinds: [],
  list: async () => [],
  onProgress: () => () => undefined,
};

export const startCaiet = async (options: { readonly openFails?: ProblemError; readonly targets?: TargetPorts['host']; readonly makers?: Partial<CaietPorts> } = {}): Promise<Started> => {
  databases += 1;
  const name = `app-test-${databases}`;
  const saved: Saved[] = [];
  const locks = processLocks();
  let minted = 0;
  let moment = Date.UTC(2026, 2, 2, 8);
  const ids = { next: () => `id-${databases}-${String((minted += 1)).padStart(6, '0')}` };
  const clock = { now: () => new Date((moment += 1000)).toISOString() };
  const failures: ProblemError[] = [];
  let gate: Promise<void> = Promise.resolve();
  let running: ProjectStore | null = null;
  let occasion = (): void => undefined;

  const begin = async (): Promise<Caiet> => {
    const store = createDexieProjectStore({
      name, clock, locks, safety: null, appVersion: 'test', electronMajor: null,
      backup: { encode: async () => ({ bytes: new Uint8Array(), sha256: '' }), prove: async () => ({ sha256: '', projects: 0 }), decode: async () => [] },
    });
    running = store;
    const guarded: ProjectStore = {
      ...store,
      open: () => (options.openFails === undefined ? store.open() : Promise.reject(options.openFails)),
      commit: async (changes) => {
        await gate;
        const failure = failures.shift();
        if (failure !== undefined) throw failure;
        return store.commit(changes);
      },
    };
    const caiet = createCaiet({
      store: guarded, clock, ids, rulePack: RO_2026,
      targets: { host: options.targets ?? noTargets, store: createTargetsDatabase({ name: `${name}-targets`, locks }).store, alone: (_name, work) => work(), onOccasion: (listener) => { occasion = listener; } },
      settings: createDexieSettingsStore({ name, locks }),
      packages: directDesk(webPlatform),
      deviceKey: createDexieDeviceKey({ name, locks }),
      attachedFiles: createDexieAttachedFiles({ name, locks, safety: null }),
      files: {
        open: async () => null,
        save: async (_kind, fileName, bytes) => {
          saved.push({ name: fileName, bytes });
          return { location: fileName };
        },
        savePdf: async () => null,
      },
      host: { kind: 'browser', appVersion: 'test', electronMajor: null, platform: 'test', safety: 'none', safetyLocation: null },
      importer: createSheetImporter(),
      fileDesk: fileMakers,
      documents: createDocumentMaker(RO_2026, createFormat),
      readScoreSheet,
      snapshots: { list: async () => [], read: async () => new Uint8Array(), writeNow: async () => undefined },
      ...options.makers,
    });
    await caiet.begin();
    return caiet;
  };

  const caiet = await begin();
  return {
    caiet,
    saved,
    failNext: (error) => failures.push(error),
    hold: () => {
      let release = (): void => undefined;
      gate = new Promise((resolve) => {
        release = resolve;
      });
      return () => {
        release();
      };
    },
    onOccasion: () => occasion(),
    again: async ({ keepOpen = false } = {}) => {
      if (!keepOpen) {
        await caiet.settle();
        await running?.close();
      }
      return begin();
    },
  };
};
