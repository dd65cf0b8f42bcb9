/** The state that the window watches: one view for each target of this computer. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TargetConnection } from '../../../src-main/bridge/targets-api';
import { fail } from '../../domain/problem';
import type { TargetsState, TargetView } from './target-state';

export const unused = (connection: TargetConnection): TargetView => ({ connection, record: null, incoming: [], activity: null, problem: null, reachedAt: null });

export interface TargetViews {
  readonly state: StoreApi<TargetsState>;
  readonly all: () => readonly TargetView[];
  readonly set: (targets: readonly TargetView[]) => void;
  readonly of: (id: string) => TargetView;
  readonly show: (id: string, part: Partial<TargetView>) => void;
  /** Adds a connection, or changes it where it is known. */
  readonly put: (connection: TargetConnection) => void;
  readonly remove: (id: string) => void;
}

export const targetViews = (kinds: TargetsState['kinds']): TargetViews => {
  const state = createStore<TargetsState>(() => ({ kinds, targets: [] }));
  const all = (): readonly TargetView[] => state.getState().targets;
  const set = (targets: readonly TargetView[]): void => state.setState({ targets });
  const show: TargetViews['show'] = (id, part) => set(all().map((view) => (view.connection.id === id ? { ...view, ...part } : view)));
  return {
    state, all, set, show,
    of: (id) => {
      const view = all().find(({ connection }) => connection.id === id);
      if (view === undefined) throw fail('target.unknown');
      return view;
    },
    put: (connection) => {
      if (all().some((view) => view.connection.id === connection.id)) show(connection.id, { connection });
      else set([...all(), unused(connection)]);
    },
    remove: (id) => set(all().filter(({ connection }) => connection.id !== id)),
  };
};
