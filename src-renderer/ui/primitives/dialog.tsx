/** Modal dialogs: focus is kept inside, given back on close, and Escape always leads out. */
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useT } from '../context/language';
import { IconButton } from './icon-button';
import { useScrollable } from './overflow';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the primary one last. */
  readonly actions?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large';
  /** `alertdialog` for questions that interrupt. */
  readonly role?: 'dialog' | 'alertdialog';
}

/** Scrolls by keyboard too, even where it holds nothing to focus. */
const Body = ({ title, children }: Pick<DialogProps, 'title' | 'children'>) => {
  const { ref, props } = useScrollable(title);
  return <div ref={ref} className="dialog-body" {...props}><div className="dialog-content">{children}</div></div>;
};

export const Dialog = ({ title, isOpen, onClose, children, actions, size = 'medium', role = 'dialog' }: DialogProps) => {
  const t = useT();
  return (
    <ModalOverlay className="modal-overlay" isOpen={isOpen} onOpenChange={(open) => { if (!open) onClose(); }} isDismissable={role === 'dialog'}>
      <Modal className={`modal modal-${size}`}>
        <AriaDialog className="dialog" role={role}>
          <header className="dialog-header">
            <Heading slot="title" className="dialog-title">{title}</Heading>
            <IconButton label={t('app.close')} icon={X} onPress={onClose} />
          </header>
          <Body title={title}>{children}</Body>
          {actions === undefined ? null : <footer className="dialog-actions">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
};
