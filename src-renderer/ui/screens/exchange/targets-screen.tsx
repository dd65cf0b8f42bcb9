/** The exchange with others, whatever project is open or none. */
import { useT } from '../../context/language';
import { Page } from '../../primitives/page';
import { ExchangeParts } from './targets/exchange-parts';

export const TargetsScreen = () => {
  const t = useT();
  return <Page title={t('targets.title')} lede={t('targets.lede')}><ExchangeParts /></Page>;
};
