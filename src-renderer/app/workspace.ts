/** The window's state: what is listed, what is open, how saving goes. Only commands in this folder write it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { HostInfo } from '../../src-main/bridge/host-api';
import { OWN_CPV_LIST } from '../domain/cpv/cpv-list';
import type { IdSource } from '../domain/ports/clock';
import type { ProjectSummary, Settings } from '../domain/ports/project-store';
import { ProblemError, type Problem } from '../domain/problem';
import type { Notice, WorkspaceState } from './caiet';

const MAX_NOTICES = 3;

export type NoticeInput = Omit<Notice, 'id' | 'data' | 'undoable'> & Partial<Pick<Notice, 'data' | 'undoable'>>;

export interface Workspace {
  readonly store: StoreApi<WorkspaceState>;
  readonly state: () => WorkspaceState;
  readonly set: (part: Partial<WorkspaceState>) => void;
  readonly notify: (notice: NoticeInput) => void;
  readonly dismiss: (id: string) => void;
  /** Puts one project's line into the list, or changes it. */
  readonly putSummary: (summary: ProjectSummary) => void;
}

const defaultSettings: Settings = {
  locale: null,
  theme: 'system',
  authorName: '',
  authority: { name: '', identifier: '', nutsCode: '' },
  deviceId: '',
  importMappings: {},
};

export const createWorkspace = (ids: IdSource, host: HostInfo): Workspace => {
  const store = createStore<WorkspaceState>(() => ({
    start: { status: 'starting' },
    summaries: [],
    purchases: [],
    open: null,
    save: { status: 'saved', at: null },
    notices: [],
    settings: defaultSettings,
    cpv: { list: OWN_CPV_LIST, nomenclature: null },
    safety: { kind: host.safety, location: host.safetyLocation },
  }));
  const state = store.getState;
  return {
    store,
    state,
    set: (part) => {
      store.setState(part);
    },
    notify: (notice) => {
      const full: Notice = { data: {}, undoable: false, ...notice, id: ids.next() };
      store.setState({ notices: [...state().notices, full].slice(-MAX_NOTICES) });
    },
    dismiss: (id) => {
      store.setState({ notices: state().notices.filter((notice) => notice.id !== id) });
    },
    putSummary: (summary) => {
      const others = state().summaries.filter((line) => line.id !== summary.id);
      store.setState({ summaries: [...others, summary] });
    },
  };
};

/** The problem inside an expected failure; anything unexpected is rethrown, because it is a defect. */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof ProblemError) return error.problem;
  throw error;
};
