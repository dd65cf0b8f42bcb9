/** One project of a package: what it is, how it differs from the one here, and what the person decides. */
import type { PackageChoice, ProjectComparison } from '../../../app/caiet';
import { COLLECTIONS, type Project } from '../../../domain/project';
import type { PackageProject } from '../../../exchange/report';
import { useFormat } from '../../context/format';
import { useTranslator } from '../../context/language';
import { Card } from '../../primitives/card';
import { Pill, type Tone } from '../../primitives/pill';
import { RadioGroup } from '../../primitives/radio-group';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../primitives/table';
import { differencesOf, type Difference } from './differences';
import { placeOfPath } from './places';
import { valueText } from './value-text';

const DIFFERENCES_SHOWN = 100;
const TONES: Readonly<Record<ProjectComparison['outcome']['status'], Tone | 'neutral'>> = { new: 'info', same: 'ok', different: 'warn' };

/** What may be done with a project, by how it stands to the one here. */
export const CHOICES: Readonly<Record<ProjectComparison['outcome']['status'], readonly PackageChoice[]>> = {
  new: ['add', 'skip'],
  same: ['skip', 'copy'],
  different: ['replace', 'copy', 'skip'],
};

const useTitle = (project: Project): string => {
  const { t } = useTranslator();
  return project.title.trim() === '' ? t('exchange.import.untitled') : project.title;
};

const Differences = ({ differences, here, there }: { readonly differences: readonly Difference[]; readonly here: Project; readonly there: Project }) => {
  const translator = useTranslator();
  const { t } = translator;
  const format = useFormat();
  const rest = differences.length - DIFFERENCES_SHOWN;
  return (
    <div className="exchange-differences">
      <Table label={t('exchange.import.differences')} density="compact">
        <Thead><Tr><Th>{t('exchange.import.field')}</Th><Th>{t('exchange.import.here')}</Th><Th>{t('exchange.import.there')}</Th></Tr></Thead>
        <Tbody>
          {differences.slice(0, DIFFERENCES_SHOWN).map(({ path, here: before, there: after }) => (
            <Tr key={path.join('/')}>
              <Th scope="row">{placeOfPath(path, after === undefined && path.length > 1 ? here : there, translator)}</Th>
              <Td>{valueText(path, before, here, translator, format)}</Td>
              <Td>{valueText(path, after, there, translator, format)}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {rest > 0 ? <p className="faint">{t('exchange.import.moreDifferences', { count: rest })}</p> : null}
    </div>
  );
};

const Standing = ({ comparison, incoming }: { readonly comparison: ProjectComparison; readonly incoming: Project }) => {
  const { t } = useTranslator();
  const format = useFormat();
  const { outcome, here } = comparison;
  if (outcome.status === 'new') return <p>{t('exchange.import.newText')}</p>;
  if (outcome.status === 'same' || here === undefined) return <p>{t('exchange.import.sameText')}</p>;
  const differences = differencesOf(outcome.patches, here, incoming, COLLECTIONS);
  return (
    <>
      <p>{t('exchange.import.differentText', { count: differences.length, at: format.instant(outcome.localUpdatedAt) })}</p>
      <Differences differences={differences} here={here} there={incoming} />
    </>
  );
};

export interface PackageProjectCardProps {
  readonly incoming: PackageProject;
  /** Null while comparing. */
  readonly comparison: ProjectComparison | null;
  readonly choice: PackageChoice | null;
  readonly onChoose: (choice: PackageChoice) => void;
  /** The package cannot be imported, so there is nothing to choose. */
  readonly isForbidden: boolean;
}

export const PackageProjectCard = ({ incoming, comparison, choice, onChoose, isForbidden }: PackageProjectCardProps) => {
  const { t } = useTranslator();
  const { project, history } = incoming;
  const title = useTitle(project);
  const status = comparison?.outcome.status;
  const counts = t('exchange.import.counts', { lots: Object.keys(project.lots).length, bids: Object.keys(project.bids).length, entries: history.length });
  const aside = (
    <>
      <span>{counts}</span>
      <Pill tone={status === undefined ? 'neutral' : TONES[status]}>{t(`exchange.import.status.${status ?? 'comparing'}`)}</Pill>
    </>
  );
  const options = (status === undefined ? [] : CHOICES[status]).map((id) => ({ id, label: t(`exchange.import.choice.${id}`), description: t(`exchange.import.choice.${id}Text`) }));
  return (
    <Card title={title} aside={aside}>
      {comparison === null ? null : <Standing comparison={comparison} incoming={project} />}
      {isForbidden || options.length === 0 ? null : <RadioGroup label={t('exchange.import.choice', { title })} value={choice} options={options} onChange={onChoose} />}
    </Card>
  );
};
