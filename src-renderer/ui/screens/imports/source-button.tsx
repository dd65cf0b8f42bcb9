/** Takes the file of an import out again, as it was; nothing where none was kept. */
import { FileDown } from 'lucide-react';
import type { ImportRecord } from '../../../domain/project';
import { useCaiet } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { useRun } from '../../context/run';
import { Button } from '../../primitives/button';
import { VisuallyHidden } from '../../primitives/visually-hidden';

export const SourceButton = ({ record: { id, fileName, sourceSize } }: { readonly record: ImportRecord }) => {
  const t = useT();
  const run = useRun();
  const { bids } = useCaiet();
  if (sourceSize === undefined) return null;
  return <Button variant="quiet" icon={FileDown} onPress={() => run(() => bids.saveSource(id))}>{t('imports.source.save')}<VisuallyHidden> {fileName}</VisuallyHidden></Button>;
};
