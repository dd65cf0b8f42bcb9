/** The dry run: who made the package and when, what is wrong with it, and each project beside the one here. */
import { memo } from 'react';
import type { PackageChoice } from '../../../app/caiet';
import type { Id } from '../../../domain/values';
import type { OpenedPackage } from '../../../exchange/opened-package';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { Card } from '../../primitives/card';
import { Note } from '../../primitives/note';
import { ProgressBar } from '../../primitives/progress-bar';
import { PackageProjectCard } from './package-project-card';
import { PackageProjectList } from './package-project-list';
import { ProblemTable } from './problem-table';
import { useNamedProjects } from './use-named-projects';
import type { Standings } from './use-standings';

/** More projects than this are a list with one line each. */
const MOST_CARDS = 8;

export interface PackageReviewProps {
  readonly report: OpenedPackage;
  /** Null while comparing. */
  readonly standings: Standings | null;
  /** How many projects have been compared so far. */
  readonly compared: number;
  readonly choices: Readonly<Record<Id, PackageChoice | null>>;
  readonly onChoose: (id: Id, choice: PackageChoice) => void;
  readonly obstacle: string | null;
  readonly obstacleId: string;
}

const Facts = ({ report: { fileName, producer, createdAt, projects } }: { readonly report: OpenedPackage }) => {
  const t = useT();
  const format = useFormat();
  const facts = [
    [t('exchange.import.fileName'), fileName],
    [t('exchange.import.made'), producer.authority === '' ? t('exchange.import.madeUnknown') : producer.authority],
    [t('exchange.import.madeAt'), format.instant(createdAt)],
    [t('exchange.import.madeWith'), `${producer.app} ${producer.version}`],
    [t('exchange.import.contains'), t('exchange.import.projects', { count: projects.length })],
  ] as const;
  return (
    <Card title={t('exchange.import.file')}>
      <dl className="exchange-facts">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
    </Card>
  );
};

/** Drawn again when something in it has changed, not for every step of the storing. */
export const PackageReview = memo(({ report, standings, compared, choices, onChoose, obstacle, obstacleId }: PackageReviewProps) => {
  const t = useT();
  const { problems, projects } = report;
  const named = useNamedProjects(report);
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  // What stops the import comes before the projects; what is only good to know comes after the choice.
  const problemCard = problems.length === 0 ? null : (
    <Card title={t('exchange.import.problems')} padding="flush"><ProblemTable problems={problems} projects={named} /></Card>
  );
  return (
    <>
      {errors > 0 ? (
        <div id={obstacleId}><Note tone="bad" live title={t('exchange.import.forbidden.title')}>{t('exchange.import.forbidden.text', { count: errors })}</Note></div>
      ) : obstacle === null || standings === null ? null : <div id={obstacleId}><Note>{obstacle}</Note></div>}
      <Facts report={report} />
      {errors > 0 ? problemCard : null}
      {projects.length <= MOST_CARDS ? projects.map((incoming) => (
        <PackageProjectCard
          key={incoming.id} report={report} incoming={incoming} facts={standings?.[incoming.id] ?? null}
          choice={choices[incoming.id] ?? null} onChoose={(choice) => onChoose(incoming.id, choice)} isForbidden={errors > 0}
        />
      )) : null}
      {projects.length > MOST_CARDS && standings === null ? <ProgressBar label={t('merge.list.comparing', { done: compared, count: projects.length })} fraction={compared / projects.length} /> : null}
      {projects.length > MOST_CARDS && standings !== null ? <PackageProjectList report={report} standings={standings} choices={choices} onChoose={onChoose} isForbidden={errors > 0} /> : null}
      {errors > 0 ? null : problemCard}
    </>
  );
});
