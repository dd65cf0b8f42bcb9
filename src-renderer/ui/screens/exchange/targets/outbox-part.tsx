/** What would be sent, target by target, before anything is. */
import { Send } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { OutboxLine, TargetView } from '../../../../app/targets/target-state';
import type { OutgoingPackage } from '../../../../domain/ports/target-store';
import { useCaiet, useWorkspace } from '../../../context/caiet-context';
import { useT } from '../../../context/language';
import { useRun } from '../../../context/run';
import { targetName, useTargets } from '../../../context/targets';
import { Button } from '../../../primitives/button';
import { Card } from '../../../primitives/card';
import { Checkbox } from '../../../primitives/checkbox';
import { Note } from '../../../primitives/note';
import { Pill, type Tone } from '../../../primitives/pill';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../../primitives/table';
import { Activity } from './activity';
import { NoTargets, type PartProps } from './no-targets';
import { TargetProblem } from './target-problem';

const TONES: Readonly<Record<NonNullable<OutboxLine['state']>, Tone | 'neutral'>> = { new: 'info', changed: 'info', same: 'ok', waiting: 'warn' };

const leaves = ({ state }: OutboxLine): boolean => state === 'new' || state === 'changed' || state === 'waiting';

/** Answers to packages that came from there; they leave with the rest. */
const receiptsIn = ({ record }: TargetView): readonly OutgoingPackage[] => record?.waiting.filter(({ kind }) => kind === 'receipt') ?? [];

/** Null until first read; read again when a project or what was sent changes. */
const useOutbox = (id: string, record: TargetView['record']): readonly OutboxLine[] | null => {
  const run = useRun();
  const { targets } = useCaiet();
  const summaries = useWorkspace((state) => state.summaries);
  const saved = useWorkspace((state) => state.save);
  const [lines, setLines] = useState<readonly OutboxLine[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    run(async () => {
      const found = await targets.outbox(id);
      if (isCurrent) setLines(found);
    });
    return () => { isCurrent = false; };
  }, [run, targets, id, record, summaries, saved]);
  return lines;
};

const Lines = ({ view, lines }: { readonly view: TargetView; readonly lines: readonly OutboxLine[] }) => {
  const t = useT();
  const run = useRun();
  const { targets } = useCaiet();
  const name = targetName(view);
  return (
    <Table label={t('targets.outbox.dryRun', { name })} density="compact">
      <Thead><tr><Th>{t('targets.outbox.project')}</Th><Th>{t('targets.outbox.what')}</Th></tr></Thead>
      <Tbody>
        {lines.map(({ projectId, title, isChosen, state }) => {
          const shown = title.trim() === '' ? t('app.unnamedProject') : title;
          return (
            <Tr key={projectId}>
              <Th scope="row"><Checkbox label={t('targets.outbox.choose', { title: shown, name })} isSelected={isChosen} onChange={(chosen) => run(() => targets.choose(view.connection.id, projectId, chosen))}>{shown}</Checkbox></Th>
              <Td>{state === null ? <span className="soft">{t('targets.outbox.state.no')}</span> : <Pill tone={TONES[state]}>{t(`targets.outbox.state.${state}`)}</Pill>}</Td>
            </Tr>
          );
        })}
        {receiptsIn(view).map(({ name: file, title }) => (
          <Tr key={file}>
            <Th scope="row">{t('targets.outbox.receipt', { title })}</Th>
            <Td><Pill tone="warn">{t('targets.outbox.state.waiting')}</Pill></Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};

interface OutboxProps extends PartProps {
  readonly view: TargetView;
  readonly isOnly: boolean;
}

const Outbox = ({ view, isOnly, onPlaces }: OutboxProps) => {
  const t = useT();
  const run = useRun();
  const { targets } = useCaiet();
  const lines = useOutbox(view.connection.id, view.record);
  const name = targetName(view);
  const count = (lines?.filter(leaves).length ?? 0) + receiptsIn(view).length;
  const isBusy = view.activity !== null;
  return (
    <Card title={t('targets.outbox.dryRun', { name })} aside={<span>{t('targets.outbox.count', { count })}</span>}>
      <TargetProblem view={view} onPassword={onPlaces} />
      {lines !== null && lines.length === 0 ? <p className="soft">{t('targets.outbox.noProjects')}</p> : null}
      {lines === null || lines.length === 0 ? null : <><p className="soft prose">{t('targets.outbox.explain')}</p><Lines view={view} lines={lines} /></>}
      {isBusy ? <Activity view={view} /> : (
        <div className="cluster">
          <Button icon={Send} variant={isOnly ? 'primary' : 'secondary'} isDisabled={count === 0} label={t('targets.outbox.sendTo', { name })} onPress={() => run(() => targets.send(view.connection.id))}>{t('targets.outbox.send')}</Button>
        </div>
      )}
    </Card>
  );
};

export const OutboxPart = ({ onPlaces }: PartProps) => {
  const t = useT();
  const targets = useTargets((state) => state.targets).filter(({ record }) => record !== null);
  if (targets.length === 0) return <NoTargets onPlaces={onPlaces} />;
  return (
    <div className="stack-cards">
      <Note tone="warn" title={t('targets.outbox.confidential.title')}>{t('targets.outbox.confidential.text')}</Note>
      {targets.map((view) => <Outbox key={view.connection.id} view={view} isOnly={targets.length === 1} onPlaces={onPlaces} />)}
    </div>
  );
};
