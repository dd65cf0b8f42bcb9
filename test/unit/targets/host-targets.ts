/** The real host side as the window sees it, without the IPC in between. */
import { parseTargetArguments as parse } from '../../../src-main/bridge/target-arguments';
import type { HostTargets, TargetProgress } from '../../../src-main/bridge/targets-api';
import type { ExchangeTargets } from '../../../src-main/exchange-targets/targets';

/** `folder` is what the person chooses in the dialog. */
export const hostTargets = (targets: ExchangeTargets, folder = (): string | null => null): HostTargets => {
  const listeners = new Set<(progress: TargetProgress) => void>();
  const tell = (job: string, done: number, total: number): void => {
    for (const listener of listeners) listener({ job, done, total });
  };
  return {
    kinds: ['folder', 'webdav'],
    list: () => targets.list(),
    chooseFolder: async () => {
      const chosen = folder();
      return chosen === null ? null : targets.addFolder(chosen);
    },
    connect: async (...args) => targets.connect(...parse.connect(args)),
    certificate: async (...args) => targets.certificate(...parse.address(args)),
    unlock: async (...args) => targets.unlock(...parse.unlock(args)),
    forget: async (...args) => targets.forget(...parse.id(args)),
    look: async (...args) => targets.look(...parse.job(args)),
    prepare: async (...args) => targets.prepare(...parse.job(args)),
    files: async (...args) => targets.files(...parse.job(args)),
    read: async (...args) => targets.read(...parse.read(args), tell),
    put: async (...args) => targets.put(...parse.put(args), tell),
    cancel: async (...args) => targets.cancel(...parse.id(args)),
    onProgress: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
