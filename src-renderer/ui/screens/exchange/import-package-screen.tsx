/** Taking in a package: choose it, see what it would do, confirm. Nothing is stored before that. */
import { useId, useState } from 'react';
import type { PackageChoice } from '../../../app/caiet';
import type { Id } from '../../../domain/values';
import type { PackageReport } from '../../../exchange/report';
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
import { PackageFile } from './package-file';
import { PackageReceipt, type Receipt } from './package-receipt';
import { PackageReview } from './package-review';
import { useComparisons, type Comparisons } from './use-comparisons';

type Choices = Readonly<Record<Id, PackageChoice>>;

/** New projects come in and equal ones stay as they are; where two states differ, the person decides. */
const choiceOf = (id: Id, chosen: Choices, comparisons: Comparisons): PackageChoice | null => {
  const status = comparisons[id]?.outcome.status;
  return chosen[id] ?? (status === 'new' ? 'add' : status === 'same' ? 'skip' : null);
};

const decided = (report: PackageReport, chosen: Choices, comparisons: Comparisons | null): Readonly<Record<Id, PackageChoice | null>> =>
  Object.fromEntries(report.projects.map(({ project }) => [project.id, comparisons === null ? null : choiceOf(project.id, chosen, comparisons)]));

/** Why the package cannot be imported yet; null when it can. */
const useObstacle = (report: PackageReport, comparisons: Comparisons | null, choices: Readonly<Record<Id, PackageChoice | null>>): string | null => {
  const t = useT();
  if (report.problems.some((problem) => problem.severity === 'error')) return t('exchange.import.forbidden.title');
  if (report.projects.length === 0) return t('exchange.import.noProjects');
  if (comparisons === null) return t('exchange.import.wait');
  const undecided = report.projects.find(({ project }) => choices[project.id] === null);
  if (undecided !== undefined) return t('exchange.import.chooseFirst', { title: undecided.project.title });
  return Object.values(choices).every((choice) => choice === 'skip') ? t('exchange.import.nothing') : null;
};

interface ReviewProps {
  readonly report: PackageReport;
  readonly onOther: () => void;
  readonly onDone: (receipt: Receipt) => void;
}

const Review = ({ report, onOther, onDone }: ReviewProps) => {
  const t = useT();
  const { exchange } = useCaiet();
  const words = useWords();
  const [chosen, setChosen] = useState<Choices>({});
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const comparisons = useComparisons(report);
  const choices = decided(report, chosen, comparisons);
  const obstacle = useObstacle(report, comparisons, choices);
  const obstacleId = useId();
  const count = Object.values(choices).filter((choice) => choice !== null && choice !== 'skip').length;

  const importNow = async (): Promise<void> => {
    const final = Object.fromEntries(Object.entries(choices).map(([id, choice]) => [id, choice ?? 'skip']));
    setBusy(true);
    setFailure(null);
    try {
      await exchange.importPackage(report, final);
      onDone({ report, choices: final });
    } catch (thrown) {
      setFailure(words.problem(problemOfThrown(thrown)));
      setBusy(false);
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
      {busy ? <ProgressBar label={t('exchange.import.importing')} fraction={null} /> : null}
      <PackageReview
        report={report} comparisons={comparisons} choices={choices} obstacle={obstacle} obstacleId={obstacleId}
        onChoose={(id, choice) => setChosen((before) => ({ ...before, [id]: choice }))}
      />
    </Page>
  );
};

export const ImportPackageScreen = () => {
  const t = useT();
  const { report, setReport } = usePackageReview();
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const done = (made: Receipt): void => {
    setReceipt(made);
    setReport(null);
  };
  if (report !== null) return <Review key={report.packageId} report={report} onOther={() => setReport(null)} onDone={done} />;
  const leave = <LinkButton href={PROJECTS} {...(receipt === null ? {} : { variant: 'primary' })}>{t(receipt === null ? 'exchange.import.leave' : 'exchange.done.list')}</LinkButton>;
  return (
    <Page title={t('exchange.import.title')} lede={t('exchange.import.lede')} actions={leave}>
      {receipt === null ? null : <PackageReceipt receipt={receipt} />}
      <PackageFile onReport={setReport} />
    </Page>
  );
};
