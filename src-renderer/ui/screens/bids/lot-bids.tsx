/** The bids of one lot as a table; what needs attention is written under the bid it concerns. */
import { Pencil, Plus, Trash2, TriangleAlert } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { pricesSealed } from '../../../domain/envelope';
import type { Problem } from '../../../domain/problem';
import type { Bid, BidStatus, ImportRecord, Project } from '../../../domain/project';
import type { Id } from '../../../domain/values';
import { useFormat } from '../../context/format';
import { useT, useTranslator } from '../../context/language';
import { useSoughtRecord } from '../../context/sought-record';
import { useWords } from '../../context/words';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { IconButton } from '../../primitives/icon-button';
import { LawText } from '../../primitives/law-mark';
import { Pill, type Tone } from '../../primitives/pill';
import { Td, Th } from '../../primitives/table';
import { VirtualList } from '../../primitives/virtual-list';
import type { BidLine, LotLines } from './bid-lines';

export interface LotBidsProps {
  readonly project: Project;
  readonly group: LotLines;
  readonly isFiltered: boolean;
  readonly onAdd: (lotId: Id) => void;
  readonly onEdit: (bidId: Id) => void;
  readonly onRemove: (bidId: Id) => void;
}

const STATUS_TONES: Readonly<Record<BidStatus, Tone | 'neutral'>> = { valid: 'ok', disqualified: 'bad', withdrawn: 'neutral' };
const COLUMNS = ['auto', '9.75rem', '6.75rem', '7rem', '8.25rem', '7.5rem', '5.75rem'];
const ROW_HEIGHT = 54;

/** The lot's name as headings and lists write it. */
export const useLotName = (): ((lot: { readonly number: string; readonly title: string }) => string) => {
  const t = useT();
  return ({ number, title }) => (title.trim() === '' ? t('bids.lotHeadingUntitled', { number }) : t('bids.lotHeading', { number, title }));
};

/** The bidder, and in small below the identification number and where the bid came from. */
const BidderCell = ({ line: { bidder }, record }: { readonly line: BidLine; readonly record: ImportRecord | undefined }) => {
  const t = useT();
  const identifier = [bidder?.country, bidder?.identifier].filter((part) => part !== undefined && part !== '').join(' ');
  const source = record === undefined ? t('bids.byHand') : record.fileName;
  return (
    <Th scope="row">
      <span className="bids-name">{bidder === undefined || bidder.name.trim() === '' ? t('bids.unnamed') : bidder.name}</span>
      <span className="bids-under">{identifier === '' ? source : `${identifier} · ${source}`}</span>
    </Th>
  );
};

const PriceCell = ({ bid, currency, sealed }: { readonly bid: Bid; readonly currency: string; readonly sealed: boolean }) => {
  const t = useT();
  const format = useFormat();
  if (sealed) return <Td numeric><span className="bids-absent">{t('envelope.sealed.cell')}</span></Td>;
  if (bid.price === null) return <Td numeric><span className="bids-absent">{t('bids.noPrice')}</span></Td>;
  return (
    <Td numeric>
      {bid.price.currency === currency ? format.amount(bid.price) : format.money(bid.price)}
      {bid.vatIncluded === true ? <span className="bids-under"><Pill tone="warn">{t('bids.vatIncluded')}</Pill></span> : null}
      {bid.vatIncluded === null ? <span className="bids-under">{t('bids.vatUnknown')}</span> : null}
    </Td>
  );
};

const BidCells = ({ line, project, onEdit, onRemove }: { readonly line: BidLine } & Pick<LotBidsProps, 'project' | 'onEdit' | 'onRemove'>) => {
  const t = useT();
  const format = useFormat();
  const { bid, bidder } = line;
  const name = bidder?.name ?? t('bids.unnamed');
  const whole = (value: number | null): string => (value === null ? '' : format.number(value));
  return (
    <>
      <BidderCell line={line} record={bid.importId === null ? undefined : project.imports[bid.importId]} />
      <PriceCell bid={bid} currency={project.currency} sealed={pricesSealed(project, bid.lotId)} />
      <Td>{bid.receivedAt === null ? null : format.date(bid.receivedAt)}</Td>
      <Td numeric>{whole(bid.durationDays)}</Td>
      <Td numeric>{whole(bid.warrantyMonths)}</Td>
      <Td><Pill tone={STATUS_TONES[bid.status]}>{t(`bids.status.${bid.status}`)}</Pill></Td>
      <Td>
        <span className="bids-acts">
          <IconButton icon={Pencil} label={t('bids.editOf', { bidder: name })} onPress={() => onEdit(bid.id)} />
          <IconButton icon={Trash2} tone="danger" label={t('bids.removeOf', { bidder: name })} onPress={() => onRemove(bid.id)} />
        </span>
      </Td>
    </>
  );
};

