/** Taking in a package: choose it, see what it would do, confirm. Nothing is stored before that. */
import { startTransition, useCallback, useId, useMemo, useState } from 'react';
import type { PackageChoice, PackageImported } from '../../../app/caiet';
import type { Id } from '../../../domain/values';
import type { OpenedPackage } from '../../../exchange/opened-package';
import { useCaiet } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { usePackageReview } from '../../context/package-review';
import { PROJECTS } from '../../context/routes';
import { problemOfThrown } from '../../context/thrown';
import { useWords } from '../../context/words';
import { Button } from '../../primitives/button';
import { LinkButton } from '../../primitives/link-button';
import { Note } from '../../primitives/note';
import { Page } from '../../primitives/page';
import { ProgressBar } from '../../primitives/progress-bar';
import { ReceivedReview } from '../received/received-review';
import { PackageFile } from './package-file';
import { asksFirst, PackageReceipt } from './package-receipt';
import { PackageReview } from './package-review';
import { ReceiptReview } from './receipt-review';
import { DEFAULT_CHOICE, standingOf } from './standing';
import { TrustPanel, useTrust } from './trust-panel';
import { useStandings, type Standings } from './use-standings';

type Choices = Readonly<Record<Id, PackageChoice>>;

/** What loses nothing is chosen at first; where no merge is possible, the person decides. */
const choiceOf = (id: Id, chosen: Choices, standings: Standings, report: OpenedPackage): PackageChoice | null => {
  const facts = standings[id];
  return chosen[id] ?? (facts === undefined ? null : DEFAULT_CHOICE[standingOf(facts, report)]);
};

/** Nothing before they have been compared. */
const decided = (report: OpenedPackage, chosen: Choices, standings: Standings | null): Readonly<Record<Id, PackageChoice | null>> =>
  (standings === null ? {} : Object.fromEntries(report.projects.map(({ id }) => [id, choiceOf(id, chosen, standings, report)])));

/** Why the package cannot be imported yet; null when it can. */
const useObstacle = (report: OpenedPackage, standings: Standings | null, choices: Readonly<Record<Id, PackageChoice | null>>): string | null => {
  const t = useT();
  if (report.problems.some((problem) => problem.severity === 'error')) return t('exchange.import.forbidden.title');
  if (report.projects.length === 0) return t('exchange.import.noProjects');
  if (standings === null) return t('exchange.import.wait');
  const undecided = report.projects.find(({ id }) => choices[id] === null);
  if (undecided !== undefined) return t('exchange.import.chooseFirst', { title: undecided.title });
  return Object.values(choices).every((choice) => choice === 'skip') ? t('exchange.import.nothing') : null;
};

/** How far storing is; it can be stopped until the first project is written. */
interface Storing {
  readonly fraction: number;
  readonly stop: (() => void) | null;
}

/** A hundred steps are enough for the eye; each one draws the whole screen. */
const tells = (before: Storing | null, fraction: number, canStop: boolean): boolean =>
  before === null || fraction - before.fraction >= 0.01 || canStop !== (before.stop !== null);

interface ReviewProps {
  readonly report: OpenedPackage;
  readonly onOther: () => void;
  readonly onDone: (imported: PackageImported) => void;
}

const Review = ({ report, onOther, onDone }: ReviewProps) => {
  const t = useT();
  const { exchange } = useCaiet();
  const words = useWords();
  const [chosen, setChosen] = useState<Choices>({});
  const [storing, setStoring] = useState<Storing | null>(null);
  const busy = storing !== null;
  const [failure, setFailure] = useState<string | null>(null);
  const { standings, done: compared } = useStandings(report);
  const choices = useMemo(() => decided(report, chosen, standings), [report, chosen, standings]);
  const choose = useCallback((id: Id, choice: PackageChoice) => setChosen((before) => ({ ...before, [id]: choice })), []);
  const question = useTrust(report);
  const unsettled = useObstacle(report, standings, choices);
  const obstacle = unsettled ?? (question.isSettled ? null : t('packages.trust.decide'));
  const obstacleId = useId();
  const count = Object.values(choices).filter((choice) => choice !== null && choice !== 'skip').length;

  const importNow = async (): Promise<void> => {
    const final = Object.fromEntries(Object.entries(choices).map(([id, choice]) => [id, choice ?? 'skip']));
    const stopper = new AbortController();
    const stop = (): void => stopper.abort();
    setStoring({ fraction: 0, stop });
    setFailure(null);
    try {
      const onProgress = (fraction: number, canStop: boolean): void => setStoring((before) => (tells(before, fraction, canStop) ? { fraction, stop: canStop ? stop : null } : before));
      onDone(await exchange.importPackage(report, final, { signal: stopper.signal, onProgress }));
    } catch (thrown) {
      setFailure(words.problem(problemOfThrown(thrown)));
      setStoring(null);
    }
  };
  const actions = (
    <>
      <Button onPress={onOther} isDisabled={busy}>{t('exchange.import.other')}</Button>
      <Button variant="primary" isDisabled={obstacle !== null || busy} onPress={() => void importNow()} {...(obstacle === null ? {} : { describedBy: obstacleId })}>
        {t('exchange.import.confirm', { count })}
      </Button>
    </>
  );
  return (
    <Page title={t('exchange.import.title')} lede={t('exchange.import.lede')} actions={actions}>
      {failure === null ? null : <Note tone="bad" live title={t('exchange.import.failed', { file: report.fileName })}>{failure} {t('exchange.import.failedNothing')}</Note>}
      {storing === null ? null : <ProgressBar label={t('exchange.import.importing')} fraction={storing.fraction} {...(storing.stop === null ? {} : { onCancel: storing.stop })} />}
      <TrustPanel report={report} question={question} />
      <PackageReview
        report={report} standings={standings} compared={compared} choices={choices} obstacle={obstacle} obstacleId={obstacleId}
        onChoose={choose}
      />
    </Page>
  );
};

export const ImportPackageScreen = () => {
  const t = useT();
  const { report, setReport } = usePackageReview();
  const [imported, setImported] = useState<PackageImported | null>(null);
  const done = (made: PackageImported): void => startTransition(() => {
    setImported(made);
    setReport(null);
  });
  if (report?.kind === 'receipt') return <ReceiptReview key={report.packageId} report={report} onOther={() => setReport(null)} />;
  if (report?.kind === 'evaluator-sheet') return <ReceivedReview report={report} onOther={() => setReport(null)} />;
  if (report !== null) return <Review key={report.packageId} report={report} onOther={() => setReport(null)} onDone={done} />;
  const leave = <LinkButton href={PROJECTS} {...(imported === null || asksFirst(imported) ? {} : { variant: 'primary' })}>{t(imported === null ? 'exchange.import.leave' : 'exchange.done.list')}</LinkButton>;
  return (
    <Page title={t('exchange.import.title')} {...(imported === null ? { lede: t('exchange.import.lede') } : {})} actions={leave}>
      {imported === null ? null : <PackageReceipt key={imported.packageId} imported={imported} />}
      <PackageFile onReport={setReport} isNext={imported !== null} />
    </Page>
  );
};
