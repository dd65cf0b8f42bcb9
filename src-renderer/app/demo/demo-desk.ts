/** One computer of a demo: the application's own commands over a store in memory, and a clock that tells the story's time. */
import { ROMANIAN_CALENDAR } from '../../domain/calendar/romania';
import { workingDayUntil } from '../../domain/calendar/work-calendar';
import { addDays } from '../../domain/civil-date';
import type { Clock, IdSource } from '../../domain/ports/clock';
import { fail, ProblemError } from '../../domain/problem';
import type { RulePack } from '../../domain/rule-pack';
import type { CivilDate, Id } from '../../domain/values';
import { encodeSheet } from '../../exchange/sheet-package';
import type { ProjectPorts } from '../ports';
import { createSession, type Session } from '../session';
import { createWorkspace, type Workspace } from '../workspace';
import { createMemoryStore } from './memory-store';

/** What a demo is made with. */
export interface DemoBasis {
  readonly ids: IdSource;
  readonly rulePack: RulePack;
  readonly appVersion: string;
  /** Of the computer the demo is made on: its changes are that computer's. */
  readonly deviceId: Id;
}

/** Each reading is a minute later than the one before, so that the history has an order. */
const STEP_MS = 60_000;

export interface StoryClock extends Clock {
  /** The working day so many days ago, or the last one before it. */
  readonly day: (daysAgo: number) => CivilDate;
  /** On to the morning of that day; the clock never goes back. */
  readonly goTo: (daysAgo: number) => void;
}

export const createStoryClock = (today: CivilDate): StoryClock => {
  let moment = 0;
  const day = (daysAgo: number): CivilDate => workingDayUntil(ROMANIAN_CALENDAR, addDays(today, -daysAgo));
  return {
    day,
    goTo: (daysAgo) => {
      moment = Math.max(moment, Date.parse(`${day(daysAgo)}T06:30:00.000Z`));
    },
    now: () => new Date((moment += STEP_MS)).toISOString(),
  };
};

export interface DemoDesk {
  readonly ports: ProjectPorts;
  readonly workspace: Workspace;
  readonly session: Session;
  /** The file that was saved last. */
  readonly saved: () => Uint8Array;
  /** Throws the first problem a command told of: a demo must go through without one. */
  readonly proceed: () => void;
}

const nothing = async (): Promise<null> => null;
const noWorkbook = async (): Promise<never> => { throw fail('store.notFound', { id: 'workbook' }); };

/** A computer of somebody, with nothing on it yet. */
export const createDemoDesk = ({ ids, rulePack, appVersion, deviceId }: DemoBasis, clock: Clock, author: { readonly name: string; readonly authority: string }): DemoDesk => {
  let last: Uint8Array | null = null;
  const ports: ProjectPorts = {
    ids, clock, rulePack,
    store: createMemoryStore(),
    host: { kind: 'browser', appVersion, electronMajor: null, platform: '', safety: 'none', safetyLocation: null },
    files: {
      open: nothing,
      savePdf: nothing,
      save: async (_kind, name, bytes) => {
        last = bytes;
        return { location: name };
      },
    },
    fileDesk: { sheetWorkbook: noWorkbook, sheetPackage: async (request) => encodeSheet(request) },
    readScoreSheet: noWorkbook,
  };
  const workspace = createWorkspace(ids, ports.host);
  const { settings } = workspace.state();
  workspace.set({ settings: { ...settings, authorName: author.name, deviceId, authority: { ...settings.authority, name: author.authority } } });
  return {
    ports, workspace,
    session: createSession(ports, workspace),
    saved: () => {
      if (last === null) throw fail('store.notFound', { id: 'file' });
      return last;
    },
    proceed: () => {
      const told = workspace.state().notices.find(({ problem }) => problem !== undefined);
      if (told?.problem !== undefined) throw new ProblemError(told.problem);
    },
  };
};
