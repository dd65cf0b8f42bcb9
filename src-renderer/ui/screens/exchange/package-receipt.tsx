/** What an import of a package did, project by project, the answer to send back, and the way back in one step. */
import { FileCheck, Send, Undo2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { PackageImported } from '../../../app/caiet';
import { useCaiet } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { projectHref } from '../../context/routes';
import { useRun } from '../../context/run';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { LinkButton } from '../../primitives/link-button';
import { Note } from '../../primitives/note';
import { Td, Th } from '../../primitives/table';
import { VirtualList } from '../../primitives/virtual-list';

const ROW = 49;
const COLUMNS = ['auto', '30%', '34%'];

/** One project came with questions: they are what to do next. */
export const asksFirst = ({ projects }: PackageImported): boolean => projects.length === 1 && (projects[0]?.receipt.conflicts ?? 0) > 0;

const useUndo = (imported: PackageImported) => {
  const { exchange } = useCaiet();
  const run = useRun();
  const [undone, setUndone] = useState<{ readonly undone: number; readonly kept: number } | null>(null);
  return { undone, undo: (): void => run(async () => setUndone(await exchange.undoImport(imported))) };
};

export const PackageReceipt = ({ imported }: { readonly imported: PackageImported }) => {
  const t = useT();
  const { exchange, targets } = useCaiet();
  const run = useRun();
  const [sent, setSent] = useState(0);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const { undone, undo } = useUndo(imported);
  const told = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone with what it did; the focus goes to what came of it.
  useEffect(() => {
    if (document.activeElement === document.body) told.current?.focus();
  }, [undone]);
  const { projects } = imported;
  const conflicts = projects.reduce((sum, { receipt }) => sum + receipt.conflicts, 0);
  const saveReceipt = (): void => run(async () => {
    const location = await exchange.saveReceipt(imported);
    if (location !== null) setSavedAt(location);
  });
  const sendReceipt = (): void => run(async () => setSent(await exchange.sendReceipt(imported)));
  const row = (index: number) => {
    const each = projects[index];
    if (each === undefined) return null;
    const { projectId, choice, title, receipt } = each;
    return (
      <>
        <Th scope="row">
          {title.trim() === '' ? t('exchange.import.untitled') : title}
          <span className="exchange-digest" title={receipt.digest}>{t('exchange.done.digest')} <span className="mono">{receipt.digest.slice(0, 4)}…{receipt.digest.slice(-4)}</span></span>
        </Th>
        <Td>{t(`exchange.done.${choice}`)}{receipt.conflicts > 0 ? <><br /><span className="soft">{t('merge.done.conflicts', { count: receipt.conflicts })}</span></> : null}</Td>
        <Td>
          {choice === 'skip' || undone !== null ? null : (
            <span className="cluster">
              {receipt.conflicts > 0 ? <LinkButton href={projectHref(projectId, 'conflicts')} {...(asksFirst(imported) ? { variant: 'primary' } : {})}>{t('merge.conflicts.open')}</LinkButton> : null}
              {choice === 'copy' ? null : <LinkButton href={projectHref(projectId)} variant="quiet">{t('exchange.done.open')}</LinkButton>}
            </span>
          )}
        </Td>
      </>
    );
  };
  return (
    <>
      <div ref={told} className="merge-told" tabIndex={-1}>
        {undone === null ? (
          <Note tone={conflicts > 0 ? 'warn' : 'ok'} live title={t('exchange.done.title')}>
            {conflicts > 0 ? `${t('merge.done.conflicts', { count: conflicts })}. ` : null}{t('exchange.done.text')}
          </Note>
        ) : <Note tone="info" live>{t('merge.undone', undone)}</Note>}
      </div>
      <Card title={t('exchange.done.receipt')} aside={<span>{imported.fileName}</span>} padding="flush">
        <VirtualList label={t('exchange.done.receipt')} count={projects.length} estimateRow={ROW} columns={COLUMNS} minWidth="34rem" maxHeight="30rem" renderRow={row} rowKey={(index) => projects[index]?.packageProjectId ?? index} />
        {undone === null ? (
          <div className="merge-done">
            <p className="soft">{t('merge.receipt.text')}</p>
            <div className="cluster">
              {targets.knows(imported.packageId) ? <Button icon={Send} isDisabled={sent > 0} onPress={sendReceipt}>{t('merge.receipt.send')}</Button> : null}
              <Button icon={FileCheck} onPress={saveReceipt}>{t('merge.receipt.save')}</Button>
              <Button icon={Undo2} onPress={undo}>{t('merge.undo')}</Button>
            </div>
            <output className="exchange-saved">{[...(savedAt === null ? [] : [t('exchange.saved', { location: savedAt })]), ...(sent > 0 ? [t('merge.receipt.sent', { count: sent })] : [])].join(' ')}</output>
          </div>
        ) : null}
      </Card>
    </>
  );
};