/** What needs attention, in a row of its own under the bid. */
const ProblemCell = ({ problems }: { readonly problems: readonly Problem[] }) => {
  const words = useWords();
  return (
    <Td colSpan={COLUMNS.length}>
      <ul className="bids-problems">
        {problems.map((problem) => (
          <li key={`${problem.code} ${problem.pointer ?? ''}`} className={`bids-problem bids-problem-${problem.severity}`}>
            <TriangleAlert size={14} aria-hidden />
            <span><LawText text={words.problem(problem)} /></span>
          </li>
        ))}
      </ul>
    </Td>
  );
};

const HeaderCells = ({ currency }: { readonly currency: string }) => {
  const { t, locale } = useTranslator();
  const unit = currency === 'RON' && locale === 'ro' ? 'lei' : currency;
  return (
    <>
      <Th>{t('bids.column.bidder')}</Th>
      <Th numeric>{t('bids.column.price', { currency: unit })}</Th>
      <Th>{t('bids.column.received')}</Th>
      <Th numeric>{t('bids.column.duration')}</Th>
      <Th numeric>{t('bids.column.warranty')}</Th>
      <Th>{t('bids.column.status')}</Th>
      <Th><span className="visually-hidden">{t('bids.column.actions')}</span></Th>
    </>
  );
};

/** A bid fills one row, or two when something about it needs attention. */
interface TableRow {
  readonly part: 'bid' | 'problems';
  readonly line: BidLine;
}

const tableRows = (lines: readonly BidLine[]): readonly TableRow[] =>
  lines.flatMap((line): TableRow[] => (line.problems.length === 0 ? [{ part: 'bid', line }] : [{ part: 'bid', line }, { part: 'problems', line }]));

const rowKey = (row: TableRow | undefined): string => (row === undefined ? '' : `${row.line.bid.id} ${row.part}`);

const rowClass = (row: TableRow | undefined): string | undefined => {
  if (row?.part === 'problems') return 'bids-row-problems';
  const classes = [row?.line.bid.status === 'valid' ? '' : 'row-muted', row?.line.problems.length === 0 ? '' : 'bids-row-troubled'].filter((name) => name !== '');
  return classes.length === 0 ? undefined : classes.join(' ');
};

export const LotBids = ({ project, group: { lot, lines, total }, isFiltered, onAdd, onEdit, onRemove }: LotBidsProps) => {
  const t = useT();
  const format = useFormat();
  const lotName = useLotName();
  const rows = useMemo(() => tableRows(lines), [lines]);
  const keyOf = useCallback((index: number) => rowKey(rows[index]), [rows]);
  const renderRow = useCallback((index: number) => {
    const row = rows[index];
    if (row === undefined) return null;
    return row.part === 'problems' ? <ProblemCell problems={row.line.problems} /> : <BidCells line={row.line} project={project} onEdit={onEdit} onRemove={onRemove} />;
  }, [rows, project, onEdit, onRemove]);
  const { sought, seek } = useSoughtRecord();
  const toCheck = lines.filter((line) => line.problems.length > 0).length;
  const aside = (
    <>
      <span className="bids-estimate">{lot.estimatedValue === null ? t('bids.noEstimate') : t('bids.estimated', { value: format.money(lot.estimatedValue) })}</span>
      {toCheck === 0 ? null : <Pill tone="warn">{t('bids.toCheck', { count: toCheck })}</Pill>}
      <IconButton icon={Plus} label={t('bids.addToLot', { number: lot.number })} onPress={() => onAdd(lot.id)} />
    </>
  );
  return (
    <Card title={lotName(lot)} aside={aside} padding="flush">
      {lines.length === 0 ? (
        <div className="bids-none">
          <p>{isFiltered && total > 0 ? t('bids.noneMatch') : t('bids.noneInLot')}</p>
          {total > 0 ? null : <Button variant="quiet" icon={Plus} onPress={() => onAdd(lot.id)}>{t('bids.add')}</Button>}
        </div>
      ) : (
        <VirtualList
          label={t('bids.tableOfLot', { number: lot.number })} count={rows.length} estimateRow={ROW_HEIGHT} columns={COLUMNS} minWidth="58rem"
          sought={rows.findIndex(({ part, line }) => part === 'bid' && line.bid.id === sought?.id)} onFound={() => seek(null)}
          header={<HeaderCells currency={project.currency} />}
          rowKey={keyOf}
          rowClassName={(index) => rowClass(rows[index])}
          renderRow={renderRow}
        />
      )}
    </Card>
  );
};
