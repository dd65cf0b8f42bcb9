/** What an exchange is doing, how far it is, and the way to stop it. */
import type { TargetView } from '../../../../app/targets/target-state';
import { useCaiet } from '../../../context/caiet-context';
import { useFormat } from '../../../context/format';
import { useT } from '../../../context/language';
import { ProgressBar } from '../../../primitives/progress-bar';

export const Activity = ({ view: { activity, connection } }: { readonly view: TargetView }) => {
  const t = useT();
  const format = useFormat();
  const { targets } = useCaiet();
  if (activity === null) return null;
  const { step, number, count, fraction } = activity;
  const detail = [...(count > 1 ? [t('targets.activity.which', { number, count })] : []), ...(fraction === null ? [] : [format.percent(Math.floor(fraction * 100))])].join(', ');
  return (
    <ProgressBar
      label={t(`targets.activity.${step}`)} fraction={fraction} onCancel={() => targets.cancel(connection.id)}
      {...(detail === '' ? {} : { detail })}
    />
  );
};
