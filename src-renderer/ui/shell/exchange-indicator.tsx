/** How automatic exchange goes, in a word; only while there is one. Leads to where it is mended. */
import { CloudAlert, CloudCheck, CloudOff, LoaderCircle, type LucideIcon } from 'lucide-react';
import { Link } from 'wouter';
import type { TargetView } from '../../app/targets/target-state';
import { useT } from '../context/language';
import { EXCHANGE } from '../context/routes';
import { useTargets, waitingIn } from '../context/targets';
import { VisuallyHidden } from '../primitives/visually-hidden';

type Standing = 'attention' | 'busy' | 'away' | 'current';

const ICONS: Readonly<Record<Standing, LucideIcon>> = { attention: CloudAlert, busy: LoaderCircle, away: CloudOff, current: CloudCheck };

const standingOf = (automatic: readonly TargetView[]): Standing => {
  if (automatic.some(({ record, connection }) => (record !== null && record.stopped !== null) || connection.needs !== 'nothing')) return 'attention';
  if (automatic.some(({ activity }) => activity !== null)) return 'busy';
  return automatic.some(({ problem }) => problem !== null) ? 'away' : 'current';
};

export const ExchangeIndicator = () => {
  const t = useT();
  const automatic = useTargets((state) => state.targets).filter(({ record }) => record?.mode === 'automatic');
  if (automatic.length === 0) return null;
  const standing = standingOf(automatic);
  const count = automatic.reduce((sum, view) => sum + waitingIn(view).length, 0);
  const Icon = ICONS[standing];
  const told = [t(`targets.shell.${standing}`), ...(count === 0 ? [] : [t('targets.shell.inbox', { count })])].join('; ');
  return (
    <Link href={EXCHANGE} className={`exchange-state exchange-${standing}`} title={told}>
      <Icon size={16} aria-hidden />
      {count === 0 ? null : <span className="exchange-count" aria-hidden>{count}</span>}
      <VisuallyHidden>{told}</VisuallyHidden>
    </Link>
  );
};
