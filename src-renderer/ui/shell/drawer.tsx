/** The rail where the window is too narrow to keep it in sight. */
import { X } from 'lucide-react';
import { flushSync } from 'react-dom';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useLocation } from 'wouter';
import { useT } from '../context/language';
import { IconButton } from '../primitives/icon-button';
import { Rail } from './rail';

export const Drawer = ({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) => {
  const t = useT();
  const [, navigate] = useLocation();
  // The drawer holds the focus while it is there, and the new screen could not take it.
  const go = (href: string): void => {
    flushSync(onClose);
    navigate(href);
  };
  return (
    <ModalOverlay className="modal-overlay drawer-overlay" isOpen={isOpen} onOpenChange={(open) => { if (!open) onClose(); }} isDismissable>
      <Modal className="drawer">
        <Dialog className="dialog">
          <header className="dialog-header">
            <Heading slot="title" className="dialog-title">{t('app.menu')}</Heading>
            <IconButton label={t('app.close')} icon={X} onPress={onClose} />
          </header>
          <Rail onGo={go} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
};
