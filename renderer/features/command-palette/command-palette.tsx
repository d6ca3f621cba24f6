import {
  Autocomplete,
  Input,
  ListBox,
  ListBoxItem,
  ListLayout,
  Modal,
  ModalOverlay,
  Dialog,
  SearchField,
  Virtualizer,
} from 'react-aria-components';

import { useHistory, useStores } from '../../stores/stores-context.tsx';
import classes from './command-palette.module.css';
import { matchesQuery, paletteEntries } from './palette-entries.ts';

/** Height of a row in CSS pixels; a virtualised list has to know it. */
const rowHeight = 30;

/** One box for requests, error codes, the newest history and commands. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const stores = useStores();
  const recent = useHistory((state) => state.entries);
  const entries = paletteEntries(stores, recent);
  const run = (key: string): void => {
    onClose();
    entries.find(({ id }) => id === key)?.run();
  };
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      className={classes['overlay'] ?? ''}
    >
      <Modal className={classes['modal'] ?? ''}>
        <Dialog aria-label="Search" className={classes['dialog'] ?? ''}>
          <Autocomplete filter={matchesQuery}>
            <SearchField
              aria-label="Search requests, history, error codes, commands"
              // The box opens to be typed into.
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              className={classes['field'] ?? ''}
            >
              <Input placeholder="Search requests, history, error codes, commands" />
            </SearchField>
            <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: rowHeight, padding: 6 }}>
              <ListBox
                aria-label="Results"
                className={classes['list'] ?? ''}
                items={entries}
                onAction={(key) => run(String(key))}
                renderEmptyState={() => (
                  <p className={classes['empty']}>Nothing found. Try a code, or a word of the message.</p>
                )}
              >
                {({ id, kind, title, detail }) => (
                  <ListBoxItem
                    id={id}
                    textValue={`${title} ${detail} ${kind}`}
                    className={classes['item'] ?? ''}
                  >
                    <span className={classes['kind']}>{kind}</span>
                    <span className={classes['title']}>{title}</span>
                    <span className={classes['detail']}>{detail}</span>
                  </ListBoxItem>
                )}
              </ListBox>
            </Virtualizer>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
