/** The project leaves: as a package for other computers, as a workbook for people. */
import { FileSpreadsheet, PackageOpen, PackageCheck } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useCaiet, useProject } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { IMPORT_PACKAGE } from '../../context/routes';
import { useRun } from '../../context/run';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { LinkButton } from '../../primitives/link-button';
import { Note } from '../../primitives/note';
import { Page } from '../../primitives/page';
import { ProgressBar } from '../../primitives/progress-bar';

/** Runs one export at a time; tells where the last file went. */
const useExport = (make: () => Promise<string | null>) => {
  const run = useRun();
  const [busy, setBusy] = useState(false);
  const [location, setLocation] = useState<string | null>(null);
  const start = (): void => {
    setBusy(true);
    run(async () => {
      try {
        const saved = await make();
        if (saved !== null) setLocation(saved);
      } finally {
        setBusy(false);
      }
    });
  };
  return { busy, location, start };
};

interface ExportCardProps {
  readonly title: string;
  readonly aside: string;
  readonly what: string;
  readonly items: readonly string[];
  readonly use: string;
  readonly state: ReturnType<typeof useExport>;
  readonly button: ReactNode;
}

const ExportCard = ({ title, aside, what, items, use, state, button }: ExportCardProps) => {
  const t = useT();
  return (
    <Card title={title} aside={<span>{aside}</span>}>
      <div className="exchange-what">
        <p>{what}</p>
        <ul>{items.map((item) => <li key={item}>{item}</li>)}</ul>
        <p className="soft">{use}</p>
      </div>
      {state.busy ? <ProgressBar label={t('exchange.preparing')} fraction={null} /> : <div className="cluster">{button}</div>}
      <output className="exchange-saved">{state.location === null ? null : t('exchange.saved', { location: state.location })}</output>
    </Card>
  );
};

export const ExchangeScreen = () => {
  const t = useT();
  const caiet = useCaiet();
  const project = useProject();
  const asPackage = useExport(() => caiet.exchange.exportPackage([project.id]));
  const asWorkbook = useExport(() => caiet.exchange.exportWorkbook(project.id));
  return (
    <Page title={t('exchange.title')} lede={t('exchange.lede')}>
      <Note tone="warn" title={t('exchange.confidential.title')}>{t('exchange.confidential.text')}</Note>
      <div className="columns">
        <ExportCard
          title={t('exchange.package.title')} aside={t('exchange.package.aside')} what={t('exchange.package.what')} use={t('exchange.package.use')} state={asPackage}
          items={[
            t('exchange.package.item.call'), t('exchange.package.item.bids', { count: Object.keys(project.bids).length }),
            t('exchange.package.item.scores'), t('exchange.package.item.history'),
          ]}
          button={<Button variant="primary" icon={PackageCheck} onPress={asPackage.start}>{t('exchange.package.export')}</Button>}
        />
        <ExportCard
          title={t('exchange.workbook.title')} aside={t('exchange.workbook.aside')} what={t('exchange.workbook.what')} use={t('exchange.workbook.use')} state={asWorkbook}
          items={[t('exchange.workbook.item.ranking'), t('exchange.workbook.item.bids'), t('exchange.workbook.item.scores')]}
          button={<Button icon={FileSpreadsheet} onPress={asWorkbook.start}>{t('exchange.workbook.export')}</Button>}
        />
      </div>
      <Card title={t('exchange.incoming.title')}>
        <p className="prose">{t('exchange.incoming.text')}</p>
        <div className="cluster"><LinkButton href={IMPORT_PACKAGE} icon={PackageOpen}>{t('exchange.incoming.open')}</LinkButton></div>
      </Card>
    </Page>
  );
};
