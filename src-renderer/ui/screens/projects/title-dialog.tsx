/** Asks for a title: of a new project, or a new one for an old project. */
import { useState, type FormEvent } from 'react';
import { useT } from '../../context/language';
import { SHORT_TEXT } from '../../../domain/texts';
import { Button } from '../../primitives/button';
import { Dialog } from '../../primitives/dialog';
import { TextField } from '../../primitives/text-field';

export interface TitleDialogProps {
  readonly heading: string;
  readonly submitLabel: string;
  readonly initial: string;
  readonly description?: string;
  readonly onClose: () => void;
  readonly onSubmit: (title: string) => void;
}

/** Mounted while it is open, so that each time it begins with `initial`. */
export const TitleDialog = ({ heading, submitLabel, initial, description, onClose, onSubmit }: TitleDialogProps) => {
  const t = useT();
  const [title, setTitle] = useState(initial);
  const [wasRefused, setRefused] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (title.trim() === '') {
      setRefused(true);
      return;
    }
    onClose();
    onSubmit(title.trim());
  };
  const error = wasRefused && title.trim() === '' ? t('projects.titleRequired') : undefined;
  const focusAtFirst = { autoFocus: true };
  return (
    <Dialog title={heading} isOpen onClose={onClose} size="small">
      <form className="stack" onSubmit={submit}>
        <TextField label={t('projects.create.label')} value={initial} onType={setTitle} onCommit={setTitle} maxLength={SHORT_TEXT} error={error} {...focusAtFirst} {...(description === undefined ? {} : { description })} />
        <div className="dialog-actions-inline">
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" type="submit">{submitLabel}</Button>
        </div>
      </form>
    </Dialog>
  );
};
