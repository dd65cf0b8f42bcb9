/** A package made to be published: readable by the ordinary reader, and saying of itself that it is not all there. */
import { canonicalJson, sha256Hex } from '../../domain/digest';
import type { Project } from '../../domain/project';
import type { RulePack } from '../../domain/rule-pack';
import type { Instant } from '../../domain/values';
import type { PackageProducer } from '../package-schema';
import { PackageWriter, sealedPlainly } from '../write-package';
import { publicProject, removedIn } from './public-project';
import type { PublicationPhase } from './publication-phase';

/** Devices are somebody's; a publication comes from none. */
const PUBLIC_DEVICE = 'public';

export interface PublicOptions {
  readonly phase: PublicationPhase;
  /** When it is published. */
  readonly date: Instant;
  readonly producer: Pick<PackageProducer, 'app' | 'version'>;
  readonly rulePack: RulePack;
}

/** Shares of the work, roughly as they fall with ten thousand bids. */
const REDACTED = 0.1;
const NAMED = 0.35;
const WRITTEN = 0.7;

/**
 * The package's bytes. The audit trail carries every value that ever was, so it stays out; the ranking comes along
 * once the report is published, computed from what is left. The same project, date and options give the same bytes.
 * @param onProgress hears how much is done, from 0 to 1, at each stage.
 */
export const encodePublicPackage = (project: Project, { phase, date, producer, rulePack }: PublicOptions, onProgress: (fraction: number) => void = () => undefined): Uint8Array => {
  const left = publicProject(project, phase);
  onProgress(REDACTED);
  const id = `public-${sha256Hex(canonicalJson([date, phase, left])).slice(0, 32)}`;
  onProgress(NAMED);
  const writer = new PackageWriter({
    id,
    kind: 'full',
    createdAt: date,
    producer: { app: producer.app, version: producer.version, deviceId: PUBLIC_DEVICE, authority: left.buyer.name },
    rulePack: phase === 'afterReport' ? rulePack : null,
    redacted: { phase, removed: [...removedIn(project, phase)] },
  });
  writer.add({ project: left, history: [] });
  onProgress(WRITTEN);
  return sealedPlainly(writer);
};
