import { useMemo, useState } from 'react';
import {
  Autocomplete,
  Button,
  Dialog,
  Input,
  ListLayout,
  Modal,
  ModalOverlay,
  SearchField,
  Virtualizer,
} from 'react-aria-components';

import { useGuide, useStores } from '../../stores/stores-context.tsx';
import classes from './command-palette.module.css';
import { historyEntries, paletteEntries, searchEntries } from './palette-entries.ts';
import { PaletteList } from './palette-list.tsx';
import { paletteScopes, readPaletteQuery } from './palette-scopes.ts';
import { indexEntries, type PaletteGroup, rankEntries, wordsOf } from './rank-entries.ts';
import { useFoundHistory } from './use-found-history.ts';

/** Heights in CSS pixels; a virtualised list has to know them. */
const layoutOptions = { rowSize: 30, headingSize: 26, padding: 6 };

type Props = {
  /** What stands in the box at first. */
  readonly query: string;
  readonly onClose: () => void;
};

/** One box for requests, commands, environments, error codes, the whole history and the documentation. */
export function CommandPalette({ query, onClose }: Props) {
  const [typed, setTyped] = useState(query);
  const { groups, words } = usePaletteGroups(typed);
  const { guide } = useStores();
  const run = (id: string): void => {
    const entry = groups.flatMap(({ entries }) => entries).find((candidate) => candidate.id === id);
    onClose();
    guide.getState().noteChosen(id);
    entry?.run();
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
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <SearchField
              aria-label="Search requests, history, error codes, commands"
              // The box opens to be typed into.
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              className={classes['field'] ?? ''}
            >
              <Input placeholder="Search requests, history, error codes, documentation, commands" />
            </SearchField>
            <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
              <PaletteList groups={groups} words={words} onChoose={run} />
            </Virtualizer>
          </Autocomplete>
          <Foot typed={typed} onType={setTyped} groups={groups} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** What fits what is typed, and the words it was found by. */
function usePaletteGroups(typed: string): {
  readonly groups: readonly PaletteGroup[];
  readonly words: readonly string[];
} {
  const stores = useStores();
  const chosen = useGuide((state) => state.chosen);
  const query = useMemo(() => readPaletteQuery(typed), [typed]);
  const found = useFoundHistory(query.words);
  const known = useMemo(() => indexEntries(paletteEntries(stores)), [stores]);
  const past = useMemo(
    () => indexEntries(historyEntries(stores, found.exchanges, found.query)),
    [stores, found],
  );
  const groups = useMemo(() => rankEntries([...known, ...past], query, chosen), [known, past, query, chosen]);
  const isTitle = groups.some(({ entries }) =>
    entries.some(({ title }) => title.toLowerCase() === query.words.toLowerCase()),
  );
  // Who types a whole title has found it.
  const further = isTitle ? [] : searchEntries(stores, query.words);
  return {
    groups:
      further.length === 0
        ? groups
        : [...groups, { title: 'Search further', entries: further, count: further.length }],
    words: wordsOf(query.words),
  };
}

type FootProps = {
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly groups: readonly PaletteGroup[];
};

/** What a first character narrows the search to, and how much was found. */
function Foot({ typed, onType, groups }: FootProps) {
  const { scope, words } = readPaletteQuery(typed);
  const isFound = (group: PaletteGroup): boolean => group.entries.some(({ kind }) => kind !== 'Search');
  const count = groups.filter(isFound).reduce((sum, group) => sum + group.count, 0);
  return (
    <footer className={classes['foot']}>
      {paletteScopes.map(({ prefix, title }) => (
        <Button
          key={prefix}
          className={`${classes['scope']} ${scope?.prefix === prefix ? classes['chosen'] : ''}`}
          // The box keeps the focus.
          preventFocusOnPress
          excludeFromTabOrder
          onPress={() => onType(scope?.prefix === prefix ? words : `${prefix}${words}`)}
        >
          <kbd>{prefix}</kbd> {title}
        </Button>
      ))}
      <span role="status" className={classes['count']}>
        {count === 0
          ? 'Nothing found: try a code, or a word of the message'
          : `${count} ${count === 1 ? 'result' : 'results'}`}
      </span>
    </footer>
  );
}
