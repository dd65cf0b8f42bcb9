/** Exchange targets: what is sent there, and when. Importing what was found is a person's act, elsewhere. */
import type { IncomingPackage, OutgoingPackage, TargetRecord } from '../../domain/ports/target-store';
import { fail } from '../../domain/problem';
import type { Id } from '../../domain/values';
import { idPart, packageFileName, readPackageName } from '../../exchange/targets/package-name';
import type { CaietPorts } from '../ports';
import type { Session } from '../session';
import type { Workspace } from '../workspace';
import { outboxLines } from './outbox';
import { packageMaker } from './package-maker';
import { targetExchange, type Exchange } from './target-exchange';
import { targetSetUp } from './target-setup';
import type { TargetCommands, TargetPorts } from './target-state';
import { targetViews, unused, type TargetViews } from './target-views';

type Choices = Pick<TargetCommands, 'setMode' | 'choose'>;

const choices = ({ store }: TargetPorts, views: TargetViews, exchange: Exchange): Choices => {
  const change = async (id: string, recipe: (record: TargetRecord) => TargetRecord): Promise<void> => {
    const record = await store.write(id, { record: (before) => (before === undefined ? undefined : recipe(before)) });
    if (record === undefined) throw fail('target.unknown');
    views.show(id, { record });
    exchange.automatic();
  };
  return {
    setMode: (id, mode) => change(id, (record) => ({ ...record, mode })),
    choose: (id, projectId, isChosen) => change(id, (record) => {
      const others = record.projects.filter((each) => each !== projectId);
      return { ...record, projects: isChosen ? [...others, projectId] : others, waiting: isChosen ? record.waiting : record.waiting.filter((each) => each.projectId !== projectId) };
    }),
  };
};

type Inbox = Pick<TargetCommands, 'open' | 'putAside' | 'noteImported' | 'answer' | 'knows'>;

const isPackage = (packageId: Id) => ({ name }: IncomingPackage): boolean => readPackageName(name)?.packageId === idPart(packageId);

const inbox = ({ store }: TargetPorts, workspace: Workspace, views: TargetViews, exchange: Exchange): Inbox => {
  const finish = async (id: string, isFinished: (entry: IncomingPackage) => boolean): Promise<void> => {
    const entries = (await store.incoming(id)).filter((entry) => entry.state !== 'done' && isFinished(entry));
    if (entries.length === 0) return;
    await store.write(id, { incoming: entries.map((entry) => ({ ...entry, state: 'done' })), dropBytes: entries.map(({ name }) => name) });
    views.show(id, { incoming: await store.incoming(id) });
  };
  const placesOf = (packageId: Id) => views.all().filter(({ record, incoming }) => record !== null && incoming.some(isPackage(packageId)));
  return {
    knows: (packageId) => placesOf(packageId).length > 0,
    open: async (id, name) => {
      const here = await store.bytes(id, name);
      if (here === undefined) await exchange.fetchOne(id, name);
      const bytes = here ?? (await store.bytes(id, name));
      if (bytes === undefined) throw fail('target.notFetched');
      return { name, bytes };
    },
    putAside: (id, name) => finish(id, (entry) => entry.name === name),
    noteImported: async (packageId) => {
      for (const { connection, record } of views.all()) {
        if (record !== null) await finish(connection.id, isPackage(packageId));
      }
    },
    answer: async (answered, { id, title, bytes }) => {
      const outgoing: OutgoingPackage = {
        name: packageFileName(workspace.state().settings.deviceId, id, bytes), size: bytes.byteLength, kind: 'receipt', projectId: null, title, state: '',
      };
      const places = placesOf(answered);
      for (const { connection } of places) {
        const record = await store.write(connection.id, {
          record: (before) => (before === undefined ? undefined : { ...before, waiting: [...before.waiting, outgoing] }),
          bytes: [{ name: outgoing.name, bytes }],
        });
        views.show(connection.id, { record: record ?? null });
      }
      exchange.automatic();
      return places.length;
    },
  };
};

export const targetCommands = (ports: CaietPorts, workspace: Workspace, session: Session): TargetCommands => {
  const { host, store, onOccasion } = ports.targets;
  const views = targetViews(host.kinds);
  const exchange = targetExchange(ports, workspace, session, { views, make: packageMaker(ports, workspace, session) });
  return {
    state: views.state,
    begin: async () => {
      const [connections, records] = await Promise.all([host.list(), store.records()]);
      views.set(await Promise.all(connections.map(async (connection) => {
        const record = records.find(({ id }) => id === connection.id) ?? null;
        return { ...unused(connection), record, incoming: record === null ? [] : await store.incoming(connection.id) };
      })));
      onOccasion(exchange.automatic);
      exchange.automatic();
    },
    ...targetSetUp(ports, workspace, views, exchange),
    ...choices(ports.targets, views, exchange),
    ...inbox(ports.targets, workspace, views, exchange),
    outbox: async (id) => {
      await session.settle();
      return outboxLines(ports.store, workspace.state().summaries, await exchange.recordOf(id));
    },
    send: exchange.send,
    receive: exchange.receive,
    cancel: exchange.cancel,
    goOn: exchange.goOn,
  };
};
