import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';

import { completeHistoryQuery, type Completion } from '../../../shared/engine/complete-history-query.ts';
import { useEnvironments, useSearch, useStores } from '../../stores/stores-context.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { knownValues } from './known-values.ts';
import classes from './search-box.module.css';

/** Longest query the core takes, in UTF-16 units. */
const longest = 2000;

/** One box for words, parts of ids and filters; names and values of filters are offered while typing. */
export function SearchBox() {
  const { search } = useStores();
  const query = useSearch((state) => state.query);
  const box = useRef<HTMLInputElement>(null);
  const id = useId();
  const offers = useOffers(query);
  const { open, active, completions } = offers;
  const isOpen = completions.length > 0;

  const [wanted, setWanted] = useState<Completion | null>(null);
  useLayoutEffect(() => {
    if (wanted !== null) box.current?.setSelectionRange(wanted.caret, wanted.caret);
  }, [wanted]);

  const accept = (completion: Completion): void => {
    search.getState().setQuery(completion.query);
    setWanted(completion);
    if (completion.text.endsWith(':')) open(completion.caret);
    else open(null);
  };
  const clear = (): void => {
    search.getState().setQuery('');
    open(null);
    box.current?.focus();
  };
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { key } = event;
    const chosen = completions[active];
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (isOpen) offers.move(key === 'ArrowDown' ? 1 : -1);
      else open(event.currentTarget.selectionStart ?? query.length);
    } else if (key === 'Enter') {
      if (chosen === undefined) search.getState().setQuery(query);
      else accept(chosen);
      if (chosen === undefined) open(null);
    } else if (key === 'Escape' && isOpen) {
      open(null);
    } else if (key === 'Escape' && query !== '') {
      clear();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={classes['box']}>
      <Icon name="search" />
      <input
        ref={box}
        id="history-search"
        role="combobox"
        aria-label="Search the history"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-activedescendant={isOpen && active >= 0 ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        maxLength={longest}
        placeholder="214 verdict:refused after:7d"
        value={query}
        onChange={({ target }) => {
          search.getState().setQuery(target.value);
          const caret = target.selectionStart ?? target.value.length;
          // Behind a blank everything would fit, and stand in the way.
          open(/\S$/.test(target.value.slice(0, caret)) ? caret : null);
        }}
        onKeyDown={press}
        onBlur={() => open(null)}
      />
      {query !== '' && <IconButton icon="close" label="Clear the search" onPress={clear} />}
      {isOpen && (
        <div id={id} role="listbox" aria-label="Filters" className={classes['offers']}>
          {completions.map((completion, index) => (
            <div
              key={completion.text}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              className={classes['offer']}
              // The box keeps the focus.
              onPointerDown={(event) => {
                event.preventDefault();
                accept(completion);
              }}
            >
              <code>{completion.text}</code>
              <span>{completion.detail}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

type Offers = {
  readonly completions: readonly Completion[];
  /** Place of the one that Enter takes; `-1` for none. */
  readonly active: number;
  readonly move: (by: 1 | -1) => void;
  /** Offers what fits at the caret; `null` offers nothing. */
  readonly open: (caret: number | null) => void;
};

function useOffers(query: string): Offers {
  const environments = useEnvironments(({ overview }) => overview.environments);
  const entries = useSearch((state) => state.entries);
  const known = useMemo(() => knownValues(environments, entries), [environments, entries]);
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(-1);
  const completions = caret === null ? [] : completeHistoryQuery(query, caret, known);
  const count = completions.length;
  return {
    completions,
    active,
    move: (by) => setActive((now) => (now === -1 && by === -1 ? count - 1 : (now + by + count) % count)),
    open: (at) => {
      setCaret(at);
      setActive(-1);
    },
  };
}
