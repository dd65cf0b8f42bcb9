/** The answer to a package of ours: what the other side did with it. */
import { useState } from 'react';
import type { ReceiptTaken } from '../../../app/caiet';
import { receiptIn } from '../../../exchange/receipt';
import type { OpenedFacts } from '../../../exchange/opened-package';
import { useCaiet, useWorkspace } from '../../context/caiet-context';
import { useFormat } from '../../context/format';
import { useTranslator } from '../../context/language';
import { useRun } from '../../context/run';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { Note } from '../../primitives/note';
import { Page } from '../../primitives/page';
import { Td, Th } from '../../primitives/table';
import { VirtualList } from '../../primitives/virtual-list';
import { placeOfPath } from './places';
import { ProblemTable } from './problem-table';
import { TrustPanel, useTrust } from './trust-panel';

const ROW = 45;
const REFUSED_SHOWN = 100;
const COLUMNS = ['auto', '12rem', '18rem'];

export const ReceiptReview = ({ report, onOther }: { readonly report: OpenedFacts; readonly onOther: () => void }) => {
  const translator = useTranslator();
  const { t } = translator;
  const format = useFormat();
  const run = useRun();
  const { exchange } = useCaiet();
  const summaries = useWorkspace((state) => state.summaries);
  const question = useTrust(report);
  const [taken, setTaken] = useState<ReceiptTaken | null>(null);
  const receipt = receiptIn(report);
  const isWhole = receipt !== null && report.problems.every(({ severity }) => severity !== 'error');
  const lines = Object.entries(receipt?.projects ?? {});
  const row = (index: number) => {
    const [id, line] = lines[index] ?? [];
    if (id === undefined || line === undefined) return null;
    return (
      <>
        <Th scope="row">{summaries.find((each) => each.id === id)?.title ?? id}</Th>
        <Td>{t(`merge.receipt.outcome.${line.outcome}`)}</Td>
        <Td>{t('merge.receipt.changes', { count: line.changes, conflicts: line.conflicts })}</Td>
      </>
    );
  };
  const actions = (
    <>
      <Button onPress={onOther}>{t('exchange.import.other')}</Button>
      <Button variant="primary" isDisabled={!isWhole || !question.isSettled || taken !== null} onPress={() => run(async () => setTaken(await exchange.takeReceipt(report)))}>{t('merge.receipt.take')}</Button>
    </>
  );
  return (
    <Page title={t('merge.receipt.title')} lede={t('merge.receipt.lede')} actions={actions}>
      {taken === null ? null : <Note tone={taken.confirmed.length > 0 ? 'ok' : 'warn'} live>{t('merge.receipt.taken', { count: taken.confirmed.length, unknown: taken.unknown })}</Note>}
      {taken === null ? null : taken.refused.map(({ project, paths }) => (
        <Card key={project.id} title={project.title}>
          <p>{t('merge.receipt.refused')}</p>
          <ul>{paths.slice(0, REFUSED_SHOWN).map((path) => <li key={path.join('/')}>{placeOfPath(path, project, translator)}</li>)}</ul>
          {paths.length > REFUSED_SHOWN ? <p className="faint">{t('exchange.import.moreDifferences', { count: paths.length - REFUSED_SHOWN })}</p> : null}
        </Card>
      ))}
      {isWhole ? null : <Note tone="bad" live title={t('exchange.import.forbidden.title')} />}
      <TrustPanel report={report} question={question} />
      <Card title={t('exchange.import.file')}>
        <dl className="exchange-facts">
          <div><dt>{t('exchange.import.fileName')}</dt><dd>{report.fileName}</dd></div>
          <div><dt>{t('merge.receipt.from')}</dt><dd>{report.producer.authority === '' ? t('merge.marks.unnamed') : report.producer.authority}</dd></div>
          {receipt === null ? null : <div><dt>{t('merge.receipt.at')}</dt><dd>{format.instant(receipt.importedAt)}</dd></div>}
        </dl>
      </Card>
      {lines.length === 0 ? null : (
        <Card title={t('merge.receipt.projects')} padding="flush">
          <VirtualList label={t('merge.receipt.projects')} count={lines.length} estimateRow={ROW} columns={COLUMNS} minWidth="40rem" maxHeight="30rem" renderRow={row} rowKey={(index) => lines[index]?.[0] ?? index} />
        </Card>
      )}
      {report.problems.length === 0 ? null : <Card title={t('exchange.import.problems')} padding="flush"><ProblemTable problems={report.problems} projects={[]} /></Card>}
    </Page>
  );
};
