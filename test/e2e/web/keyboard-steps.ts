import type { Locator, Page } from 'playwright/test';

import { expect } from './fixtures.ts';

type Role = Parameters<Page['getByRole']>[0];

/** Presses keys one after the other; after each of them the focus is somewhere, and can be seen there. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await expectFocusSeen(page, key);
  }
}

/** What has the focus is not the page itself, and is told from all else by a ring, or a ground of its own in a list. */
export async function expectFocusSeen(page: Page, after: string): Promise<void> {
  await expect
    .poll(async () => (await lookAtFocus(page)).flaw, { message: `the focus after ${after}` })
    .toBe('');
}

/** Goes to a control with the keys that people have for it: F6 between panes, Tab in them, arrows in a widget. */
export async function tabTo(
  page: Page,
  role: Role,
  name: string | RegExp,
  within: Page | Locator = page,
): Promise<Locator> {
  const target = within.getByRole(role, { name, exact: true }).first();
  await expect(target).toBeVisible();
  const trail: string[] = [];
  for (let step = 0; step < 80; step += 1) {
    const key = await target.evaluate(nextKey);
    if (key === null) {
      await expectFocusSeen(page, `the way to ${String(name)}`);
      return target;
    }
    await page.keyboard.press(key);
    const { where, flaw } = await lookAtFocus(page);
    trail.push(`${key}: ${where} ${flaw}`.trimEnd());
    expect(flaw, `the way to ${role} ${String(name)}:\n${trail.join('\n')}`).toBe('');
  }
  throw new Error(`No key leads to ${role} ${String(name)}:\n${trail.join('\n')}`);
}

/** Looks for something in the palette, and takes the first that is found. */
export async function takeFromPalette(page: Page, words: string, first: RegExp): Promise<void> {
  await press(page, 'Control+k');
  const palette = page.getByRole('dialog', { name: 'Search' });
  await palette.waitFor();
  await page.keyboard.type(words);
  await expect(palette.getByRole('option').first()).toHaveAccessibleName(first);
  await press(page, 'Enter');
  await expect(palette).toHaveCount(0);
}

/** Puts a text on the clipboard from outside, and pastes it where the focus is. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
  await press(page, 'Control+v');
}

export function clipboardOf(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

/** The key that brings the focus nearer to this element; `null` where it has it. Runs in the page. */
function nextKey(target: Element): string | null {
  const panes = '[data-pane], aside, #page-pane, #request-pane, #response-pane, [aria-label="Error catalog"]';
  const widgets =
    '[role="toolbar"], [role="tablist"], [role="radiogroup"], [role="menu"], [role="grid"], [role="treegrid"], [role="listbox"]';
  const focus = document.activeElement ?? document.body;
  if (target.contains(focus)) return null;
  const isBack = (focus.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  const widget = focus.closest(widgets);
  if (widget?.contains(target) === true) {
    const isRow = widget.matches(
      ':is([role="toolbar"], [role="tablist"], [role="radiogroup"]):not([aria-orientation="vertical"])',
    );
    if (isRow) return isBack ? 'ArrowLeft' : 'ArrowRight';
    return isBack ? 'ArrowUp' : 'ArrowDown';
  }
  if (target.closest('[role="dialog"]') === null && focus.closest(panes) !== target.closest(panes))
    return 'F6';
  // There Tab indents, until it is told not to.
  const leaves = [...document.querySelectorAll('button')].some((one) =>
    one.textContent.startsWith('Tab leaves'),
  );
  if (focus.closest('.monaco-editor') !== null && !leaves) return 'Control+m';
  return isBack ? 'Shift+Tab' : 'Tab';
}

type Focus = { readonly where: string; readonly flaw: string };

function lookAtFocus(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const focus = document.activeElement;
    if (focus === null || focus === document.body) return { where: 'the page', flaw: 'is lost' };
    const where = [focus.tagName.toLowerCase(), focus.getAttribute('role'), focus.getAttribute('aria-label')]
      .concat(focus.textContent.trim().slice(0, 40))
      .filter(Boolean)
      .join(' ');
    const hasRing = (element: Element, part?: string): boolean => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element, part);
      // A shadow without blur is a ring, too.
      if (/ 0px 0px 0px [1-9]/.test(boxShadow)) return true;
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
    };
    const hasGround = (element: Element): boolean =>
      !/^rgba\(.*, 0\)$|^transparent$/.test(getComputedStyle(element).backgroundColor);
    // In a list walked from a field above it, the row is what is seen.
    const rowId = focus.getAttribute('aria-activedescendant');
    const row = rowId === null ? null : document.getElementById(rowId);
    // A box around a field, and the mark beside a box that is hidden, show the ring for it.
    const around = [focus, focus.parentElement, focus.parentElement?.parentElement].filter(
      (element) => element !== null && element !== undefined,
    );
    const label = focus.closest('label');
    const isListed = focus.matches('[role^="menuitem"], [role="option"]');
    const isSeen =
      around.some((element) => hasRing(element)) ||
      // A row of a table whose button lies over all of it.
      hasRing(focus, '::after') ||
      (label !== null && [...label.querySelectorAll('*')].some((element) => hasRing(element))) ||
      (row !== null && (hasRing(row) || hasGround(row))) ||
      (isListed && hasGround(focus)) ||
      // Monaco draws its own caret.
      focus.closest('.monaco-editor') !== null ||
      // The head of a pane or a dialog that was just opened: nobody comes there by Tab, and all of it is new.
      focus.matches('[tabindex="-1"]') ||
      // Its search field has the caret, and nothing else can have the focus.
      focus.closest('[role="dialog"][aria-label="Search"]') !== null;
    if (!isSeen) return { where, flaw: `is not seen on ${focus.outerHTML.slice(0, 200)}` };
    const { bottom, right, top, left } = focus.getBoundingClientRect();
    const isInView = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
    return { where, flaw: isInView ? '' : 'is out of view' };
  });
}
