/** What an import of a package did, project by project, and how to go back. */
import type { PackageChoice } from '../../../app/caiet';
import type { Id } from '../../../domain/values';
import type { PackageReport } from '../../../exchange/report';
import { useT } from '../../context/language';
import { projectHref } from '../../context/routes';
import { Card } from '../../primitives/card';
import { LinkButton } from '../../primitives/link-button';
import { Note } from '../../primitives/note';
import { Table, Tbody, Td, Th, Tr } from '../../primitives/table';

export interface Receipt {
  readonly report: PackageReport;
  readonly choices: Readonly<Record<Id, PackageChoice>>;
}

/** A copy has a new id that only the list of projects knows. */
const opensHere = (choice: PackageChoice): boolean => choice === 'add' || choice === 'replace';

export const PackageReceipt = ({ receipt: { report, choices } }: { readonly receipt: Receipt }) => {
  const t = useT();
  return (
    <>
      <Note tone="ok" live title={t('exchange.done.title')}>{t('exchange.done.text')}</Note>
      <Card title={t('exchange.done.receipt')} aside={<span>{report.fileName}</span>} padding="flush">
        <Table label={t('exchange.done.receipt')}>
          <Tbody>
            {report.projects.map(({ project, digest }) => {
              const choice = choices[project.id] ?? 'skip';
              return (
                <Tr key={project.id}>
                  <Th scope="row">{project.title.trim() === '' ? t('exchange.import.untitled') : project.title}</Th>
                  <Td>{t(`exchange.done.${choice}`)}</Td>
                  <Td><span className="exchange-digest" title={digest}>{t('exchange.done.digest')} {digest.slice(0, 4)}…{digest.slice(-4)}</span></Td>
                  <Td numeric>{opensHere(choice) ? <LinkButton href={projectHref(project.id)} variant="quiet">{t('exchange.done.open')}</LinkButton> : null}</Td>
                </Tr>
              );
            })}
          </Tbody>
        </Table>
      </Card>
    </>
  );
};
