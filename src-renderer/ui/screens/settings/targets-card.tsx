/** The way from the settings to the exchange targets. */
import { FolderSync } from 'lucide-react';
import { useT } from '../../context/language';
import { EXCHANGE } from '../../context/routes';
import { Card } from '../../primitives/card';
import { LinkButton } from '../../primitives/link-button';

export const TargetsCard = () => {
  const t = useT();
  return (
    <Card title={t('settings.targets.title')}>
      <p className="prose">{t('settings.targets.text')}</p>
      <div className="cluster"><LinkButton href={EXCHANGE} icon={FolderSync}>{t('settings.targets.open')}</LinkButton></div>
    </Card>
  );
};
