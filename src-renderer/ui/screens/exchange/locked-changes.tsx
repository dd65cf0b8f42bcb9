/** What a lock kept out, change by change: where, what is here, and what it would have become. */
import { decideConflict } from '../../../domain/conflict-decision';
import { valueAt } from '../../../domain/field-path';
import type { ConflictSide, MergeConflict } from '../../../domain/merge-conflict';
import type { Project } from '../../../domain/project';
import { changeOfWhole, changesSetAside } from '../../../exchange/merge/set-aside';
import type { Translator } from '../../../i18n/translator';
import { useT } from '../../context/language';
import { DifferenceTable } from './difference-table';

/** `Apelul este înghețat`, `Lotul 2 este decis`. */
export const lockTitle = ({ lock, path }: MergeConflict, { lots }: Project, { t }: Pick<Translator, 't'>): string =>
  t(`merge.conflict.locked.${lock ?? 'call'}`, { name: lots[path[1] ?? '']?.number ?? '' });

export interface LockedChangesProps {
  readonly conflict: MergeConflict;
  readonly side: ConflictSide;
  /** The project the conflict is open in. */
  readonly project: Project;
}

export const LockedChanges = ({ conflict, side, project }: LockedChangesProps) => {
  const t = useT();
  const there = decideConflict(project, conflict.id, { side: side.change });
  const changes = changesSetAside(side).map(({ path, value }) => ({ path, here: valueAt(project, path), there: value }));
  return (
    <>
      {changeOfWhole(side) === null ? null : <p>{t(`merge.conflict.whole.${conflict.lock ?? 'call'}`)}</p>}
      <DifferenceTable differences={changes} here={project} there={there} hereLabel={t('exchange.import.here')} thereLabel={t('merge.conflict.thereValue')} />
    </>
  );
};
