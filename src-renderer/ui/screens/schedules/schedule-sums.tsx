/** What each schedule comes to, against itself and against the price of the bid. */
import { countedPrice } from '../../../domain/bid-correction';
import { parseMoney } from '../../../domain/money';
import type { LotSchedules } from '../../../domain/price-schedule/lot-schedules';
import { compareScaled, rounded, scaledOf, scaledText } from '../../../domain/price-schedule/scaled';
import type { Bid, Project } from '../../../domain/project';
import { moneyText } from '../../../domain/money';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { Card } from '../../primitives/card';
import { Pill } from '../../primitives/pill';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../primitives/table';

const useAmount = (currency: string): ((text: string) => string) => {
  const format = useFormat();
  return (text) => {
    const exact = scaledOf(text);
    return exact === null ? text : format.money(parseMoney(scaledText(rounded(exact, 2), 2), currency));
  };
};

/** True when the bid's price is what its lines add up to; null when it has no price. */
const agrees = (bid: Bid, computed: string): boolean | null => {
  const price = countedPrice(bid);
  const stated = price === null ? null : scaledOf(moneyText(price));
  const sum = scaledOf(computed);
  return stated === null || sum === null ? null : compareScaled(stated, sum) === 0;
};

export const ScheduleSums = ({ project, schedules }: { readonly project: Project; readonly schedules: LotSchedules }) => {
  const t = useT();
  const format = useFormat();
  const amount = useAmount(project.currency);
  return (
    <Card title={t('schedules.sheet.sums')} padding="flush" aside={schedules.without.length === 0 ? undefined : <span>{t('schedules.without', { count: schedules.without.length })}</span>}>
      <Table label={t('schedules.sheet.sums')}>
        <Thead>
          <Tr>
            <Th>{t('schedules.column.bidder')}</Th>
            <Th numeric>{t('schedules.column.lines')}</Th>
            <Th numeric>{t('schedules.column.missing')}</Th>
            <Th numeric>{t('schedules.column.errors')}</Th>
            <Th numeric>{t('schedules.column.stated')}</Th>
            <Th numeric>{t('schedules.column.computed')}</Th>
            <Th>{t('schedules.column.againstBid')}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {schedules.comparison.totals.map((totals, index) => {
            const bid = schedules.bids[index];
            const same = bid === undefined ? null : agrees(bid, totals.computed);
            return (
              <Tr key={totals.bidId}>
                <Th scope="row">{project.bidders[bid?.bidderId ?? '']?.name ?? ''}</Th>
                <Td numeric>{format.number(totals.lines)}</Td>
                <Td numeric>{format.number(totals.missing)}</Td>
                <Td numeric>{format.number(totals.arithmeticErrors)}</Td>
                <Td numeric>{amount(totals.stated)}</Td>
                <Td numeric>{amount(totals.computed)}</Td>
                <Td>{same === null ? t('schedules.noPrice') : <Pill tone={same ? 'ok' : 'warn'}>{t(same ? 'schedules.same' : 'schedules.differs')}</Pill>}</Td>
              </Tr>
            );
          })}
        </Tbody>
      </Table>
    </Card>
  );
};
