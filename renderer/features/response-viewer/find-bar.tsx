import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

import type { FoundText } from '../../../shared/model/body-view.ts';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import classes from './find-bar.module.css';

type Props = {
  readonly label: string;
  /** Searches; tells how many places there are and which is next. */
  readonly onFind: (query: string) => Promise<FoundText>;
  /** Shows one of the places. */
  readonly onShow: (place: number) => void;
  readonly onClose: () => void;
};

/** How long nobody types before it is searched, in milliseconds: the first letter alone would be found a million times. */
const pause = 120;

/** A field that searches what stands below it: Enter goes on, Shift Enter back, Escape closes. */
export function FindBar({ label, onFind, onShow, onClose }: Props) {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<(FoundText & { readonly query: string }) | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef('');
  useEffect(() => box.current?.focus(), []);
  const search = async (wanted: string): Promise<void> => {
    const answer = await onFind(wanted);
    // An older answer that comes late must not replace a newer one.
    if (latest.current !== wanted) return;
    setFound({ ...answer, query: wanted });
    if (answer.count > 0) onShow(answer.next);
  };
  const type = (wanted: string): void => {
    setQuery(wanted);
    latest.current = wanted;
    clearTimeout(timer.current);
    if (wanted === '') setFound(null);
    else timer.current = setTimeout(() => void search(wanted), pause);
  };
  const move = (by: 1 | -1): void => {
    if (found === null || found.query !== query) {
      clearTimeout(timer.current);
      if (query !== '') void search(query);
      return;
    }
    if (found.count === 0) return;
    const next = (found.next + by + found.count) % found.count;
    setFound({ ...found, next });
    onShow(next);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === 'F3') move(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={classes['bar']} role="search" aria-label={label}>
      <span className={classes['box']}>
        <Icon name="search" />
        <input
          ref={box}
          type="text"
          aria-label={label}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={({ target }) => type(target.value)}
          onKeyDown={press}
        />
        <span role="status" className={classes['count']}>
          {found === null ? '' : found.count === 0 ? 'Not found' : countWords(found)}
        </span>
      </span>
      <IconButton icon="arrow-up" label="Previous" onPress={() => move(-1)} />
      <IconButton icon="arrow-down" label="Next" onPress={() => move(1)} />
      <IconButton icon="close" label="Close the search" onPress={onClose} />
    </div>
  );
}

function countWords({ next, count }: FoundText): string {
  return `${(next + 1).toLocaleString('en')} of ${count.toLocaleString('en')}`;
}
