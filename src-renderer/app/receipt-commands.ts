/** Receipts: the answer to a package that came, and what the answer to one of ours tells. */
import { fail } from '../domain/problem';
import type { Change } from '../domain/change';
import { pathOfPointer } from '../domain/json-pointer';
import type { Project } from '../domain/project';
import type { PackageProducer } from '../exchange/package-schema';
import { confirmedIn, receiptIn, type Receipt } from '../exchange/receipt';
import type { PackagedProject } from '../exchange/write-package';
import type { Id, Json } from '../domain/values';
import type { ExchangeCommands, PackageImported } from './caiet';
import { exportFileName } from './export-file-name';
import type { DeviceCommands } from './package-commands';
import type { CaietPorts } from './ports';
import type { Session } from './session';
import type { TargetCommands } from './targets/target-state';

interface Outside {
  readonly producer: () => PackageProducer;
  /** Tells where the file went; null when the person cancelled. */
  readonly saved: (location: string | undefined) => string | null;
  readonly targets: Pick<TargetCommands, 'answer'>;
  readonly devices: Pick<DeviceCommands, 'remember'>;
}

/** `Iluminat.caiet.json` → `Iluminat`, for the receipt's name. */
const bareName = (fileName: string): string => fileName.replace(/(\.caiet)?\.(json|zip)$/i, '');

async function* noProjects(): AsyncGenerator<PackagedProject> {}

/** A package without projects, signed by this device: an altered answer is recognised like an altered package. */
const makeReceipt = async ({ packageId, importedAt, projects }: PackageImported, ports: CaietPorts, producer: PackageProducer): Promise<{ readonly id: Id; readonly bytes: Uint8Array }> => {
  const receipt: Receipt = { packageId, importedAt, projects: Object.fromEntries(projects.map((each) => [each.packageProjectId, each.receipt])) };
  const id = ports.ids.next();
  const { bytes } = await ports.packages.write({
    head: { id, kind: 'receipt', createdAt: ports.clock.now(), producer, rulePack: null, content: receipt as unknown as Json },
    projects: noProjects(), count: 0, signer: await ports.deviceKey.signer(),
  });
  return { id, bytes };
};

export const receiptCommands = (ports: CaietPorts, session: Session, { producer, saved, targets, devices }: Outside): Pick<ExchangeCommands, 'saveReceipt' | 'sendReceipt' | 'takeReceipt'> => ({
  saveReceipt: async (imported) => {
    const { bytes } = await makeReceipt(imported, ports, producer());
    return saved((await ports.files.save('package', exportFileName(bareName(imported.fileName), ports.clock.now(), 'receipt.caiet.json'), bytes))?.location);
  },
  sendReceipt: async (imported) => {
    const { id, bytes } = await makeReceipt(imported, ports, producer());
    return targets.answer(imported.packageId, { id, bytes, title: imported.projects[0]?.title ?? '' });
  },
  takeReceipt: async (report) => {
    const receipt = receiptIn(report);
    if (receipt === null) throw fail('package.notAReceipt', {});
    await session.settle();
    const { packageId, producer: sender, deviceId } = report;
    const changes: Change[] = [];
    const confirmed: string[] = [];
    const refusals: { project: Project; paths: string[][] }[] = [];
    let unknown = 0;
    for (const [id, { digest, head, refused = [] }] of confirmedIn(receipt)) {
      const found = (await ports.store.load(id)) === undefined ? null : await session.whole(id);
      // Only what is in our own history can be confirmed to us.
      if (found === null || !found.log.some(({ hash }) => hash === head)) {
        unknown += 1;
        continue;
      }
      confirmed.push(found.project.title);
      if (refused.length > 0) refusals.push({ project: found.project, paths: refused.map(pathOfPointer) });
      if (found.log.some(({ label }) => label.code === 'receiptTaken' && label.data['package'] === packageId)) continue;
      changes.push(session.change(id, {
        code: 'receiptTaken',
        data: { title: found.project.title, file: report.fileName, package: packageId, device: deviceId, authority: sender.authority, digest, head: head ?? '' },
      }, []));
    }
    await ports.store.commit(changes);
    await devices.remember(report);
    await session.reload();
    return { confirmed, unknown, refused: refusals };
  },
});
