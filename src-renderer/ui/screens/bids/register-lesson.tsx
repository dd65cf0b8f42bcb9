/** What the bids screen teaches before the first bid: what a register looks like and which columns are read. */
import { FileSpreadsheet, Plus } from 'lucide-react';
import { useFormat } from '../../context/format';
import { useT, useTranslator } from '../../context/language';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { EmptyState } from '../../primitives/empty-state';
import { LinkButton } from '../../primitives/link-button';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../primitives/table';
import { useForm } from '../exchange/use-form';

/** Invented rows in the customary notation of a Romanian register; the made-up codes pass the fiscal code's check digit. */
const EXAMPLE = [
  { bidder: 'Țăndărei Digital S.A.', identifier: 'RO 12345674', lot: '1', price: '119800050', received: '2026-03-05', days: 120 },
  { bidder: 'Lumen Nord S.R.L.', identifier: 'RO 98765438', lot: '2', price: '8845000', received: '2026-03-06', days: 60 },
] as const;

const ExampleRegister = () => {
  const { t, locale } = useTranslator();
  const format = useFormat();
  return (
    <Table label={t('bids.empty.example')}>
      <Thead>
        <Tr>
          <Th>{t('bids.column.bidder')}</Th>
          <Th>{t('bids.column.identifier')}</Th>
          <Th>{t('bids.field.lot')}</Th>
          <Th numeric>{t('bids.column.price', { currency: locale === 'ro' ? 'lei' : 'RON' })}</Th>
          <Th>{t('bids.column.received')}</Th>
          <Th numeric>{t('bids.column.duration')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {EXAMPLE.map((row) => (
          <Tr key={row.identifier}>
            <Td>{row.bidder}</Td>
            <Td>{row.identifier}</Td>
            <Td>{row.lot}</Td>
            <Td numeric>{format.amount({ amount: Number(row.price), currency: 'RON' })}</Td>
            <Td>{format.date(row.received)}</Td>
            <Td numeric>{format.number(row.days)}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};

export const RegisterLesson = ({ importHref, onAdd }: { readonly importHref: string; readonly onAdd: () => void }) => {
  const t = useT();
  const form = useForm('bids');
  const action = (
    <>
      <LinkButton href={importHref} variant="primary" icon={FileSpreadsheet}>{t('bids.import')}</LinkButton>
      <Button icon={FileSpreadsheet} onPress={form.save}>{t('needs.form')}</Button>
      <Button variant="quiet" icon={Plus} onPress={onAdd}>{t('bids.empty.manual')}</Button>
      <output className="exchange-saved">{form.saved}</output>
    </>
  );
  return (
    <>
      <EmptyState level={2} title={t('bids.empty.title')} body={t('bids.empty.text')} action={action} />
      <Card title={t('bids.empty.example')} padding="flush">
        <ExampleRegister />
        <dl className="bids-columns">
          <dt>{t('bids.empty.required')}</dt>
          <dd>{t('bids.empty.requiredList')}</dd>
          <dt>{t('bids.empty.optional')}</dt>
          <dd>{t('bids.empty.optionalList')}</dd>
        </dl>
      </Card>
    </>
  );
};
