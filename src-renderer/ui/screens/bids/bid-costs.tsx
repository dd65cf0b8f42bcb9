/** The amounts a bid offers for the life-cycle costs the call asks for in its lot. */
import { costsAsked } from '../../../domain/cost-items';
import type { Bid, Project } from '../../../domain/project';
import type { Id, Money } from '../../../domain/values';
import { useCaiet } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { MoneyField } from '../../primitives/money-field';

export const BidCosts = ({ project, bid }: { readonly project: Project; readonly bid: Bid }) => {
  const t = useT();
  const { bids } = useCaiet();
  const items = costsAsked(project, bid.lotId);
  if (items.length === 0) return null;
  const set = (id: Id, amount: Money | null): void => {
    const { [id]: _, ...others } = bid.costs ?? {};
    bids.edit(bid.id, { costs: amount === null ? others : { ...others, [id]: amount } });
  };
  return (
    <fieldset className="bids-part">
      <legend>{t('bids.dialog.costs')}</legend>
      <p className="bids-part-text">{t('bids.dialog.costs.text')}</p>
      <div className="bids-fields">
        {items.map(({ id, name, timing }) => (
          <MoneyField
            key={id} label={t('bids.field.cost', { name, timing: t(`call.timing.${timing}`) })} value={bid.costs?.[id] ?? null} currency={project.currency}
            onCommit={(amount) => set(id, amount)}
          />
        ))}
      </div>
    </fieldset>
  );
};
