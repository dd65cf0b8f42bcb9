/** Takes one file, dropped or chosen; only its name and bytes leave here. */
import { FileUp } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { DropZone, FileTrigger, isDirectoryDropItem, isFileDropItem, Text, type DropItem } from 'react-aria-components';
import { readInParts } from '../../../src-main/bridge/read-in-parts';
import { useT } from '../context/language';
import { Button } from './button';

export interface FileDropProps {
  /** What to drop here, as a sentence. */
  readonly label: string;
  /** Extensions with the dot: `['.xlsx', '.csv']`. */
  readonly accept: readonly string[];
  readonly onFile: (name: string, bytes: Uint8Array) => void;
  /** Opens the host's own dialog instead of the browser's. */
  readonly onPick?: () => void;
  readonly isDisabled?: boolean;
  /** Refuses larger files before reading them, in bytes. */
  readonly maxBytes?: number;
  readonly onTooLarge?: (name: string, size: number) => void;
  readonly children?: ReactNode;
}

type Failure = 'app.fileUnreadable' | 'app.droppedFolder' | 'app.droppedSeveral';

/** Why what was dropped is not one file; null when it is. */
const mistakenDrop = (items: readonly DropItem[]): Failure | null => {
  if (items.some(isDirectoryDropItem)) return 'app.droppedFolder';
  return items.filter(isFileDropItem).length > 1 ? 'app.droppedSeveral' : null;
};

export const FileDrop = ({ label, accept, onFile, onPick, isDisabled = false, maxBytes = Infinity, onTooLarge, children }: FileDropProps) => {
  const t = useT();
  const [failed, setFailed] = useState<Failure | null>(null);
  const take = async (file: File): Promise<void> => {
    setFailed(null);
    if (file.size > maxBytes) {
      onTooLarge?.(file.name, file.size);
      return;
    }
    try {
      onFile(file.name, await readInParts(file));
    } catch {
      setFailed('app.fileUnreadable');
    }
  };
  const chooseLabel = t('app.chooseFile');
  return (
    <DropZone
      className="file-drop" isDisabled={isDisabled} aria-label={label} getDropOperation={(types) => (types.has('text/plain') ? 'cancel' : 'copy')}
      onDrop={(event) => {
        const mistake = mistakenDrop(event.items);
        setFailed(mistake);
        const item = event.items.find(isFileDropItem);
        if (mistake === null && item !== undefined) void item.getFile().then(take, () => setFailed('app.fileUnreadable'));
      }}
    >
      <FileUp size={24} aria-hidden />
      <Text slot="label">{label}</Text>
      {onPick === undefined ? (
        <FileTrigger acceptedFileTypes={accept} onSelect={(files) => { const file = files?.[0]; if (file !== undefined) void take(file); }}>
          <Button isDisabled={isDisabled}>{chooseLabel}</Button>
        </FileTrigger>
      ) : <Button isDisabled={isDisabled} onPress={onPick}>{chooseLabel}</Button>}
      {children}
      <span role="alert">{failed === null ? null : t(failed)}</span>
    </DropZone>
  );
};
