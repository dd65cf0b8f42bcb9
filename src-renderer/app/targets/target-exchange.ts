/** When exchanges run: one at a time for each target, by a person or by themselves. What goes wrong is shown at the target. */
import type { TargetRecord } from '../../domain/ports/target-store';
import { fail } from '../../domain/problem';
import type { CaietPorts } from '../ports';
import type { Session } from '../session';
import type { Workspace } from '../workspace';
import { projectHead } from './outbox';
import type { MakePackage } from './package-maker';
import { targetProblem } from './target-problem';
import { TargetRun, type RunPorts } from './target-run';
import type { TargetViews } from './target-views';

export interface Exchange {
  readonly recordOf: (id: string) => Promise<TargetRecord>;
  readonly send: (id: string) => Promise<void>;
  readonly receive: (id: string) => Promise<void>;
  readonly fetchOne: (id: string, name: string) => Promise<void>;
  readonly goOn: (id: string, again: boolean) => Promise<void>;
  readonly cancel: (id: string) => void;
  /** Starts an exchange with every automatic target that nothing stands in the way of. */
  readonly automatic: () => void;
}

interface Parts {
  readonly views: TargetViews;
  readonly make: MakePackage;
}

export const targetExchange = (ports: CaietPorts, workspace: Workspace, session: Session, { views, make }: Parts): Exchange => {
  const { host, store, alone } = ports.targets;
  const running = new Map<string, TargetRun>();

  const recordOf: Exchange['recordOf'] = async (id) => {
    const record = (await store.records()).find((each) => each.id === id);
    if (record === undefined) throw fail('target.unknown');
    return record;
  };

  const runPorts = (id: string): RunPorts => ({
    host, store, make,
    deviceId: workspace.state().settings.deviceId,
    head: (projectId) => projectHead(ports.store, projectId),
    inspect: async (name, bytes) => {
      const read = await ports.packages.read(name, bytes, { rulePack: ports.rulePack });
      read.close();
      return read;
    },
    show: (activity) => views.show(id, { activity }),
    stored: (record, incoming) => views.show(id, { record, incoming }),
  });

  host.onProgress(({ job, done, total }) => {
    for (const [id, run] of running) {
      const activity = views.all().find(({ connection }) => connection.id === id)?.activity;
      if (run.job === job && activity && total > 0) views.show(id, { activity: { ...activity, fraction: done / total } });
    }
  });

  const exchange = async (id: string, work: (run: TargetRun) => Promise<void>): Promise<void> => {
    if (running.has(id)) return;
    await alone(`caiet-target:${id}`, async () => {
      try {
        await session.settle();
        const run = new TargetRun(runPorts(id), ports.ids.next(), await recordOf(id));
        running.set(id, run);
        views.show(id, { problem: null });
        await work(run);
        views.show(id, { reachedAt: ports.clock.now() });
      } catch (failure) {
        views.show(id, { problem: targetProblem(failure) });
      } finally {
        running.delete(id);
        views.show(id, { activity: null });
      }
    });
  };

  return {
    recordOf,
    send: (id) => exchange(id, async (run) => {
      await run.look();
      await run.send();
    }),
    receive: (id) => exchange(id, async (run) => {
      await run.look();
      await run.receive();
    }),
    fetchOne: (id, name) => exchange(id, async (run) => {
      await run.look();
      const entry = (await store.incoming(id)).find((each) => each.name === name);
      if (entry !== undefined) await run.fetch(entry);
    }),
    goOn: (id, again) => exchange(id, (run) => run.acceptMissing(again)),
    cancel: (id) => running.get(id)?.cancel(),
    automatic: () => {
      for (const { connection, record } of views.all()) {
        if (record?.mode !== 'automatic' || record.stopped !== null || connection.needs !== 'nothing') continue;
        void exchange(connection.id, async (run) => {
          await run.look();
          await run.send();
          await run.receive();
        });
      }
    },
  };
};
