/** Says truthfully whether the last change is on the disk. */
import { Check, CircleAlert, LoaderCircle } from 'lucide-react';
import { useWorkspace } from '../context/caiet-context';
import { useFormat } from '../context/format';
import { useT } from '../context/language';

export const SaveIndicator = () => {
  const t = useT();
  const format = useFormat();
  const save = useWorkspace((state) => state.save);
  switch (save.status) {
    case 'saving':
      return <span className="save save-saving"><LoaderCircle size={16} aria-hidden /> {t('app.save.saving')}</span>;
    case 'failed':
      return <span className="save save-failed"><CircleAlert size={16} aria-hidden /> {t('app.save.failed')}</span>;
    case 'saved':
      return (
        <span className="save save-saved">
          <Check size={16} aria-hidden /> {save.at === null ? t('app.save.saved') : t('app.save.savedAt', { time: format.time(save.at) })}
        </span>
      );
  }
};
