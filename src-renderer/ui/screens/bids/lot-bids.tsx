/** The bids of one lot as a table; what needs attention is written under the bid it concerns. */
import { Pencil, Plus, Trash2, TriangleAlert } from 'lucide-react';
import type { Bid, BidStatus, ImportRecord, Project } from '../../../domain/project';
import type { Id } from '../../../domain/values';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { IconButton } from '../../primitives/icon-button';
import { Pill, type Tone } from '../../primitives/pill';
import { VirtualCell, VirtualHeaderCell, VirtualList, VirtualRowHeader } from '../../primitives/virtual-list';
import { useProblemText } from '../../problem-text';
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
const COLUMNS = 'minmax(15rem, 2.4fr) minmax(9rem, 1.2fr) 7rem 6rem 7rem 7.5rem minmax(8rem, 1fr) 5.5rem';
const ROW_HEIGHT = 56;

/** The lot's name as headings and lists write it. */
export const useLotName = (): ((lot: { readonly number: string; readonly title: string }) => string) => {
  const t = useT();
  return ({ number, title }) => (title.trim() === '' ? t('bids.lotHeadingUntitled', { number }) : t('bids.lotHeading', { number, title }));
};

const BidderCell = ({ line }: { readonly line: BidLine }) => {
  const t = useT();
  const { bidder } = line;
  const identifier = [bidder?.country, bidder?.identifier].filter((part) => part !== undefined && part !== '').join(' ');
  return (
    <VirtualRowHeader>
      <span className="bids-name">{bidder === undefined || bidder.name.trim() === '' ? t('bids.unnamed') : bidder.name}</span>
      {identifier === '' ? null : <span className="bids-identifier">{identifier}</span>}
    </VirtualRowHeader>
  );
};

const PriceCell = ({ bid, currency }: { readonly bid: Bid; readonly currency: string }) => {
  const t = useT();
  const format = useFormat();
  if (bid.price === null) return <VirtualCell numeric><span className="bids-absent">{t('bids.noPrice')}</span></VirtualCell>;
  return (
    <VirtualCell numeric>
      {bid.price.currency === currency ? format.amount(bid.price) : format.money(bid.price)}
      {bid.vatIncluded === true ? <span className="bids-under"><Pill tone="warn">{t('bids.vatIncluded')}</Pill></span> : null}
      {bid.vatIncluded === null ? <span className="bids-under bids-absent">{t('bids.vatUnknown')}</span> : null}
    </VirtualCell>
  );
};

const SourceCell = ({ record }: { readonly record: ImportRecord | undefined }) => {
  const t = useT();
  return <VirtualCell><span className="bids-source">{record === undefined ? t('bids.byHand') : record.fileName}</span></VirtualCell>;
};

const BidCells = ({ line, project, onEdit, onRemove }: { readonly line: BidLine } & Pick<LotBidsProps, 'project' | 'onEdit' | 'onRemove'>) => {
  const t = useT();
  const format = useFormat();
  const tell = useProblemText();
  const { bid, bidder, problems } = line;
  const name = bidder?.name ?? t('bids.unnamed');
  const whole = (value: number | null): string => (value === null ? '' : format.number(value));
  return (
    <>
      <BidderCell line={line} />
      <PriceCell bid={bid} currency={project.currency} />
      <VirtualCell>{bid.receivedAt === null ? null : format.date(bid.receivedAt)}</VirtualCell>
      <VirtualCell numeric>{whole(bid.durationDays)}</VirtualCell>
      <VirtualCell numeric>{whole(bid.warrantyMonths)}</VirtualCell>
      <VirtualCell><Pill tone={STATUS_TONES[bid.status]}>{t(`bids.status.${bid.status}`)}</Pill></VirtualCell>
      <SourceCell record={bid.importId === null ? undefined : project.imports[bid.importId]} />
      <VirtualCell>
        <span className="bids-acts">
          <IconButton icon={Pencil} label={t('bids.editOf', { bidder: name })} onPress={() => onEdit(bid.id)} />
          <IconButton icon={Trash2} tone="danger" label={t('bids.removeOf', { bidder: name })} onPress={() => onRemove(bid.id)} />
        </span>
      </VirtualCell>
      {problems.length === 0 ? null : (
        <div role="cell" className="bids-problems">
          {problems.map((problem) => (
            <span key={`${problem.code} ${problem.pointer ?? ''}`} className={`bids-problem bids-problem-${problem.severity}`}>
              <TriangleAlert size={14} aria-hidden />
              <span>{tell(problem)}</span>
            </span>
          ))}
        </div>
      )}
    </>
  );
};

const HeaderCells = ({ currency }: { readonly currency: string }) => {
  const t = useT();
  return (
    <>
      <VirtualHeaderCell>{t('bids.column.bidder')}</VirtualHeaderCell>
      <VirtualHeaderCell numeric>{t('bids.column.price', { currency: currency === 'RON' ? 'lei' : currency })}</VirtualHeaderCell>
      <VirtualHeaderCell>{t('bids.column.received')}</VirtualHeaderCell>
      <VirtualHeaderCell numeric>{t('bids.column.duration')}</VirtualHeaderCell>
      <VirtualHeaderCell numeric>{t('bids.column.warranty')}</VirtualHeaderCell>
      <VirtualHeaderCell>{t('bids.column.status')}</VirtualHeaderCell>
      <VirtualHeaderCell>{t('bids.column.source')}</VirtualHeaderCell>
      <VirtualHeaderCell><span className="visually-hidden">{t('bids.column.actions')}</span></VirtualHeaderCell>
    </>
  );
};

export const LotBids = ({ project, group: { lot, lines, total }, isFiltered, onAdd, onEdit, onRemove }: LotBidsProps) => {
  const t = useT();
  const format = useFormat();
  const lotName = useLotName();
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
          label={t('bids.tableOfLot', { number: lot.number })} count={lines.length} estimateRow={ROW_HEIGHT} columns={COLUMNS} minWidth="66rem"
          header={<HeaderCells currency={project.currency} />}
          rowKey={(index) => lines[index]?.bid.id ?? index}
          rowClassName={(index) => (lines[index]?.bid.status === 'valid' ? '' : 'row-muted')}
          renderRow={(index) => {
            const line = lines[index];
            return line === undefined ? null : <BidCells line={line} project={project} onEdit={onEdit} onRemove={onRemove} />;
          }}
        />
      )}
    </Card>
  );
};
