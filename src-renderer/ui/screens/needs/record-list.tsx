/** A list of needs or requirements, of which only what is seen is drawn: there may be thousands. What is open stays open when it is scrolled away. */
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import type { Id } from '../../../domain/values';
import { useSoughtRecord } from '../../context/sought-record';
import { Td } from '../../primitives/table';
import { VirtualList } from '../../primitives/virtual-list';

interface OpenRecords {
  readonly isOpen: (id: Id) => boolean;
  readonly setOpen: (id: Id, isOpen: boolean) => void;
}

const OpenRecordsContext = createContext<OpenRecords | null>(null);

/** Whether the record's fields are shown, and how to change it. Throws outside `RecordList`, which is a defect. */
export const useOpenRecord = (id: Id): readonly [isOpen: boolean, setOpen: (isOpen: boolean) => void] => {
  const records = useContext(OpenRecordsContext);
  if (records === null) throw new Error('useOpenRecord outside RecordList');
  return [records.isOpen(id), (isOpen) => records.setOpen(id, isOpen)];
};

/** Expected height of a closed record in CSS pixels. */
const ROW = 57;
const COLUMNS = ['auto'];
/** A list up to this long is as high as it is; a longer one scrolls by itself. */
const MOST_WHOLE = 40;
const BOX = 'max(24rem, calc(100dvh - 17rem))';

export interface RecordListProps {
  readonly label: string;
  /** In the order they are shown. */
  readonly ids: readonly Id[];
  /** The record that was just added, open from the start. */
  readonly added: Id | null;
  readonly renderRecord: (index: number) => ReactNode;
}

export const RecordList = ({ label, ids, added, renderRecord }: RecordListProps) => {
  const [open, setOpen] = useState<ReadonlySet<Id>>(new Set<Id>());
  if (added !== null && !open.has(added)) setOpen(new Set([...open, added]));
  const records = useMemo((): OpenRecords => ({
    isOpen: (id) => open.has(id),
    setOpen: (id, isOpen) => setOpen((before) => new Set(isOpen ? [...before, id] : [...before].filter((each) => each !== id))),
  }), [open]);
  const { sought } = useSoughtRecord();
  const keyOf = useCallback((index: number) => ids[index] ?? index, [ids]);
  return (
    <OpenRecordsContext value={records}>
      <VirtualList
        label={label} count={ids.length} estimateRow={ROW} columns={COLUMNS} rowKey={keyOf} sought={ids.indexOf(sought?.id ?? added ?? '')}
        maxHeight={ids.length > MOST_WHOLE ? BOX : 'none'} rowClassName={() => 'record-line'} renderRow={(index) => <Td>{renderRecord(index)}</Td>}
      />
    </OpenRecordsContext>
  );
};
