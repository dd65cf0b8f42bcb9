/** Work under way, with what it is doing and a way to stop it. */
import { Label, ProgressBar as AriaProgressBar } from 'react-aria-components';
import { useT } from '../context/language';
import { Button } from './button';

export interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1; null while it cannot be known. */
  readonly fraction: number | null;
  /** "64.000 din 100.000 de rânduri". */
  readonly detail?: string;
  readonly onCancel?: () => void;
}

export const ProgressBar = ({ label, fraction, detail, onCancel }: ProgressBarProps) => {
  const t = useT();
  const isUnknown = fraction === null;
  return (
    <div className="progress">
      <AriaProgressBar className="progress-bar" value={(fraction ?? 0) * 100} isIndeterminate={isUnknown}>
        <Label className="progress-label">{label}</Label>
        <span className="progress-track" aria-hidden>
          <span className={isUnknown ? 'progress-fill progress-unknown' : 'progress-fill'} style={isUnknown ? {} : { inlineSize: `${fraction * 100}%` }} />
        </span>
        {detail === undefined ? null : <span className="progress-detail">{detail}</span>}
      </AriaProgressBar>
      {onCancel === undefined ? null : <Button onPress={onCancel}>{t('app.stop')}</Button>}
    </div>
  );
};
