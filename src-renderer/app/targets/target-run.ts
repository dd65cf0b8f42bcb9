/**
 * One exchange with one target: prove that it is the target, see what lies there, send, fetch. Everything that matters is
 * stored before the next step, so that a broken line or a killed window costs nothing but the rest of this run.
 */
import type { TargetListing } from '../../../src-main/bridge/targets-api';
import type { IncomingPackage, OutgoingPackage, PackageFacts, TargetChanges, TargetRecord } from '../../domain/ports/target-store';
import { fail, ProblemError, type Problem } from '../../domain/problem';
import type { Id } from '../../domain/values';
import type { OpenedFacts } from '../../exchange/opened-package';
import { judgeListing, judgeRoot } from '../../exchange/targets/judge';
import { arrivedNames, incomingAfterListing, recordAfterListing } from '../../exchange/targets/listing';
import { isAsNamed } from '../../exchange/targets/package-name';
import type { MakePackage } from './package-maker';
import { isHostError } from './target-problem';
import type { TargetActivity, TargetPorts } from './target-state';

/** Fetched in one go at most; the rest stays listed and can be fetched one by one or the next time. */
const MOST_FILES = 100;
const MOST_BYTES = 256 * 1024 * 1024;

export interface RunPorts extends Pick<TargetPorts, 'host' | 'store'> {
  readonly deviceId: Id;
  readonly make: MakePackage;
  /** Hash of a project's last change; null when it is in the bin or gone. */
  readonly head: (projectId: Id) => Promise<string | null>;
  readonly inspect: (name: string, bytes: Uint8Array) => Promise<OpenedFacts>;
  readonly show: (activity: TargetActivity) => void;
  /** What is stored is shown. */
  readonly stored: (record: TargetRecord, incoming: readonly IncomingPackage[]) => void;
}

const factsOf = ({ packageId, kind, createdAt, producer, projects }: OpenedFacts): PackageFacts =>
  ({ packageId, kind, createdAt, authority: producer.authority, titles: projects.map(({ title }) => title) });

const error = (code: string, data: Problem['data'] = {}): Problem => ({ severity: 'error', code, data });

const without = (waiting: readonly OutgoingPackage[], these: readonly OutgoingPackage[]): readonly OutgoingPackage[] => {
  const names = new Set(these.map(({ name }) => name));
  return waiting.filter(({ name }) => !names.has(name));
};

const merged = (known: readonly IncomingPackage[], changed: readonly IncomingPackage[]): readonly IncomingPackage[] =>
  (changed.length === 0 ? known : [...new Map([...known, ...changed].map((entry) => [entry.name, entry])).values()]);

/** Listed packages that fit into one run. */
const fetchable = (incoming: readonly IncomingPackage[]): readonly IncomingPackage[] => {
  let room = MOST_BYTES;
  return incoming.filter(({ state, gone }) => state === 'listed' && gone !== true).slice(0, MOST_FILES).filter(({ size }) => {
    room -= size;
    return room >= 0;
  });
};

export class TargetRun {
  private incoming: readonly IncomingPackage[] = [];
  private isCancelled = false;

  constructor(private readonly ports: RunPorts, readonly job: string, private record: TargetRecord) {}

  cancel(): void {
    this.isCancelled = true;
    void this.ports.host.cancel(this.job);
  }

  /** Throws, and stores the reason as a stop, when this is not the target that is known or much is missing. */
  async look(): Promise<void> {
    this.ports.show({ step: 'looking', number: 1, count: 1, fraction: null });
    this.incoming = await this.ports.store.incoming(this.record.id);
    const problem = judgeRoot(this.record, await this.ports.host.look(this.job, this.record.id));
    if (problem !== null) return this.stop(problem);
    const { files } = await this.files();
    const gone = judgeListing(this.record, this.incoming, new Set(files.map(({ name }) => name)));
    if (gone !== null) return this.stop(gone);
    await this.note(files);
  }

  /** A person says that what is missing may be missing. */
  async acceptMissing(again: boolean): Promise<void> {
    this.incoming = await this.ports.store.incoming(this.record.id);
    const problem = judgeRoot(this.record, await this.ports.host.look(this.job, this.record.id));
    if (problem !== null && problem.code !== 'target.packagesGone') return this.stop(problem);
    await this.ports.host.prepare(this.job, this.record.id);
    const { files } = await this.ports.host.files(this.job, this.record.id);
    await this.note(files);
    if (again) await this.keep({ record: (record) => ({ ...record, sent: Object.fromEntries(Object.entries(record.sent).filter(([, { gone }]) => gone !== true)) }) });
  }

  async send(): Promise<void> {
    await this.makeMissing();
    const { waiting } = this.record;
    for (const [index, outgoing] of waiting.entries()) {
      this.stopIfCancelled();
      this.ports.show({ step: 'sending', number: index + 1, count: waiting.length, fraction: 0 });
      await this.sendOne(outgoing);
    }
  }

  async receive(): Promise<void> {
    const wanted = fetchable(this.incoming);
    for (const [index, entry] of wanted.entries()) {
      this.stopIfCancelled();
      this.ports.show({ step: 'fetching', number: index + 1, count: wanted.length, fraction: 0 });
      await this.fetch(entry);
    }
  }

