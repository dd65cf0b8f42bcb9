/** Whole projects as a package that leaves: signed by this device, with the contents of documents, under a passphrase if wanted. */
import { attachmentsOf } from '../domain/attachment';
import { lastExchanged } from '../domain/exchange-marks';
import { fail } from '../domain/problem';
import type { Id, Instant } from '../domain/values';
import type { PackagedProject } from '../exchange/write-package';
import type { PackageOptions } from './package-commands';
import type { CaietPorts } from './ports';
import { exportFileName } from './export-file-name';
import type { Session } from './session';
import type { Workspace } from './workspace';

/** One after another, each with the contents of its documents and the state it was last exchanged in. */
async function* wholeProjects(ids: readonly Id[], { attachedFiles }: CaietPorts, session: Session): AsyncGenerator<PackagedProject> {
  const known = new Set<string>();
  for (const id of ids) {
    const { project, log } = await session.whole(id);
    if (project.assignment !== undefined) throw fail('sheet.notWhole', { title: project.title });
    const files = new Map<string, Uint8Array>();
    for (const { sha256 } of attachmentsOf(project)) {
      const bytes = known.has(sha256) ? undefined : await attachedFiles.get(id, sha256);
      if (bytes !== undefined) files.set(sha256, bytes);
      if (bytes !== undefined) known.add(sha256);
    }
    yield { project, history: log, base: lastExchanged(log), files };
  }
}

export interface MadeFile {
  readonly packageId: Id;
  readonly createdAt: Instant;
  readonly bytes: Uint8Array;
  readonly ending: 'caiet.json' | 'caiet.zip';
}

/** The projects as they are now, with their histories. Rejects with `sheet.notWhole`, `package.cancelled`, `package.weakPassphrase`, `package.tooLarge`. */
export const writeWholeProjects = async (ids: readonly Id[], options: PackageOptions, ports: CaietPorts, workspace: Workspace, session: Session): Promise<MadeFile> => {
  const { deviceId, authority } = workspace.state().settings;
  const packageId = ports.ids.next();
  const createdAt = ports.clock.now();
  const { bytes, ending } = await ports.packages.write({
    head: { id: packageId, kind: 'full', createdAt, rulePack: ports.rulePack, producer: { app: 'Caiet', version: ports.host.appVersion, deviceId, authority: authority.name } },
    projects: wholeProjects(ids, ports, session),
    count: ids.length,
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
