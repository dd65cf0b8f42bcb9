/** The real host side as the window sees it, without the IPC in between: what crosses is copied and checked as there, packages in parts. */
import { parseTargetArguments as parse } from '../../../src-main/bridge/target-arguments';
import type { HostTargets, TargetProgress } from '../../../src-main/bridge/targets-api';
import { PackageParts } from '../../../src-main/exchange-targets/package-parts';
import type { ExchangeTargets } from '../../../src-main/exchange-targets/targets';
import { targetsOver } from '../../../src-renderer/host/targets-in-parts';

/** `crossed` hears of the bytes that went over at once. `folder` is what the person chooses in the dialog. */
export const hostTargets = (targets: ExchangeTargets, folder = (): string | null => null, crossed: (bytes: number) => void = () => undefined): HostTargets => {
  const packages = new PackageParts(targets);
  const over = (bytes: Uint8Array): Uint8Array => {
    crossed(bytes.buffer.byteLength);
    return structuredClone(bytes);
  };
  const listeners = new Set<(progress: TargetProgress) => void>();
  const tell = (job: string, done: number, total: number): void => {
    for (const listener of listeners) listener({ job, done, total });
  };
  return targetsOver({
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
    read: async (...args) => {
      const { size, bytes } = await packages.read(...parse.read(args), tell);
      return { size, bytes: over(bytes) };
    },
    readPart: async (...args) => over(packages.readPart(...parse.readPart(args))),
    holdPart: async (job, part, bytes) => packages.holdPart(...parse.holdPart([job, part, over(bytes)])),
    put: async (job, put, parts = 0) => packages.put(...parse.put([job, { ...put, bytes: over(put.bytes) }, parts]), tell),
    cancel: async (...args) => packages.cancel(...parse.id(args)),
    onProgress: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
};
