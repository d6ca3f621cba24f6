import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from 'react';

import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import classes from './catalog-search-field.module.css';

type Props = {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Leads into what was found. */
  readonly onDown: () => void;
  /** Opens the best of what was found. */
  readonly onEnter: () => void;
  readonly isLarge?: boolean;
  /** Whether the page it stands in opens for it. */
  readonly takesFocus?: boolean;
};

/** One line to type a code or a phrase into, or to paste a piece of a log. */
export function CatalogSearchField(props: Props) {
  const { label, placeholder, value, onChange, isLarge = false, takesFocus = false } = props;
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!takesFocus) return undefined;
    // A palette that led here gives the focus back a frame after it has gone.
    let frame = requestAnimationFrame(() => {
      // What was looked for before is there to be read, and goes with the first letter typed.
      frame = requestAnimationFrame(() => box.current?.select());
    });
    return () => cancelAnimationFrame(frame);
  }, [takesFocus]);
  const clear = (): void => {
    onChange('');
    box.current?.focus();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') props.onDown();
    else if (event.key === 'Enter') props.onEnter();
    else if (event.key === 'Escape' && value !== '') clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={`${classes['field']} ${isLarge ? classes['large'] : ''}`}>
      <Icon name="search" />
      <input
        ref={box}
        type="search"
        aria-label={label}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={press}
        onPaste={(event) => pasteOnOneLine(event, onChange)}
      />
      {value !== '' && <IconButton icon="close" label="Clear the search" onPress={clear} />}
    </div>
  );
}

/** A field of one line drops line ends, and words of two lines would become one. */
function pasteOnOneLine(event: ClipboardEvent<HTMLInputElement>, onChange: (value: string) => void): void {
  const text = event.clipboardData.getData('text/plain');
  if (!/[\r\n]/.test(text)) return;
  event.preventDefault();
  const { value, selectionStart, selectionEnd } = event.currentTarget;
  const before = value.slice(0, selectionStart ?? value.length);
  onChange(`${before}${text.replaceAll(/\s+/g, ' ').trim()}${value.slice(selectionEnd ?? value.length)}`);
}
