/** Whole projects as a package that leaves: signed by this device, with the contents of documents, under a passphrase if wanted. */
import { attachmentsOf } from '../domain/attachment';
import { lastExchanged } from '../domain/exchange-marks';
import type { Id, Instant } from '../domain/values';
import type { PackagedProject } from '../exchange/package-desk';
import type { PackageOptions } from './package-commands';
import type { CaietPorts } from './ports';
import { exportFileName } from './export-file-name';
import type { Session } from './session';
import type { Workspace } from './workspace';

type Files = ReadonlyMap<string, Uint8Array>;

interface Gathered {
  readonly files: Files;
  /** Digests of the states last exchanged, where there were any. */
  readonly base: Readonly<Record<Id, string>>;
}

/** What stands in a package beside its projects. */
const gather = async (ids: readonly Id[], { attachedFiles }: CaietPorts, session: Session): Promise<Gathered> => {
  const files = new Map<string, Uint8Array>();
  const base: Record<Id, string> = {};
  for (const id of ids) {
    const { project, log } = await session.whole(id);
    const digest = lastExchanged(log);
    if (digest !== undefined) base[id] = digest;
    for (const { sha256 } of attachmentsOf(project)) {
      const bytes = files.has(sha256) ? undefined : await attachedFiles.get(id, sha256);
      if (bytes !== undefined) files.set(sha256, bytes);
    }
  }
  return { files, base };
};

async function* wholeProjects(ids: readonly Id[], session: Session): AsyncGenerator<PackagedProject> {
  for (const id of ids) {
    const { project, log } = await session.whole(id);
    yield { project, history: log };
  }
}

export interface MadeFile {
  readonly packageId: Id;
  readonly createdAt: Instant;
  readonly bytes: Uint8Array;
  readonly ending: 'caiet.json' | 'caiet.zip';
}

/** The projects as they are now, with their histories. Rejects with `package.cancelled`, `package.weakPassphrase`, `package.tooLarge`. */
export const writeWholeProjects = async (ids: readonly Id[], options: PackageOptions, ports: CaietPorts, workspace: Workspace, session: Session): Promise<MadeFile> => {
  const { deviceId, authority } = workspace.state().settings;
  const packageId = ports.ids.next();
  const createdAt = ports.clock.now();
  const { files, base } = await gather(ids, ports, session);
  const { bytes, ending } = await ports.packages.write({
    head: { id: packageId, base, kind: 'full', createdAt, rulePack: ports.rulePack, producer: { app: 'Caiet', version: ports.host.appVersion, deviceId, authority: authority.name } },
    projects: wholeProjects(ids, session),
    count: ids.length,
    files,
    signer: options.signed === false ? undefined : await ports.deviceKey.signer(),
    passphrase: options.passphrase,
    signal: options.signal,
    onProgress: options.onProgress,
  });
  return { packageId, createdAt, bytes, ending };
};

/** The file's suggested name and bytes; rejects as `writeWholeProjects` does. */
export const makePackage = async (ids: readonly Id[], options: PackageOptions, ports: CaietPorts, workspace: Workspace, session: Session): Promise<{ readonly name: string; readonly bytes: Uint8Array }> => {
  await session.settle();
  const { bytes, ending, createdAt } = await writeWholeProjects(ids, options, ports, workspace, session);
  const [only, another] = ids;
  const title = only !== undefined && another === undefined ? (await session.whole(only)).project.title : workspace.state().settings.authority.name;
  return { name: exportFileName(title, createdAt, ending), bytes };
};
