/** What stands where bids would, while there is nothing to bid for. */
import type { Id } from '../../../domain/values';
import { useT } from '../../context/language';
import { projectHref } from '../../context/routes';
import { EmptyState } from '../../primitives/empty-state';
import { LinkButton } from '../../primitives/link-button';

export const NoLots = ({ projectId }: { readonly projectId: Id }) => {
  const t = useT();
  const action = <LinkButton href={projectHref(projectId, 'call')} variant="primary">{t('bids.noLots.action')}</LinkButton>;
  return <EmptyState level={2} title={t('bids.noLots.title')} body={t('bids.noLots.text')} action={action} />;
};
