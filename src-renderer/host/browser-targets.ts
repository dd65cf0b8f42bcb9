/**
 * Exchange targets of the browser edition: folders the person opens to it. A page cannot speak to a WebDAV server, and the
 * launcher's server shall not speak for it (it would be an open door to other servers); that needs the installed application.
 */
import { MAX_OPEN_BYTES } from '../../src-main/bridge/host-api';
import type { HostTargets, TargetConnection, TargetProgress } from '../../src-main/bridge/targets-api';
import { HostError } from '../../src-main/bridge/host-error';
import { parsePut } from '../../src-main/bridge/target-arguments';
import { BrowserFolder, type FolderWork } from './browser-folder';
import type { FolderHandles } from './folder-handles';

const WRITING = { mode: 'readwrite' } as const;

/** The parts of the File System Access API that TypeScript's DOM library does not describe. */
interface PermittingHandle extends FileSystemDirectoryHandle {
  readonly queryPermission?: (options: typeof WRITING) => Promise<PermissionState>;
  readonly requestPermission?: (options: typeof WRITING) => Promise<PermissionState>;
}
type DirectoryPicker = (options: { readonly mode: 'readwrite' }) => Promise<PermittingHandle>;

const picker = (): DirectoryPicker | undefined => (window as unknown as { readonly showDirectoryPicker?: DirectoryPicker }).showDirectoryPicker;

const shown = async (id: string, handle: PermittingHandle): Promise<TargetConnection> => {
  const permission = await handle.queryPermission?.(WRITING) ?? 'granted';
  return { id, kind: 'folder', location: handle.name, user: null, fingerprint: null, password: 'none', needs: permission === 'granted' ? 'nothing' : 'permission' };
};

const picked = async (pick: DirectoryPicker): Promise<PermittingHandle | null> => {
  try {
    return await pick.call(window, WRITING);
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') return null;
    throw new HostError('target.browserCannot', { cause: error });
  }
};

const desktopOnly = async (): Promise<never> => {
  throw new HostError('target.desktopOnly');
};

export const createBrowserTargets = (handles: FolderHandles): HostTargets => {
  const jobs = new Map<string, AbortController>();
  const listeners = new Set<(progress: TargetProgress) => void>();

  const handleOf = async (id: string): Promise<PermittingHandle> => {
    const known = (await handles.all()).find((one) => one.id === id);
    if (known === undefined) throw new HostError('target.unknown');
    return known.handle;
  };

  const working = async <Result>(job: string, id: string, task: (folder: BrowserFolder, work: FolderWork) => Promise<Result>): Promise<Result> => {
    const controller = new AbortController();
    jobs.set(job, controller);
    try {
      const handle = await handleOf(id);
      if ((await shown(id, handle)).needs === 'permission') throw new HostError('target.permissionNeeded');
      return await task(new BrowserFolder(handle), {
        signal: controller.signal,
        progress: (done, total) => { for (const listener of listeners) listener({ job, done, total }); },
      });
    } finally {
      jobs.delete(job);
    }
  };

  /** A folder that is known already keeps its id. */
  const idOf = async (handle: FileSystemDirectoryHandle): Promise<string> => {
    for (const known of await handles.all()) if (await known.handle.isSameEntry(handle)) return known.id;
    return crypto.randomUUID();
  };

  return {
    kinds: ['folder'],
    list: async () => Promise.all((await handles.all()).map(({ id, handle }) => shown(id, handle))),
    chooseFolder: async () => {
      const pick = picker();
      if (pick === undefined) throw new HostError('target.browserCannot');
      const handle = await picked(pick);
      if (handle === null) return null;
      const id = await idOf(handle);
      await handles.put(id, handle);
      return shown(id, handle);
    },
    connect: desktopOnly,
    certificate: desktopOnly,
    unlock: async (id) => {
      const handle = await handleOf(id);
      await handle.requestPermission?.(WRITING);
      return shown(id, handle);
    },
    forget: (id) => handles.remove(id),
    look: (job, id) => working(job, id, (folder, work) => folder.look(work)),
    prepare: (job, id) => working(job, id, (folder) => folder.prepare()),
    files: (job, id) => working(job, id, (folder, work) => folder.files(work)),
    read: (job, id, name, limit) => working(job, id, (folder, work) => folder.read(name, limit, work)),
    put: async (job, given) => {
      const { id, name, bytes, guard } = parsePut(given, MAX_OPEN_BYTES);
      return working(job, id, (folder, work) => folder.put(name, bytes, guard, work));
    },
    cancel: async (job) => jobs.get(job)?.abort(),
    onProgress: (listener) => {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
  };
};
