/** Before there is an exchange target: what one is for, and the way to it. */
import { useT } from '../../../context/language';
import { Button } from '../../../primitives/button';
import { EmptyState } from '../../../primitives/empty-state';

/** What every part of the exchange is given. */
export interface PartProps {
  /** Shows the part where targets are added and passwords written. */
  readonly onPlaces: () => void;
}

export const NoTargets = ({ onPlaces }: PartProps) => {
  const t = useT();
  return <EmptyState level={2} title={t('targets.none.title')} body={t('targets.none.toPlaces')} action={<Button variant="primary" onPress={onPlaces}>{t('targets.add')}</Button>} />;
};
