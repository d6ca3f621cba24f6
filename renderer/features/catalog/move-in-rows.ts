import type { KeyboardEvent } from 'react';

/** Moves the focus among the rows of a table by the arrow keys, Home and End; each row has one button that opens it. */
export function moveInRows(event: KeyboardEvent, rows: HTMLElement | null): void {
  const { activeElement } = document;
  const buttons = [...(rows?.querySelectorAll<HTMLElement>('button[data-row]') ?? [])];
  const own = activeElement?.closest('tr')?.querySelector<HTMLElement>('button[data-row]') ?? null;
  const at = own === null ? -1 : buttons.indexOf(own);
  if (at === -1) return;
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
