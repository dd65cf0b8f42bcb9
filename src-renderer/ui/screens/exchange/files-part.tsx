/** The project leaves as a file: as a package for other computers, as a workbook for people, as publications for everybody. */
import { FileSpreadsheet, PackageOpen, PackageCheck } from 'lucide-react';
import { openConflicts } from '../../../domain/merge-conflict';
import type { Project } from '../../../domain/project';
import { useCaiet, useProject } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { IMPORT_PACKAGE, projectHref } from '../../context/routes';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { LinkButton } from '../../primitives/link-button';
import { Note } from '../../primitives/note';
import { ExchangeMarksCard } from './exchange-marks-card';
import { ExportCard, useExport } from './export-card';
import { ProtectionFields, useProtection } from './protection-fields';
import { PublicationCards } from './publication-cards';
import { TemplatesCard } from './templates-card';

/** Each way out is drawn by itself while it is under way: a project's other cards may be long. */
const PackageCard = ({ project }: { readonly project: Project }) => {
  const t = useT();
  const { exchange } = useCaiet();
  const protection = useProtection();
  const state = useExport((watched) => exchange.exportPackage([project.id], { ...watched, ...protection.options }));
  return (
    <ExportCard
      title={t('exchange.package.title')} aside={t('exchange.package.aside')} what={t('exchange.package.what')} use={t('exchange.package.use')} state={state}
      items={[
        t('exchange.package.item.call'), t('exchange.package.item.bids', { count: Object.keys(project.bids).length }),
        t('exchange.package.item.scores'), t('exchange.package.item.history'),
      ]}
      button={<Button variant="primary" icon={PackageCheck} onPress={state.start} isDisabled={!protection.isReady}>{t('exchange.package.export')}</Button>}
    >
      <ProtectionFields protection={protection} />
    </ExportCard>
  );
};

const WorkbookCard = ({ project }: { readonly project: Project }) => {
  const t = useT();
  const { exchange } = useCaiet();
  const state = useExport((watched) => exchange.exportWorkbook(project.id, watched));
  return (
    <ExportCard
      title={t('exchange.workbook.title')} aside={t('exchange.workbook.aside')} what={t('exchange.workbook.what')} use={t('exchange.workbook.use')} state={state}
      items={[t('exchange.workbook.item.ranking'), t('exchange.workbook.item.bids'), t('exchange.workbook.item.scores')]}
      button={<Button icon={FileSpreadsheet} onPress={state.start}>{t('exchange.workbook.export')}</Button>}
    />
  );
};

export const FilesPart = () => {
  const t = useT();
  const project = useProject();
  const conflicts = openConflicts(project).length;
  return (
    <div className="stack-cards">
      {conflicts === 0 ? null : (
        <Note tone="warn" title={`${t('merge.conflicts.waiting', { count: conflicts })}.`} actions={<LinkButton href={projectHref(project.id, 'conflicts')}>{t('merge.conflicts.open')}</LinkButton>}>
          {t('merge.conflicts.waitingText')}
        </Note>
      )}
      <Note tone="warn" title={t('exchange.confidential.title')}>{t('exchange.confidential.text')}</Note>
      <div className="columns">
        <PackageCard project={project} />
        <div className="stack-cards">
          <WorkbookCard project={project} />
          <Card title={t('exchange.incoming.title')}>
            <p className="prose">{t('exchange.incoming.text')}</p>
            <div className="cluster"><LinkButton href={IMPORT_PACKAGE} icon={PackageOpen}>{t('exchange.incoming.open')}</LinkButton></div>
          </Card>
        </div>
      </div>
      <ExchangeMarksCard />
      <PublicationCards key={project.id} />
      <TemplatesCard />
    </div>
  );
};
