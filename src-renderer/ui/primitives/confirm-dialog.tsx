/** Asks before something that matters. */
import { useId, type ReactNode } from 'react';
import { useT } from '../context/language';
import { Button, type ButtonProps } from './button';
import { Dialog } from './dialog';

export interface ConfirmDialogProps {
  readonly title: string;
  /** What will happen, and whether it can be taken back. */
  readonly body: ReactNode;
  /** Names the act: "Șterge definitiv", never "Da". */
  readonly confirmLabel: string;
  readonly tone?: 'primary' | 'danger';
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** A question before an act. Focus starts on the way out, so that Enter pressed by habit changes nothing. */
export const ConfirmDialog = ({ title, body, confirmLabel, tone = 'primary', isOpen, onClose, onConfirm }: ConfirmDialogProps) => {
  const t = useT();
  const bodyId = useId();
  const confirm = (): void => {
    onClose();
    onConfirm();
  };
  const wayOut: ButtonProps = { autoFocus: true, onPress: onClose, children: t('app.cancel') };
  const actions = (
    <>
      <Button {...wayOut} />
      <Button variant={tone} onPress={confirm} describedBy={bodyId}>{confirmLabel}</Button>
    </>
  );
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} actions={actions} size="small" role="alertdialog">
      <div id={bodyId}>{body}</div>
    </Dialog>
  );
};
