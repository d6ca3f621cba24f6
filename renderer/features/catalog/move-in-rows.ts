import type { KeyboardEvent } from 'react';

/** Moves the focus among the rows of a table by the arrow keys, Home and End; each row has one button that opens it. */
export function moveInRows(event: KeyboardEvent<HTMLButtonElement>): void {
  const rows = event.currentTarget.closest('tbody');
  const buttons = [...(rows?.querySelectorAll<HTMLButtonElement>('button[data-row]') ?? [])];
  const at = buttons.indexOf(event.currentTarget);
  const target: Record<string, HTMLElement | undefined> = {
    ArrowDown: buttons[at + 1],
    ArrowUp: buttons[at - 1],
    Home: buttons[0],
    End: buttons.at(-1),
  };
  const next = target[event.key];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
