/** Stands above every screen while nothing can be saved, with the ways out. */
import { useCaiet, useWorkspace } from '../context/caiet-context';
import { useT } from '../context/language';
import { useSend } from '../context/outgoing';
import { saveOpen } from '../context/save-open';
import { useWords } from '../context/words';
import { Button } from '../primitives/button';
import { Note } from '../primitives/note';

export const ReadOnlyBanner = () => {
  const t = useT();
  const send = useSend();
  const caiet = useCaiet();
  const words = useWords();
  const save = useWorkspace((state) => state.save);
  const open = useWorkspace((state) => state.open?.project ?? null);
  if (save.status !== 'failed') return null;
  const isClosed = save.problem.code === 'store.closed';
  const waysOut = (
    <>
      {open === null ? null : <Button onPress={() => send((watched) => saveOpen(caiet, watched))}>{t(open.assignment === undefined ? 'exchange.package.export' : 'received.sendBack')}</Button>}
      {isClosed
        ? <Button onPress={() => window.location.reload()}>{t('app.start.reload')}</Button>
        : <Button onPress={() => caiet.retry()}>{t('app.retry')}</Button>}
    </>
  );
  return (
    <div className="read-only">
      <Note tone="bad" live title={t('app.save.failedTitle')} actions={waysOut}>
        {words.problem(save.problem)} {t('app.save.failedBody')}
      </Note>
    </div>
  );
};