  /** The package's bytes, and what it says of itself, or why it cannot be read. */
  async fetch(entry: IncomingPackage): Promise<void> {
    const bytes = await this.read(entry);
    if (!(bytes instanceof Uint8Array)) return this.keep({ incoming: [{ ...entry, state: 'damaged', problem: bytes }] });
    const known = await this.ports.inspect(entry.name, bytes).then(factsOf, (failure: unknown) => {
      if (failure instanceof ProblemError) return failure.problem;
      throw failure;
    });
    const isFacts = 'packageId' in known;
    await this.keep({ incoming: [{ ...entry, state: 'fetched', facts: isFacts ? known : null, problem: isFacts ? null : known }], bytes: [{ name: entry.name, bytes }] });
  }

  /** A problem instead of bytes means that this one package is not what the listing promised. */
  private async read({ name, size }: IncomingPackage): Promise<Uint8Array | Problem> {
    try {
      const bytes = await this.ports.host.read(this.job, this.record.id, name, size);
      return isAsNamed(name, bytes) ? bytes : error('target.notWhole');
    } catch (failure) {
      if (isHostError(failure, 'host.tooLarge')) return error('target.notAsListed');
      if (isHostError(failure, 'target.missing')) return error('target.missing');
      throw failure;
    }
  }

  private async files(): Promise<TargetListing> {
    try {
      return await this.ports.host.files(this.job, this.record.id);
    } catch (failure) {
      if (isHostError(failure, 'target.missing')) return this.stop(error('target.packagesGone', { name: this.record.identity.name }));
      throw failure;
    }
  }

  private async note(files: TargetListing['files']): Promise<void> {
    await this.keep({
      record: (record) => ({ ...recordAfterListing(record, files), stopped: null }),
      incoming: incomingAfterListing(this.incoming, files, this.ports.deviceId),
      dropBytes: [...arrivedNames(this.record, files)],
    });
  }

  /** Packages for chosen projects whose present state has not been sent; one that waits in an older state is replaced. */
  private async makeMissing(): Promise<void> {
    const { projects } = this.record;
    for (const [index, projectId] of projects.entries()) {
      this.stopIfCancelled();
      const head = await this.ports.head(projectId);
      const older = this.record.waiting.filter((entry) => entry.projectId === projectId && entry.state !== head);
      const isSent = Object.values(this.record.sent).some((entry) => entry.projectId === projectId && entry.state === head);
      const isWaiting = this.record.waiting.some((entry) => entry.projectId === projectId && entry.state === head);
      if (head === null || ((isSent || isWaiting) && older.length === 0)) continue;
      this.ports.show({ step: 'making', number: index + 1, count: projects.length, fraction: null });
      const made = isSent || isWaiting ? [] : [await this.ports.make(projectId)];
      await this.keep({
        record: (record) => ({ ...record, waiting: [...without(record.waiting, older), ...made.map(({ outgoing }) => outgoing)] }),
        bytes: made.map(({ outgoing, bytes }) => ({ name: outgoing.name, bytes })),
        dropBytes: older.map(({ name }) => name),
      });
    }
  }

  private async sendOne(outgoing: OutgoingPackage): Promise<void> {
    const { host, store } = this.ports;
    const bytes = await store.bytes(this.record.id, outgoing.name);
    // The database lost them; the project is packed again the next time.
    if (bytes === undefined) return this.keep({ record: (record) => ({ ...record, waiting: without(record.waiting, [outgoing]) }) });
    try {
      await host.put(this.job, { id: this.record.id, name: outgoing.name, bytes, guard: this.record.identity.sha256 });
    } catch (failure) {
      if (isHostError(failure, 'target.otherIdentity')) return this.stop(error('target.exchanged', { name: this.record.identity.name }));
      throw failure;
    }
    await this.keep({
      record: (record) => ({ ...record, waiting: without(record.waiting, [outgoing]), sent: { ...record.sent, [outgoing.name]: outgoing } }),
      dropBytes: [outgoing.name],
    });
  }

  private async stop(problem: Problem): Promise<never> {
    // A layout or identity that cannot be read, another identity, too much gone: a person looks before anything goes on.
    await this.keep({ record: (record) => ({ ...record, stopped: problem }) });
    throw new ProblemError(problem);
  }

  private stopIfCancelled(): void {
    if (this.isCancelled) throw fail('target.cancelled');
  }

  private async keep({ record: recipe, ...changes }: Omit<TargetChanges, 'record'> & { readonly record?: (record: TargetRecord) => TargetRecord }): Promise<void> {
    const stored = await this.ports.store.write(this.record.id, {
      ...changes,
      // A target that was forgotten meanwhile stays forgotten.
      ...(recipe === undefined ? {} : { record: (before) => (before === undefined ? undefined : recipe(before)) }),
    });
    if (stored === undefined) throw fail('target.unknown');
    this.record = stored;
    this.incoming = merged(this.incoming, changes.incoming ?? []);
    this.ports.stored(this.record, this.incoming);
  }
}
