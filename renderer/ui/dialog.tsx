import { type ReactNode, useEffect, useRef } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

import { IconButton } from './button.tsx';
import classes from './dialog.module.css';

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly width?: 'narrow' | 'wide';
  /** Where `false`, only what is in the dialog closes it. */
  readonly dismissable?: boolean;
  readonly children: ReactNode;
};

/** A dialog over the window; Escape and a click beside it close it, unless it holds what must not be lost. */
export function Dialog({ title, onClose, width = 'narrow', dismissable = true, children }: Props) {
  const dialog = useRef<HTMLElement>(null);
  useEffect(() => {
    // Where the dialog changed its face, what had the focus may be gone, and then no key is heard here.
    if (document.activeElement === document.body) dialog.current?.focus();
  });
  return (
    <ModalOverlay
      isOpen
      isDismissable={dismissable}
      isKeyboardDismissDisabled={!dismissable}
      onOpenChange={(open) => !open && onClose()}
      className={classes['overlay'] ?? ''}
    >
      <Modal className={`${classes['modal']} ${classes[width]}`}>
        <AriaDialog ref={dialog} className={classes['dialog'] ?? ''}>
          <header className={classes['head']}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {dismissable && <IconButton icon="close" label="Close" onPress={onClose} />}
          </header>
          <div className={classes['body']}>{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
