/** Receipts: the answer to a package that came, and what the answer to one of ours tells. */
import { fail } from '../domain/problem';
import type { Change } from '../domain/change';
import type { PackageProducer } from '../exchange/package-schema';
import { confirmedIn, receiptIn, type Receipt } from '../exchange/receipt';
import { writePackage } from '../exchange/write-package';
import type { Json } from '../domain/values';
import type { ExchangeCommands } from './caiet';
import { exportFileName } from './export-file-name';
import type { CaietPorts } from './ports';
import type { Session } from './session';

interface Outside {
  readonly producer: () => PackageProducer;
  /** Tells where the file went; null when the person cancelled. */
  readonly saved: (location: string | undefined) => string | null;
}

/** `Iluminat.caiet.json` → `Iluminat`, for the receipt's name. */
const bareName = (fileName: string): string => fileName.replace(/(\.caiet)?\.(json|zip)$/i, '');

export const receiptCommands = (ports: CaietPorts, session: Session, { producer, saved }: Outside): Pick<ExchangeCommands, 'saveReceipt' | 'takeReceipt'> => ({
  saveReceipt: async ({ packageId, fileName, importedAt, projects }) => {
    const receipt: Receipt = { packageId, importedAt, projects: Object.fromEntries(projects.map((each) => [each.packageProjectId, each.receipt])) };
    const bytes = writePackage({
      id: ports.ids.next(), kind: 'receipt', createdAt: ports.clock.now(), producer: producer(), rulePack: null, projects: [],
      content: receipt as unknown as Json,
    });
    return saved((await ports.files.save('package', exportFileName(bareName(fileName), ports.clock.now(), 'receipt.caiet.json'), bytes))?.location);
  },
  takeReceipt: async (report) => {
    const receipt = receiptIn(report);
    if (receipt === null) throw fail('package.notAReceipt', {});
    await session.settle();
    const { packageId, producer: sender, deviceId } = report;
    const changes: Change[] = [];
    const confirmed: string[] = [];
    let unknown = 0;
    for (const [id, { digest, head }] of confirmedIn(receipt)) {
      const found = (await ports.store.load(id)) === undefined ? null : await session.whole(id);
      // Only what is in our own history can be confirmed to us.
      if (found === null || !found.log.some(({ hash }) => hash === head)) {
        unknown += 1;
        continue;
      }
      confirmed.push(found.project.title);
      if (found.log.some(({ label }) => label.code === 'receiptTaken' && label.data['package'] === packageId)) continue;
      changes.push(session.change(id, {
        code: 'receiptTaken',
        data: { title: found.project.title, file: report.fileName, package: packageId, device: deviceId, authority: sender.authority, digest, head: head ?? '' },
      }, []));
    }
    await ports.store.commit(changes);
    await session.reload();
    return { confirmed, unknown };
  },
});
