/** The open project and the others: files that leave by hand, and what goes and comes through exchange targets. */
import { useT } from '../../context/language';
import { Page } from '../../primitives/page';
import { FilesPart } from './files-part';
import { ExchangeParts } from './targets/exchange-parts';

export const ExchangeScreen = () => {
  const t = useT();
  return <Page title={t('exchange.title')} lede={t('exchange.lede')}><ExchangeParts files={<FilesPart />} /></Page>;
};
