/** One project of a package: what it is, what taking it in would do, and what the person decides. */
import type { PackageChoice, ProjectComparison } from '../../../app/caiet';
import { withoutSealedPrices } from '../../../domain/sealed-prices';
import { COLLECTIONS, LATER_COLLECTIONS, type Project } from '../../../domain/project';
import type { PackageProject } from '../../../exchange/report';
import { useFormat } from '../../context/format';
import { useTranslator } from '../../context/language';
import { useWords } from '../../context/words';
import { Card } from '../../primitives/card';
import { Pill } from '../../primitives/pill';
import { RadioGroup } from '../../primitives/radio-group';
import { DifferenceTable } from './difference-table';
import { differencesOf } from './differences';
import { MergePlan } from './merge-plan';
import { CHOICES, STANDING_TONES, type Standing } from './standing';

export const useTitle = (): ((project: Project) => string) => {
  const { t } = useTranslator();
  return (project) => (project.title.trim() === '' ? t('exchange.import.untitled') : project.title);
};

/** Where no merge is possible: the two states, and why. */
const Apart = ({ comparison: { outcome, here }, standing, incoming }: { readonly comparison: ProjectComparison; readonly standing: Standing; readonly incoming: Project }) => {
  const { t } = useTranslator();
  const words = useWords();
  const format = useFormat();
  if (outcome.status !== 'different' || here === undefined) return null;
  const differences = differencesOf(outcome.patches.filter(({ path }) => path[0] !== 'conflicts'), here, incoming, [...COLLECTIONS, ...LATER_COLLECTIONS]);
  return (
    <>
      {standing === 'known' ? <p>{t('merge.knownText')}</p> : null}
      {standing === 'unrelated' ? <p>{t('merge.unrelatedText')}</p> : null}
      {standing === 'redacted' ? <p>{t('merge.redactedText')}</p> : null}
      {outcome.merge.status === 'refused' ? <p>{t('merge.refusedText')} {outcome.merge.problems.slice(0, 3).map((problem) => words.problem(problem)).join(' ')}</p> : null}
      <p>{t('exchange.import.differentText', { count: differences.length, at: format.instant(outcome.localUpdatedAt) })}</p>
      <DifferenceTable differences={differences} here={here} there={incoming} hereLabel={t('exchange.import.here')} thereLabel={t('exchange.import.there')} />
    </>
  );
};

const Told = ({ comparison, standing, incoming }: { readonly comparison: ProjectComparison; readonly standing: Standing; readonly incoming: Project }) => {
  const { t } = useTranslator();
  const { outcome, here } = comparison;
  if (outcome.status === 'new') return <p>{t('exchange.import.newText')}</p>;
  if (outcome.status === 'same' || here === undefined) return <p>{t(standing === 'alike' ? 'merge.alikeText' : 'exchange.import.sameText')}</p>;
  return outcome.merge.status === 'merged' ? <MergePlan merged={outcome.merge} here={here} /> : <Apart comparison={comparison} standing={standing} incoming={incoming} />;
};

export interface PackageProjectCardProps {
  readonly incoming: PackageProject;
  /** Null while comparing. */
  readonly comparison: ProjectComparison | null;
  readonly standing: Standing | null;
  readonly choice: PackageChoice | null;
  readonly onChoose: (choice: PackageChoice) => void;
  /** The package cannot be imported, so there is nothing to choose. */
  readonly isForbidden: boolean;
}

/** What taking the project in would do, and the choice. */
export const ProjectReview = ({ incoming, comparison, standing, choice, onChoose, isForbidden }: PackageProjectCardProps) => {
  const { t } = useTranslator();
  const project = withoutSealedPrices(incoming.project);
  const title = useTitle()(project);
  const options = (standing === null ? [] : CHOICES[standing]).map((id) => ({ id, label: t(`exchange.import.choice.${id}`), description: t(`exchange.import.choice.${id}Text`) }));
  return (
    <>
      {comparison === null || standing === null ? null : <Told comparison={comparison} standing={standing} incoming={project} />}
      {isForbidden || options.length === 0 ? null : <RadioGroup label={t('exchange.import.choice', { title })} value={choice} options={options} onChange={onChoose} />}
    </>
  );
};

export const PackageProjectCard = (props: PackageProjectCardProps) => {
  const { t } = useTranslator();
  const { incoming: { project, history }, standing } = props;
  const counts = t('exchange.import.counts', { lots: Object.keys(project.lots).length, bids: Object.keys(project.bids).length, entries: history.length });
  const aside = (
    <>
      <span>{counts}</span>
      <Pill tone={standing === null ? 'neutral' : STANDING_TONES[standing]}>{t(`exchange.import.status.${standing ?? 'comparing'}`)}</Pill>
    </>
  );
  return <Card title={useTitle()(project)} aside={aside}><ProjectReview {...props} /></Card>;
};
