/** Every document that can be made of the project, in the order of the procedure. */
import { Link } from 'wouter';
import { DOCUMENT_GROUPS, type DocumentEntry, type DocumentGroup } from '../../../domain/ports/document';
import { useCaiet, useProject, useWorkspace } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { documentHref, projectHref } from '../../context/routes';
import { Card } from '../../primitives/card';
import { EmptyState } from '../../primitives/empty-state';
import { LinkButton } from '../../primitives/link-button';
import { Page } from '../../primitives/page';
import { Pill } from '../../primitives/pill';
import { Segmented } from '../../primitives/segmented';
import { Switch } from '../../primitives/switch';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../primitives/table';
import { useDocumentLanguage, useDocuments } from './use-documents';

const GroupCard = ({ group, entries }: { readonly group: DocumentGroup; readonly entries: readonly DocumentEntry[] }) => {
  const t = useT();
  const project = useProject();
  return (
    <Card title={t(`documents.group.${group}`)} padding="flush">
      <Table label={t(`documents.group.${group}`)}>
        <Thead><Tr><Th>{t('documents.column.document')}</Th><Th>{t('documents.column.about')}</Th><Th>{t('documents.column.state')}</Th></Tr></Thead>
        <Tbody>
          {entries.map(({ id, title, about, missing }) => (
            <Tr key={id}>
              <Th scope="row"><Link href={documentHref(project.id, id)}>{title}</Link></Th>
              <Td>{about}</Td>
              <Td>{missing.length === 0 ? <Pill tone="ok">{t('documents.ready')}</Pill> : <Pill tone="warn">{t('documents.incomplete', { count: missing.length })}</Pill>}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Card>
  );
};

/** What holds for all documents: their language, and the line that they are drafts. */
const Choices = () => {
  const t = useT();
  const caiet = useCaiet();
  const locale = useDocumentLanguage();
  const draftLine = useWorkspace((state) => state.settings.documentDraftLine ?? true);
  return (
    <div className="documents-choices">
      <Segmented label={t('documents.language')} value={locale} options={(['ro', 'en'] as const).map((id) => ({ id, label: t(`app.language.${id}`) }))} onChange={(documentLocale) => caiet.changeSettings({ documentLocale })} />
      <Switch isSelected={draftLine} onChange={(documentDraftLine) => caiet.changeSettings({ documentDraftLine })}>{t('documents.draftSwitch')}</Switch>
    </div>
  );
};

export const DocumentsScreen = () => {
  const t = useT();
  const project = useProject();
  const entries = useDocuments();
  return (
    <Page title={t('documents.title')} lede={t('documents.lede')}>
      {entries.length === 0
        ? <EmptyState level={2} title={t('documents.empty.title')} body={<p>{t('documents.empty.text')}</p>} action={<LinkButton variant="primary" href={projectHref(project.id, 'call')}>{t('documents.toCall')}</LinkButton>} />
        : <Choices />}
      {DOCUMENT_GROUPS.map((group) => ({ group, found: entries.filter((entry) => entry.group === group) }))
        .filter(({ found }) => found.length > 0)
        .map(({ group, found }) => <GroupCard key={group} group={group} entries={found} />)}
    </Page>
  );
};
