/** One document: previewed as it prints, with what is still missing above it. */
import { ArrowLeft, FileText, FileType2, Printer } from 'lucide-react';
import { useMemo } from 'react';
import { useCaiet, useProject } from '../../context/caiet-context';
import { useHostInfo } from '../../context/host-info';
import { useT } from '../../context/language';
import { useSend } from '../../context/outgoing';
import { projectHref } from '../../context/routes';
import { useRun } from '../../context/run';
import { Button } from '../../primitives/button';
import { EmptyState } from '../../primitives/empty-state';
import { LinkButton } from '../../primitives/link-button';
import { Note } from '../../primitives/note';
import { Page } from '../../primitives/page';
import { Paper } from './paper';
import { useDocuments } from './use-documents';

export const DocumentScreen = ({ documentId }: { readonly documentId: string }) => {
  const t = useT();
  const run = useRun();
  const send = useSend();
  const caiet = useCaiet();
  const project = useProject();
  const { kind } = useHostInfo();
  const entry = useDocuments().find(({ id }) => id === documentId);
  const model = useMemo(() => entry?.compose(), [entry]);
  const back = <LinkButton href={projectHref(project.id, 'documents')} icon={ArrowLeft}>{t('documents.back')}</LinkButton>;
  if (entry === undefined || model === undefined) {
    return <Page title={t('documents.title')}><EmptyState level={2} title={t('documents.gone.title')} body={<p>{t('documents.gone.text')}</p>} action={back} /></Page>;
  }
  const actions = (
    <>
      {back}
      <Button icon={Printer} onPress={() => window.print()}>{t('documents.print')}</Button>
      {kind === 'electron' ? <Button icon={FileText} onPress={() => run(() => caiet.documents.savePdf(entry))}>{t('documents.pdf')}</Button> : null}
      <Button variant="primary" icon={FileType2} onPress={() => send((watched) => caiet.documents.saveDocx(entry, watched))}>{t('documents.docx')}</Button>
    </>
  );
  return (
    <Page title={entry.title} {...(entry.about === '' ? {} : { lede: entry.about })} actions={actions}>
      {entry.missing.length === 0 ? null : (
        <Note tone="warn" title={t('documents.missing')}>
          <ul className="documents-missing">{entry.missing.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
        </Note>
      )}
      <Paper model={model} label={t('documents.preview', { title: entry.title })} />
    </Page>
  );
};
