import type { MouseEvent } from 'react';

/** The menu key and the right button do what the row's own button does. */
export function openRowMenu(event: MouseEvent): void {
  const row = event.target instanceof Element ? event.target.closest('[role="row"]') : null;
  const button = row?.querySelector<HTMLElement>('button[aria-haspopup]');
  if (button === null || button === undefined) return;
  event.preventDefault();
  button.click();
}
