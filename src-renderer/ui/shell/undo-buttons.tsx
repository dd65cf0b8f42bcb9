/** Undo and redo, which say what they would do. */
import { Redo2, Undo2 } from 'lucide-react';
import { useCaiet, useWorkspace } from '../context/caiet-context';
import { useT } from '../context/language';
import { useWords } from '../context/words';
import { IconButton } from '../primitives/icon-button';

export const UndoButtons = () => {
  const t = useT();
  const caiet = useCaiet();
  const words = useWords();
  const undo = useWorkspace((state) => state.open?.undo ?? null);
  const redo = useWorkspace((state) => state.open?.redo ?? null);
  return (
    <div className="bar-undo">
      <IconButton
        icon={Undo2} label={t('app.undo')} isDisabled={undo === null} onPress={() => caiet.undo()}
        tooltip={undo === null ? t('app.undoNothing') : t('app.undoWhat', { what: words.change(undo) })}
      />
      <IconButton
        icon={Redo2} label={t('app.redo')} isDisabled={redo === null} onPress={() => caiet.redo()}
        tooltip={redo === null ? t('app.redoNothing') : t('app.redoWhat', { what: words.change(redo) })}
      />
    </div>
  );
};
