import { type KeyboardEvent, type ReactNode, useRef } from 'react';

import { Button, IconButton } from '../../ui/button.tsx';
import classes from './checks-pane.module.css';

type Props<Item> = {
  /** Of the list. */
  readonly label: string;
  /** What one is called, with its number: `check` gives `Remove check 2`. */
  readonly noun: string;
  readonly addLabel: string;
  readonly blank: Item;
  readonly items: readonly Item[];
  readonly onChange: (items: readonly Item[]) => void;
  readonly renderItem: (item: Item, index: number, change: (item: Item) => void) => ReactNode;
};

/** Rows that are added, removed and put in another order; Alt with an arrow key moves the row that has the focus. */
export function OrderedList<Item>(props: Props<Item>) {
  const { label, noun, addLabel, blank, items, onChange, renderItem } = props;
  const list = useRef<HTMLDivElement>(null);
  const focus = (index: number, selector: string): void => {
    requestAnimationFrame(() => {
      const row = list.current?.querySelectorAll('li')[index] ?? list.current;
      row?.querySelector<HTMLElement>(selector)?.focus();
    });
  };
  const move = (from: number, to: number, selector: string): void => {
    const item = items[from];
    if (item === undefined || to < 0 || to >= items.length) return;
    onChange(items.toSpliced(from, 1).toSpliced(to, 0, item));
    focus(to, selector);
  };
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const name = event.target instanceof HTMLElement ? event.target.getAttribute('name') : null;
    move(index, index + (event.key === 'ArrowUp' ? -1 : 1), `[name="${name ?? 'subject'}"]`);
  };
  const remove = (index: number): void => {
    onChange(items.toSpliced(index, 1));
    focus(Math.min(index, items.length - 2), items.length === 1 ? '[name="add"]' : '[name="remove"]');
  };
  return (
    <div ref={list}>
      <ol className={classes['list']} aria-label={label}>
        {items.map((item, index) => (
          // Two rows may be alike in everything but their place.
          // oxlint-disable-next-line react/no-array-index-key, jsx-a11y/no-noninteractive-element-interactions
          <li key={index} className={classes['row']} onKeyDown={(event) => onKeyDown(event, index)}>
            {renderItem(item, index, (changed) => onChange(items.with(index, changed)))}
            <span className={classes['tools']}>
              <IconButton
                icon="arrow-up"
                name="up"
                label={`Move ${noun} ${index + 1} up`}
                isDisabled={index === 0}
                onPress={() => move(index, index - 1, index === 1 ? '[name="down"]' : '[name="up"]')}
              />
              <IconButton
                icon="arrow-down"
                name="down"
                label={`Move ${noun} ${index + 1} down`}
                isDisabled={index === items.length - 1}
                onPress={() =>
                  move(index, index + 1, index === items.length - 2 ? '[name="up"]' : '[name="down"]')
                }
              />
              <IconButton
                icon="trash"
                name="remove"
                label={`Remove ${noun} ${index + 1}`}
                onPress={() => remove(index)}
              />
            </span>
          </li>
        ))}
      </ol>
      <Button
        kind="quiet"
        icon="add"
        name="add"
        onPress={() => {
          onChange([...items, blank]);
          focus(items.length, '[name="subject"]');
        }}
      >
        {addLabel}
      </Button>
    </div>
  );
}
