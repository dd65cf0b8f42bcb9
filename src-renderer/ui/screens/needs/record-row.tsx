/** One line of a list of needs or requirements: its name, what is said of it in a word, and its fields when opened. */
import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Problem } from '../../../domain/problem';
import type { Id } from '../../../domain/values';
import { useWords } from '../../context/words';
import { useWhenSought } from '../../context/sought-record';
import { Disclosure } from '../../primitives/disclosure';
import { IconButton } from '../../primitives/icon-button';
import { Editing } from '../../primitives/read-only';
import { focusFirstField, useNewRecord } from '../call/new-record';
import { MoveButtons } from '../call/move-buttons';
import { useOpenRecord } from './record-list';

export interface RecordRowProps {
  readonly id: Id;
  /** Place in the list, from 1. */
  readonly number: number;
  /** What assistive technology and the buttons call it. */
  readonly name: string;
  /** What stands in the line while the fields are closed. */
  readonly heading: ReactNode;
  readonly marks: ReactNode;
  /** Told under the line while the fields are closed; the open fields tell them themselves. */
  readonly problems: readonly Problem[];
  readonly isNew: boolean;
  readonly onLeave: () => void;
  readonly removeLabel: string;
  readonly onRemove: () => void;
  /** Null while the list is not in its own order. */
  readonly move: { readonly count: number; readonly onMove: (toIndex: number) => void } | null;
  /** Drawn only while open: a list may be thousands long. */
  readonly fields: () => ReactNode;
}

export const RecordRow = ({ id, number, name, heading, marks, problems, isNew, onLeave, removeLabel, onRemove, move, fields }: RecordRowProps) => {
  const words = useWords();
  const [isOpen, setOpen] = useOpenRecord(id);
  const record = useNewRecord<HTMLFieldSetElement>(isNew, onLeave);
  useWhenSought(id, () => {
    setOpen(true);
    // The fields are there after the next drawing.
    requestAnimationFrame(() => focusFirstField(record.current));
  });
  return (
    <fieldset className="record" aria-label={name} ref={record}>
      <span className="record-number" aria-hidden>{number}</span>
      <Disclosure title={heading} isOpen={isOpen} onOpenChange={setOpen}>{isOpen ? <div className="record-fields">{fields()}</div> : null}</Disclosure>
      <span className="record-marks">{marks}</span>
      <span className="row-actions">
        <Editing>
          {move === null ? null : <MoveButtons name={name} index={number - 1} count={move.count} onMove={move.onMove} />}
          <IconButton icon={Trash2} tone="danger" label={removeLabel} onPress={onRemove} />
        </Editing>
      </span>
      {isOpen || isNew || problems.length === 0 ? null : <p className="record-problems">{problems.map((problem) => words.problem(problem)).join(' ')}</p>}
    </fieldset>
  );
};
