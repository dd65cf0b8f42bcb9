/** Packages of others that were found at the targets. Opening one leads to its review; nothing is imported from here. */
import { Inbox } from 'lucide-react';
import { useLocation } from 'wouter';
import type { TargetView } from '../../../../app/targets/target-state';
import type { IncomingPackage } from '../../../../domain/ports/target-store';
import { useCaiet } from '../../../context/caiet-context';
import { useFormat } from '../../../context/format';
import { useT } from '../../../context/language';
import { usePackageReview } from '../../../context/package-review';
import { IMPORT_PACKAGE } from '../../../context/routes';
import { useRun } from '../../../context/run';
import { targetName, useTargets, waitingIn } from '../../../context/targets';
import { useWords } from '../../../context/words';
import { Button } from '../../../primitives/button';
import { Card } from '../../../primitives/card';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../../primitives/table';
import { VisuallyHidden } from '../../../primitives/visually-hidden';
import { Activity } from './activity';
import { NoTargets, type PartProps } from './no-targets';
import { TargetProblem } from './target-problem';

/** As many rows as a person works through before looking again. */
const MOST_ROWS = 50;

interface Found {
  readonly view: TargetView;
  readonly entry: IncomingPackage;
}

const Row = ({ view, entry }: Found) => {
  const t = useT();
  const run = useRun();
  const words = useWords();
  const format = useFormat();
  const { targets } = useCaiet();
  const { setFile, setReport } = usePackageReview();
  const [, navigate] = useLocation();
  const { facts, problem, name, state, size } = entry;
  const from = facts === null || facts.authority === '' ? t('targets.inbox.unknown') : facts.authority;
  const open = (): void => run(async () => {
    const file = await targets.open(view.connection.id, name);
    setReport(null);
    setFile(file);
    navigate(IMPORT_PACKAGE);
  });
  return (
    <Tr>
      <Th scope="row">{from}{facts === null ? null : <span className="inbox-line">{format.instant(facts.createdAt)}</span>}</Th>
      <Td>
        {facts === null ? null : <span>{facts.titles.length === 0 ? t('targets.inbox.noTitles') : facts.titles.join('; ')}</span>}
        {problem === null ? null : <span className="soft">{words.problem(problem)}</span>}
        {state === 'listed' ? <span className="soft">{t('targets.inbox.listed')}</span> : null}
        <span className="inbox-line">{t('targets.inbox.where', { size: format.bytes(size), place: targetName(view) })}</span>
      </Td>
      <Td>
        <span className="inbox-acts">
          {state === 'damaged' ? null : <Button label={t('targets.inbox.openNamed', { from })} isDisabled={view.activity !== null} onPress={open}>{t('targets.inbox.open')}</Button>}
          <Button variant="quiet" label={t('targets.inbox.putAsideNamed', { from })} onPress={() => run(() => targets.putAside(view.connection.id, name))}>{t('targets.inbox.putAside')}</Button>
        </span>
      </Td>
    </Tr>
  );
};

const Packages = ({ found }: { readonly found: readonly Found[] }) => {
  const t = useT();
  return (
    <>
      <Table label={t('targets.inbox.title')}>
        <Thead>
          <tr>
            <Th>{t('targets.inbox.from')}</Th><Th>{t('targets.inbox.content')}</Th>
            <Th><VisuallyHidden>{t('targets.inbox.actions')}</VisuallyHidden></Th>
          </tr>
        </Thead>
        <Tbody>{found.slice(0, MOST_ROWS).map(({ view, entry }) => <Row key={`${view.connection.id}/${entry.name}`} view={view} entry={entry} />)}</Tbody>
      </Table>
      {found.length > MOST_ROWS ? <p className="soft">{t('targets.inbox.more', { count: found.length - MOST_ROWS })}</p> : null}
    </>
  );
};

export const InboxPart = ({ onPlaces }: PartProps) => {
  const t = useT();
  const run = useRun();
  const caiet = useCaiet();
  const targets = useTargets((state) => state.targets).filter(({ record }) => record !== null);
  if (targets.length === 0) return <NoTargets onPlaces={onPlaces} />;
  const found = targets.flatMap((view) => waitingIn(view).map((entry) => ({ view, entry })));
  const check = (): void => run(() => Promise.all(targets.map(({ connection }) => caiet.targets.receive(connection.id))));
  return (
    <Card
      title={t('targets.inbox.title')}
      aside={<Button icon={Inbox} variant={found.length === 0 ? 'primary' : 'secondary'} isDisabled={targets.some(({ activity }) => activity !== null)} onPress={check}>{t('targets.inbox.check')}</Button>}
    >
      <p className="prose soft">{t('targets.inbox.explain')}</p>
      {targets.map((view) => <TargetProblem key={view.connection.id} view={view} onPassword={onPlaces} />)}
      {targets.map((view) => <Activity key={view.connection.id} view={view} />)}
      {found.length === 0 ? <p className="soft">{t('targets.inbox.empty')}</p> : <Packages found={found} />}
    </Card>
  );
};
