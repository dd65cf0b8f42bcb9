/** The exchange targets of this computer, and how one is added. */
import { FolderPlus, Server } from 'lucide-react';
import { useState } from 'react';
import { useCaiet } from '../../../context/caiet-context';
import { useT } from '../../../context/language';
import { useRun } from '../../../context/run';
import { useTargets } from '../../../context/targets';
import { Button } from '../../../primitives/button';
import { Card } from '../../../primitives/card';
import { ConnectDialog } from './connect-dialog';
import { SetUpDialog } from './set-up-dialog';
import { TargetCard } from './target-card';

export const PlacesPart = () => {
  const t = useT();
  const run = useRun();
  const caiet = useCaiet();
  const targets = useTargets((state) => state.targets);
  const hasWebDav = useTargets((state) => state.kinds.includes('webdav'));
  const [preparing, setPreparing] = useState<string | null>(null);
  const [isConnecting, setConnecting] = useState(false);

  const chooseFolder = (): void => run(async () => {
    const connection = await caiet.targets.chooseFolder();
    const isUsed = targets.some((view) => view.connection.id === connection?.id && view.record !== null);
    if (connection !== null && !isUsed) setPreparing(connection.id);
  });
  return (
    <div className="stack-cards">
      {targets.map((view) => <TargetCard key={view.connection.id} view={view} onPrepare={() => setPreparing(view.connection.id)} />)}
      <Card title={t('targets.add')}>
        <p className="prose">{t(targets.length === 0 ? 'targets.none.text' : 'targets.add.text')}</p>
        <div className="cluster">
          <Button icon={FolderPlus} variant={targets.length === 0 ? 'primary' : 'secondary'} onPress={chooseFolder}>{t('targets.add.folder')}</Button>
          {hasWebDav ? <Button icon={Server} onPress={() => setConnecting(true)}>{t('targets.add.webdav')}</Button> : null}
        </div>
        {hasWebDav ? null : <p className="soft prose">{t('targets.add.webdavDesktopOnly')}</p>}
      </Card>
      {isConnecting ? <ConnectDialog onClose={() => setConnecting(false)} onConnected={(id) => { setConnecting(false); setPreparing(id); }} /> : null}
      {preparing === null ? null : <SetUpDialog id={preparing} onClose={() => setPreparing(null)} />}
    </div>
  );
};
