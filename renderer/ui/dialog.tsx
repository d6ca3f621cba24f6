import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

import { IconButton } from './button.tsx';
import classes from './dialog.module.css';

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly width?: 'narrow' | 'wide';
  readonly children: ReactNode;
};

/** A dialog over the window; Escape and a click beside it close it. */
export function Dialog({ title, onClose, width = 'narrow', children }: Props) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      className={classes['overlay'] ?? ''}
    >
      <Modal className={`${classes['modal']} ${classes[width]}`}>
        <AriaDialog className={classes['dialog'] ?? ''}>
          <header className={classes['head']}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton icon="close" label="Close" onPress={onClose} />
          </header>
          <div className={classes['body']}>{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
