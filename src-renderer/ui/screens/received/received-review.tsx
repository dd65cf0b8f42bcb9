/** A package that is a score sheet, before it is opened: for whom it is, of what, and from whom. */
import { useLocation } from 'wouter';
import type { OpenedPackage } from '../../../exchange/opened-package';
import { useCaiet } from '../../context/caiet-context';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { projectHref } from '../../context/routes';
import { useRun } from '../../context/run';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { Note } from '../../primitives/note';
import { Page } from '../../primitives/page';
import { ProblemTable } from '../exchange/problem-table';
import { useNamedProjects } from '../exchange/use-named-projects';

export const ReceivedReview = ({ report, onOther }: { readonly report: OpenedPackage; readonly onOther: () => void }) => {
  const t = useT();
  const format = useFormat();
  const run = useRun();
  const [, navigate] = useLocation();
  const { sheets } = useCaiet();
  const found = report.sheet;
  const named = useNamedProjects(report);
  const assignment = found?.sheet.assignment;
  const errors = report.problems.filter(({ severity }) => severity === 'error');
  const canOpen = found?.way === 'handedOut' && errors.length === 0;
  const open = (): void => run(async () => {
    const id = await sheets.accept(report);
    onOther();
    navigate(projectHref(id, 'evaluation'));
  });
  const actions = <><Button onPress={onOther}>{t('exchange.import.other')}</Button>{canOpen && <Button variant="primary" onPress={open}>{t('received.review.open')}</Button>}</>;
  return (
    <Page title={t('received.review.title')} lede={report.fileName} actions={actions}>
      {errors.length > 0 && <Note tone="bad" live title={t('exchange.import.forbidden.title')}>{t('exchange.import.forbidden.text', { count: errors.length })}</Note>}
      {errors.length > 0 && <Card title={t('exchange.import.problems')} padding="flush"><ProblemTable problems={report.problems} projects={named} /></Card>}
      {assignment !== undefined && found !== null && (
        <Card title={t('exchange.import.file')}>
          <p>{t('received.review.text', {
            name: found.sheet.evaluators[assignment.evaluatorId]?.name ?? '', title: found.sheet.title, date: format.instant(assignment.handedOutAt),
            authority: assignment.authority === '' ? t('received.review.noAuthority') : assignment.authority,
          })}</p>
          {found.way === 'returned' && <Note>{t('received.review.returned')}</Note>}
        </Card>
      )}
    </Page>
  );
};
