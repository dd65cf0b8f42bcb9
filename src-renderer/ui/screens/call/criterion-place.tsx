/** Moves a criterion among its siblings and in and out of groups, by buttons and by Alt with the arrow keys anywhere in its row. */
import { IndentDecrease, IndentIncrease } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import type { CriterionMove } from '../../../app/criteria-api';
import type { OutlineLine } from '../../../domain/criteria-tree';
import { useCaiet } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { IconButton } from '../../primitives/icon-button';
import { useReadOnly } from '../../primitives/read-only';
import { MoveButtons } from './move-buttons';

const KEYS: Readonly<Record<string, CriterionMove>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'into', ArrowLeft: 'outOf' };

/** The keys of a row. Whatever was focused in it stays so when the row changes its place. */
export const useMoveKeys = (row: RefObject<HTMLElement | null>, { criterion, parentId, index }: OutlineLine) => {
  const { criteria } = useCaiet();
  const isReadOnly = useReadOnly();
  const focused = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const { current } = focused;
    focused.current = null;
    if (current !== null && row.current?.contains(current) === true) current.focus();
  }, [row, parentId, index]);
  return (event: KeyboardEvent): void => {
    const move = KEYS[event.key];
    if (isReadOnly || !event.altKey || event.ctrlKey || event.metaKey || move === undefined) return;
    event.preventDefault();
    if (document.activeElement instanceof HTMLElement) focused.current = document.activeElement;
    criteria.move(criterion.id, move);
  };
};

export interface CriterionPlaceProps {
  readonly line: OutlineLine;
  readonly name: string;
  /** True when the criterion before it at its level is a group. */
  readonly canEnter: boolean;
  /** True when the call has groups at all. */
  readonly hasGroups: boolean;
}

export const CriterionPlace = ({ line, name, canEnter, hasGroups }: CriterionPlaceProps) => {
  const t = useT();
  const { criteria } = useCaiet();
  const { criterion: { id }, index, siblings, depth } = line;
  return (
    <>
      {hasGroups && (
        <>
          <IconButton icon={IndentDecrease} label={t('call.moveOut', { name })} isDisabled={depth === 0} onPress={() => criteria.move(id, 'outOf')} />
          <IconButton icon={IndentIncrease} label={t('call.moveIn', { name })} isDisabled={!canEnter} onPress={() => criteria.move(id, 'into')} />
        </>
      )}
      <MoveButtons name={name} index={index} count={siblings} onMove={(to) => criteria.move(id, to < index ? 'up' : 'down')} />
    </>
  );
};
