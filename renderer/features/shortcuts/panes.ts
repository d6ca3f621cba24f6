/** Selects the panes that F6 walks through; one may stand in another. */
export const panes = [
  '[data-pane]',
  'aside[aria-label="Side bar"]',
  '#page-pane',
  '#request-pane',
  '[aria-label="Inspector"]',
  '#response-pane',
  '[aria-label="Error catalog"]',
].join(',');

const focusable = 'button:not([disabled]), input:not([disabled]), textarea, select, [tabindex], a[href]';

/** What of a pane takes the focus: what stands in a pane of its own within it does not count. */
export function entriesOf(pane: HTMLElement): readonly HTMLElement[] {
  return [pane, ...pane.querySelectorAll<HTMLElement>(focusable)].filter(
    (element) => element.tabIndex >= 0 && element.offsetParent !== null && element.closest(panes) === pane,
  );
}
