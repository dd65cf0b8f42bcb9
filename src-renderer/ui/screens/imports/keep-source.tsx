/** The choice to keep the imported file on this computer; where it cannot be kept, why. */
import { sourceRoom } from '../../../app/import-source';
import { MAX_FILE_BYTES, MAX_PROJECT_FILE_BYTES } from '../../../domain/attachment';
import { useProject } from '../../context/caiet-context';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { Checkbox } from '../../primitives/checkbox';

export interface KeepSourceProps {
  /** Of the file, in bytes. */
  readonly size: number;
  readonly keeps: boolean;
  readonly onChange: (keeps: boolean) => void;
}

export const KeepSource = ({ size, keeps, onChange }: KeepSourceProps) => {
  const t = useT();
  const format = useFormat();
  const room = sourceRoom(useProject(), size);
  return (
    <div className="imports-source">
      {room === 'room'
        ? <Checkbox isSelected={keeps} onChange={onChange}>{t('imports.source.keep', { size: format.bytes(size) })}</Checkbox>
        : <span>{t(room === 'tooLarge' ? 'imports.source.tooLarge' : 'imports.source.full', { file: format.bytes(MAX_FILE_BYTES), project: format.bytes(MAX_PROJECT_FILE_BYTES) })}</span>}
      {room === 'room' ? <small>{t('imports.source.where')}</small> : null}
    </div>
  );
};
