/** Taking an import back as one change, in slices: ten thousand rows are compared with what came in. */
import type { Change, ChangeLabel } from '../domain/change';
import type { Project } from '../domain/project';
import type { Session } from './session';
import type { TakenBack, TakenBackCounts } from './taken-back';

/** `taking` is done again, of the project as it is then, when somebody edits meanwhile. `isDone`: there was something to take back, and it was. */
export const takeBackInSlices = async (
  session: Session, code: ChangeLabel['code'], importId: string, taking: (now: Project, log: readonly Change[]) => Generator<unknown, TakenBack>,
): Promise<TakenBackCounts & { readonly isDone: boolean }> => {
  let counts: TakenBackCounts = { removed: 0, kept: 0 };
  const isDone = await session.replaceInSlices(
    () => ({ code, data: { count: counts.removed, importId } }),
    function* (now) {
      const { project, removed, kept } = yield* taking(now, session.log());
      counts = { removed, kept };
      return project;
    },
  );
  return isDone || counts.removed === 0 ? { ...counts, isDone } : { removed: 0, kept: counts.removed + counts.kept, isDone };
};
