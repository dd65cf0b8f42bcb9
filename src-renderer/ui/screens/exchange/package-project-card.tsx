/** One project of a package: what it is, what taking it in would do, and what the person decides. */
import type { PackageChoice, ProjectComparison } from '../../../app/caiet';
import { COLLECTIONS, LATER_COLLECTIONS } from '../../../domain/project';
import type { StandingFacts } from '../../../exchange/compare';
import type { OpenedPackage, ProjectFacts } from '../../../exchange/opened-package';
import { useFormat } from '../../context/format';
import { useTranslator } from '../../context/language';
import { useWords } from '../../context/words';
import { Card } from '../../primitives/card';
import { Pill } from '../../primitives/pill';
import { RadioGroup } from '../../primitives/radio-group';
import { DifferenceTable } from './difference-table';
import { differencesOf } from './differences';
import { MergePlan } from './merge-plan';
import { CHOICES, STANDING_TONES, standingOf, type Standing } from './standing';
import { useComparison } from './use-standings';

export const useTitle = (): ((project: { readonly title: string }) => string) => {
  const { t } = useTranslator();
  return (project) => (project.title.trim() === '' ? t('exchange.import.untitled') : project.title);
};

/** Where no merge is possible: the two states, and why. Of a package that cannot be imported nothing is said but what differs. */
const Apart = ({ comparison: { outcome, here, incoming }, standing }: { readonly comparison: ProjectComparison; readonly standing: Standing | null }) => {
  const { t } = useTranslator();
  const words = useWords();
  const format = useFormat();
  if (outcome.status !== 'different') return null;
  const differences = differencesOf(outcome.patches.filter(({ path }) => path[0] !== 'conflicts'), here, incoming, [...COLLECTIONS, ...LATER_COLLECTIONS]);
  return (
    <>
      {standing === 'known' ? <p>{t('merge.knownText')}</p> : null}
      {standing === 'unrelated' ? <p>{t('merge.unrelatedText')}</p> : null}
      {standing === 'redacted' ? <p>{t('merge.redactedText')}</p> : null}
      {standing !== null && outcome.merge.status === 'refused' ? <p>{t('merge.refusedText')} {outcome.merge.problems.slice(0, 3).map((problem) => words.problem(problem)).join(' ')}</p> : null}
      <p>{t('exchange.import.differentText', { count: differences.length, at: format.instant(outcome.localUpdatedAt) })}</p>
      <DifferenceTable differences={differences} here={here} there={incoming} hereLabel={t('exchange.import.here')} thereLabel={t('exchange.import.there')} />
    </>
  );
};

const Told = ({ facts, comparison, standing }: { readonly facts: StandingFacts; readonly comparison: ProjectComparison | null; readonly standing: Standing }) => {
  const { t } = useTranslator();
  if (facts.status === 'new') return <p>{t('exchange.import.newText')}</p>;
  if (facts.status === 'same') return <p>{t(standing === 'alike' ? 'merge.alikeText' : 'exchange.import.sameText')}</p>;
  if (comparison === null) return <p className="soft"><output>{t('exchange.import.status.comparing')}</output></p>;
  const { outcome, here } = comparison;
  return outcome.status === 'different' && outcome.merge.status === 'merged' ? <MergePlan merged={outcome.merge} here={here} /> : <Apart comparison={comparison} standing={standing} />;
};

export interface PackageProjectCardProps {
  readonly report: OpenedPackage;
  readonly incoming: ProjectFacts;
  /** Null while comparing. */
  readonly facts: StandingFacts | null;
  readonly choice: PackageChoice | null;
  readonly onChoose: (choice: PackageChoice) => void;
  /** The package cannot be imported, so there is nothing to choose. */
  readonly isForbidden: boolean;
}

/** What taking the project in would do, and the choice. */
export const ProjectReview = ({ report, incoming, facts, choice, onChoose, isForbidden }: PackageProjectCardProps) => {
  const { t } = useTranslator();
  const comparison = useComparison(report, incoming.id, facts);
  const standing = facts === null ? null : standingOf(facts, report);
  const title = useTitle()(incoming);
  const options = (standing === null ? [] : CHOICES[standing]).map((id) => ({ id, label: t(`exchange.import.choice.${id}`), description: t(`exchange.import.choice.${id}Text`) }));
  return (
    <>
      {isForbidden && comparison !== null ? <Apart comparison={comparison} standing={null} /> : null}
      {isForbidden || facts === null || standing === null ? null : <Told facts={facts} comparison={comparison} standing={standing} />}
      {isForbidden || options.length === 0 ? null : <RadioGroup label={t('exchange.import.choice', { title })} value={choice} options={options} onChange={onChoose} />}
    </>
  );
};

export const PackageProjectCard = (props: PackageProjectCardProps) => {
  const { t } = useTranslator();
  const { report, incoming, facts, isForbidden } = props;
  const { lots, bids, entries } = incoming;
  const standing = facts === null ? null : standingOf(facts, report);
  const counts = t('exchange.import.counts', { lots, bids, entries });
  const aside = (
    <>
      <span>{counts}</span>
      {isForbidden ? null : <Pill tone={standing === null ? 'neutral' : STANDING_TONES[standing]}>{t(`exchange.import.status.${standing ?? 'comparing'}`)}</Pill>}
    </>
  );
  return <Card title={useTitle()(incoming)} aside={aside}><ProjectReview {...props} /></Card>;
};
