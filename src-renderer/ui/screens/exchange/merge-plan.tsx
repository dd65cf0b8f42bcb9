/** What a merge would do, in plain words and value by value, before anything is stored. */
import { differencesOf } from './differences';
import type { Merged } from '../../../exchange/merge/merge-projects';
import { COLLECTIONS, LATER_COLLECTIONS, type Project } from '../../../domain/project';
import { changesSetAside } from '../../../exchange/merge/set-aside';
import { useT, useTranslator } from '../../context/language';
import { useWords } from '../../context/words';
import { DifferenceTable } from './difference-table';
import { LockedChanges, lockTitle } from './locked-changes';
import { MeetingTable } from './meeting-table';

const ALL_COLLECTIONS = [...COLLECTIONS, ...LATER_COLLECTIONS];

interface Counts {
  readonly new: number;
  readonly changed: number;
  readonly gone: number;
  readonly conflicts: number;
  readonly locked: number;
}

/** What changes without a question; what waits for a person is told apart. */
const differencesIn = ({ patches, project, opened }: Merged, here: Project) => {
  const meeting = new Set(opened.map(({ path }) => JSON.stringify(path)));
  return differencesOf(patches.filter(({ path }) => path[0] !== 'conflicts'), here, project, ALL_COLLECTIONS).filter(({ path }) => !meeting.has(JSON.stringify(path)));
};

export const countsOf = (merged: Merged, here: Project): Counts => {
  const differences = differencesIn(merged, here);
  const records = differences.filter(({ path }) => path.length === 2 && ALL_COLLECTIONS.some((name) => name === path[0]));
  const made = records.filter((each) => each.here === undefined).length;
  const gone = records.filter((each) => each.there === undefined).length;
  const locked = merged.opened.filter(({ kind }) => kind === 'locked');
  const refused = locked.flatMap(({ sides }) => sides.flatMap(changesSetAside)).length;
  return { new: made, gone, changed: differences.length - made - gone, conflicts: merged.opened.length - locked.length, locked: refused };
};

/** What a lock keeps out, each change by itself. */
const Refused = ({ merged: { opened, project } }: { readonly merged: Merged }) => {
  const translator = useTranslator();
  return opened.filter(({ kind }) => kind === 'locked').map((conflict) => (
    <div key={conflict.id} className="exchange-what">
      <p>{lockTitle(conflict, project, translator)}. {translator.t('merge.plan.refused')}</p>
      {conflict.sides.map((side) => <LockedChanges key={side.change} conflict={conflict} side={side} project={project} />)}
    </div>
  ));
};

export const MergePlan = ({ merged, here }: { readonly merged: Merged; readonly here: Project }) => {
  const t = useT();
  const words = useWords();
  const differences = differencesIn(merged, here);
  const counts = countsOf(merged, here);
  const meeting = merged.opened.filter(({ kind }) => kind !== 'locked');
  const told = (['new', 'changed', 'gone', 'conflicts', 'locked'] as const).filter((name) => counts[name] > 0);
  return (
    <>
      {told.length === 0 ? <p>{t('merge.plan.nothing')}</p> : (
        <div className="exchange-what">
          <p>{t('merge.plan')}:</p>
          <ul>{told.map((name) => <li key={name}>{t(`merge.plan.${name}`, { count: counts[name] })}</li>)}</ul>
          <p className="soft">{t('merge.plan.rest')}</p>
        </div>
      )}
      {meeting.length === 0 ? null : <MeetingTable conflicts={meeting} here={here} merged={merged.project} />}
      <Refused merged={merged} />
      {differences.length === 0 ? null : (
        <DifferenceTable differences={differences} here={here} there={merged.project} hereLabel={t('merge.plan.before')} thereLabel={t('merge.plan.after')} />
      )}
      {merged.notes.length === 0 ? null : (
        <div className="exchange-what">
          <p>{t('merge.plan.notes')}:</p>
          <ul>{merged.notes.map((note) => <li key={`${note.code} ${note.pointer ?? ''}`}>{words.problem(note)}</li>)}</ul>
        </div>
      )}
    </>
  );
};
