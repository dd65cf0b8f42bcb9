/** Taking a place into use: look what it is, join the target that is there, or make it one. */
import { IDENTITY_FILE } from '../../../src-main/bridge/target-files';
import type { KnownIdentity, TargetRecord } from '../../domain/ports/target-store';
import { fail } from '../../domain/problem';
import { encodeIdentity, readIdentity } from '../../exchange/targets/identity';
import type { CaietPorts } from '../ports';
import type { Workspace } from '../workspace';
import type { Exchange } from './target-exchange';
import { isHostError } from './target-problem';
import type { TargetCommands } from './target-state';
import type { TargetViews } from './target-views';

type SetUp = Pick<TargetCommands, 'chooseFolder' | 'connect' | 'certificate' | 'unlock' | 'examine' | 'join' | 'setUp' | 'forget'>;

export const targetSetUp = (ports: CaietPorts, workspace: Workspace, views: TargetViews, exchange: Exchange): SetUp => {
  const { host, store } = ports.targets;

  const takeIntoUse = async (id: string, identity: KnownIdentity): Promise<void> => {
    await host.prepare(ports.ids.next(), id);
    const before = (await store.records()).find((record) => record.id === id && record.identity.id === identity.id);
    // Another target at a place used before: nothing of the old one counts here.
    if (before === undefined) await store.remove(id);
    const record: TargetRecord = { id, mode: 'manual', projects: [], waiting: [], sent: {}, ...before, identity, stopped: null };
    await store.write(id, { record: () => record });
    views.show(id, { record, incoming: await store.incoming(id), problem: null });
  };
  const join: SetUp['join'] = async (id) => {
    const { identity } = await host.look(ports.ids.next(), id);
    if (identity === null) throw fail('target.identityMissing', { name: views.of(id).connection.location });
    await takeIntoUse(id, readIdentity(identity));
  };

  return {
    chooseFolder: async () => {
      const connection = await host.chooseFolder();
      if (connection !== null) views.put(connection);
      return connection;
    },
    connect: async (input) => {
      const connection = await host.connect(input);
      views.put(connection);
      return connection;
    },
    certificate: (address) => host.certificate(address),
    unlock: async (id, password) => {
      views.put(await host.unlock(id, password));
      views.show(id, { problem: null });
      exchange.automatic();
    },
    examine: async (id) => {
      const { identity, hasPackages, others } = await host.look(ports.ids.next(), id);
      if (identity !== null) return { kind: 'target', identity: readIdentity(identity) };
      return others === 0 && !hasPackages ? { kind: 'empty' } : { kind: 'occupied', others: others + (hasPackages ? 1 : 0) };
    },
    join,
    setUp: async (id, name) => {
      const { deviceId, authority } = workspace.state().settings;
      const producer = { app: 'Caiet', version: ports.host.appVersion, deviceId, authority: authority.name };
      const bytes = encodeIdentity({ id: ports.ids.next(), name, createdAt: ports.clock.now(), producer });
      try {
        await host.put(ports.ids.next(), { id, name: IDENTITY_FILE, bytes, guard: null });
      } catch (failure) {
        // Somebody was quicker: theirs is the target.
        if (!isHostError(failure, 'target.exists')) throw failure;
      }
      await join(id);
    },
    forget: async (id) => {
      exchange.cancel(id);
      await host.forget(id);
      await store.remove(id);
      views.remove(id);
    },
  };
};
