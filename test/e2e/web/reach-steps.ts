import type { Page } from 'playwright/test';

import { expect } from './fixtures.ts';

/**
 * Holds the window at 200 %: the page does not scroll sideways, and no control lies where nobody can scroll to
 * (WCAG 1.4.10). Panes may scroll.
 */
export async function expectInReach(page: Page, part = 'html'): Promise<void> {
  await page.evaluate(() => document.documentElement.style.setProperty('--zoom', '2'));
  try {
    await expect.poll(() => page.evaluate(outOfReach, part)).toEqual([]);
  } finally {
    await page.evaluate(() => document.documentElement.style.setProperty('--zoom', '1'));
  }
}

/** No animation or transition that can be seen runs. */
export async function expectStill(page: Page): Promise<void> {
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 10)
      .map((animation) => ('animationName' in animation ? String(animation.animationName) : animation.id)),
  );
  expect(moving).toEqual([]);
}

/** The controls of which more than half is cut off for good. Runs in the page. */
function outOfReach(part: string): readonly string[] {
  const controls = 'button, input, select, textarea, a[href], [role="tab"], [role="menuitem"]';
  // Most controls stand in the same boxes.
  const boxes = new Map<Element, { readonly frame: DOMRect; readonly x: string; readonly y: string }>();
  const look = (box: Element): { readonly frame: DOMRect; readonly x: string; readonly y: string } => {
    const known = boxes.get(box);
    if (known !== undefined) return known;
    const { overflowX: x, overflowY: y } = getComputedStyle(box);
    const seen = { frame: box.getBoundingClientRect(), x, y };
    boxes.set(box, seen);
    return seen;
  };
  const isCut = (element: Element): boolean => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
    for (let box = element.parentElement; box !== null; box = box.parentElement) {
      const { frame, x, y } = look(box);
      // Hidden from the eye on purpose.
      if (frame.width <= 4 && /hidden|clip/.test(x)) return false;
      const isFirst = box === document.body || box === document.documentElement;
      if (/auto|scroll/.test(x)) middle.x = Math.min(Math.max(middle.x, frame.left), frame.right);
      else if (!isFirst && /hidden|clip/.test(x) && (middle.x < frame.left || middle.x > frame.right))
        return true;
      if (/auto|scroll/.test(y)) middle.y = Math.min(Math.max(middle.y, frame.top), frame.bottom);
      else if (!isFirst && /hidden|clip/.test(y) && (middle.y < frame.top || middle.y > frame.bottom))
        return true;
    }
    return middle.x < 0 || middle.x > innerWidth || middle.y < 0 || middle.y > innerHeight;
  };
  // Monaco keeps a field out of sight that takes the keys; a box that is drawn by its label is hidden on purpose.
  const counted = [...document.querySelectorAll(part)]
    .flatMap((root) => [...root.querySelectorAll<HTMLElement>(controls)])
    .filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        element.offsetWidth > 4 &&
        element.offsetHeight > 4 &&
        element.closest('.monaco-editor, [aria-hidden="true"]') === null,
    );
  const cut = counted
    .filter(isCut)
    .map((element) => element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40));
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide`, ...cut] : cut;
}
