/** Moves a record up or down its list, by mouse or keyboard, and keeps the focus with what was moved. */
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { IconButton } from '../../primitives/icon-button';
import { useT } from '../../context/language';

export interface MoveButtonsProps {
  /** Names the record: "lotul 2". */
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (toIndex: number) => void;
}

export const MoveButtons = ({ name, index, count, onMove }: MoveButtonsProps) => {
  const t = useT();
  const buttons = useRef<HTMLSpanElement>(null);
  const pressed = useRef<'up' | 'down' | null>(null);
  // The browser drops the focus when the row changes place in the document; at an end of the list, the pressed button
  // can no longer take it and its neighbour does.
  useEffect(() => {
    if (pressed.current === null) return;
    const [up, down] = [...(buttons.current?.querySelectorAll('button') ?? [])];
    const target = pressed.current === 'up' ? (index > 0 ? up : down) : index < count - 1 ? down : up;
    pressed.current = null;
    target?.focus();
  }, [index, count]);
  const move = (direction: 'up' | 'down'): void => {
    pressed.current = direction;
    onMove(direction === 'up' ? index - 1 : index + 1);
  };
  return (
    <span className="move-buttons" ref={buttons}>
      <IconButton icon={ArrowUp} label={t('call.moveUp', { name })} isDisabled={index === 0} onPress={() => move('up')} />
      <IconButton icon={ArrowDown} label={t('call.moveDown', { name })} isDisabled={index === count - 1} onPress={() => move('down')} />
    </span>
  );
};
