/** What packages left open, for a person to decide: one by one, all at once, or later. */
import { useEffect, useRef, useState } from 'react';
import { openConflicts } from '../../../domain/merge-conflict';
import { useCaiet, useProject, useWorkspace } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { useRun } from '../../context/run';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { EmptyState } from '../../primitives/empty-state';
import { Page } from '../../primitives/page';
import { ConflictCard } from './conflict-card';

/** More than this are drawn as the first ones are decided. */
const MOST_CARDS = 30;
const BULK = ['mine', 'theirs', 'standing'] as const;

export const ConflictsScreen = () => {
  const t = useT();
  const run = useRun();
  const { conflicts } = useCaiet();
  const project = useProject();
  const deviceId = useWorkspace(({ settings }) => settings.deviceId);
  const open = openConflicts(project);
  const [told, setTold] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const count = useRef(open.length);
  const place = useRef(0);
  // A decided card goes and takes the focus along; the next one in its place gets it, and after the last the list itself.
  useEffect(() => {
    if (open.length < count.current) {
      setTold(t('merge.conflict.decided', { count: open.length }));
      const cards = list.current?.querySelectorAll('.conflict-item');
      const next = cards?.item(Math.min(place.current, cards.length - 1))?.querySelector('button');
      if (document.activeElement === document.body) (next ?? list.current)?.focus();
    }
    count.current = open.length;
  }, [open.length, t]);
  const act = (work: () => void, at = 0): void => {
    place.current = at;
    run(async () => work());
  };
  return (
    <Page title={t('merge.conflicts.title')} lede={t('merge.conflicts.lede')}>
      <output className="visually-hidden">{told}</output>
      <div ref={list} className="conflict-list" tabIndex={-1}>
        {open.length === 0 ? <EmptyState level={2} title={t('merge.conflicts.none')} body={<p>{t('merge.conflicts.noneText')}</p>} /> : null}
        {open.length < 2 ? null : (
          <Card title={t('merge.conflicts.waiting', { count: open.length })}>
            <p className="prose">{t('merge.conflict.later')}</p>
            <fieldset className="merge-bulk">
              <legend className="visually-hidden">{t('merge.conflicts.bulk')}</legend>
              {BULK.map((bulk) => <Button key={bulk} onPress={() => act(() => conflicts.decideAll(bulk))}>{t(`merge.conflicts.bulk.${bulk}`)}</Button>)}
            </fieldset>
          </Card>
        )}
        {open.slice(0, MOST_CARDS).map((conflict, index) => (
          <div key={conflict.id} className="conflict-item">
            <ConflictCard
              conflict={conflict} project={project} deviceId={deviceId}
              onDecide={(choice) => act(() => conflicts.decide(conflict.id, choice), index)} onKeepBoth={() => act(() => conflicts.keepBothRecords(conflict.id), index)}
            />
          </div>
        ))}
      </div>
    </Page>
  );
};
