/** The consensus round of a lot: scores that lie far apart, the common ones the commission agreed on, and the lock. */
import { MessagesSquare } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { hasVote } from '../../../../domain/commission';
import { consensusCells, isOpen, SPREAD_RULE, MAJORITY_RULE, type Cell } from '../../../../domain/consensus';
import type { Lot, Project } from '../../../../domain/project';
import { qualityLocked } from '../../../../domain/quality-lock';
import type { Id } from '../../../../domain/values';
import { useT } from '../../../context/language';
import { useRulePack } from '../../../context/rule-pack';
import { Button } from '../../../primitives/button';
import { Card } from '../../../primitives/card';
import { EmptyState } from '../../../primitives/empty-state';
import { Pill } from '../../../primitives/pill';
import { Segmented } from '../../../primitives/segmented';
import { Td, Th } from '../../../primitives/table';
import { VirtualList } from '../../../primitives/virtual-list';
import { LawHelp } from '../../call/law-help';
import { RuleReference } from '../../call/rule-reference';
import { LockCard } from './lock-card';
import { ModerationDialog } from './moderation-dialog';

const COLUMNS = ['12rem', '14rem', 'auto', '7rem', '10rem', '8rem'];
const ROW = 56;

const idOf = ({ bid, criterion }: Cell): Id => `${bid.id} ${criterion.id}`;

const HeaderCells = () => {
  const t = useT();
  return (
    <>
      <Th>{t('consensus.column.bid')}</Th><Th>{t('consensus.column.criterion')}</Th><Th>{t('consensus.column.scores')}</Th><Th numeric>{t('consensus.column.spread')}</Th>
      <Th>{t('consensus.column.agreed')}</Th><Th><span className="visually-hidden">{t('consensus.column.acts')}</span></Th>
    </>
  );
};

const RowCells = ({ cell, bidder, onDiscuss }: { readonly cell: Cell; readonly bidder: string; readonly onDiscuss: () => void }) => {
  const t = useT();
  const { criterion, scores, spread, flagged, moderation } = cell;
  const agreed = (moderation?.agreedAt ?? null) !== null;
  return (
    <>
      <Th scope="row">{bidder}</Th>
      <Td>{criterion.name}</Td>
      <Td>
        <span className="consensus-scores">
          {scores.map(({ evaluator, level }) => <span key={evaluator.id} className={hasVote(evaluator) ? undefined : 'quiet-text'}>{t('consensus.scoreBy', { name: evaluator.name, level: level === null ? t('consensus.missing') : String(level) })}</span>)}
        </span>
      </Td>
      <Td numeric>{spread === null ? '–' : t('consensus.spreadOf', { spread, max: criterion.scale.max })}</Td>
      <Td>
        {agreed ? <b>{moderation?.value}</b> : flagged ? <Pill tone="warn">{t(moderation === null ? 'consensus.flagged' : 'consensus.underWay')}</Pill> : <span className="quiet-text">–</span>}
      </Td>
      <Td><Button variant="quiet" icon={MessagesSquare} label={t('consensus.discussOf', { bidder, criterion: criterion.name })} onPress={onDiscuss}>{t('consensus.discuss')}</Button></Td>
    </>
  );
};

export const ConsensusView = ({ project, lot }: { readonly project: Project; readonly lot: Lot }) => {
  const t = useT();
  const rulePack = useRulePack();
  const [which, setWhich] = useState<'flagged' | 'all'>('flagged');
  const [discussed, setDiscussed] = useState<Id | null>(null);
  const cells = useMemo(() => consensusCells(project, lot.id, rulePack), [project, lot.id, rulePack]);
  const shown = useMemo(() => (which === 'all' ? cells : cells.filter(({ flagged, moderation }) => flagged || moderation !== null)), [which, cells]);
  const keyOf = useCallback((index: number) => (shown[index] === undefined ? index : idOf(shown[index])), [shown]);
  const cell = cells.find((each) => idOf(each) === discussed);
  const bidderOf = ({ bid }: Cell): string => project.bidders[bid.bidderId]?.name ?? '';
  const missing = cells.reduce((count, { scores }) => count + scores.filter(({ evaluator, level }) => hasVote(evaluator) && level === null).length, 0);
  return (
    <div className="evaluation-part">
      <Card
        title={t('consensus.cells')} padding="flush"
        aside={
          <>
            <LawHelp subject={t('consensus.help')} text="consensus.help.text" source="consensus.help.source"><RuleReference id={SPREAD_RULE} /><RuleReference id={MAJORITY_RULE} /></LawHelp>
            <Segmented label={t('consensus.which')} value={which} options={(['flagged', 'all'] as const).map((id) => ({ id, label: t(`consensus.which.${id}`) }))} onChange={setWhich} />
          </>
        }
      >
        {shown.length === 0 ? <EmptyState title={t('consensus.none')} body={<p>{t('consensus.none.body')}</p>} /> : (
          <VirtualList
            label={t('consensus.cells')} count={shown.length} estimateRow={ROW} columns={COLUMNS} minWidth="60rem" header={<HeaderCells />}
            rowKey={keyOf}
            renderRow={(index) => {
              const row = shown[index];
              return row === undefined ? null : <RowCells cell={row} bidder={bidderOf(row)} onDiscuss={() => setDiscussed(idOf(row))} />;
            }}
          />
        )}
      </Card>
      <LockCard project={project} lot={lot} missing={missing} open={cells.filter(isOpen).length} />
      {cell !== undefined && <ModerationDialog project={project} cell={cell} locked={qualityLocked(project, lot.id)} onClose={() => setDiscussed(null)} />}
    </div>
  );
};
