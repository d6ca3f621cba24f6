import type { Locator, Page } from 'playwright/test';

import { expect, test } from './fixtures.ts';
import { expectAccessible } from './page-steps.ts';
import { expectInReach, expectStill } from './reach-steps.ts';
import { walks } from './screens.ts';

/** The system's wishes that lead to each of the themes; the first is the one that everything is held against. */
const themes = {
  dark: { colorScheme: 'dark', contrast: 'no-preference' },
  light: { colorScheme: 'light', contrast: 'no-preference' },
  'contrast-dark': { colorScheme: 'dark', contrast: 'more' },
  'contrast-light': { colorScheme: 'light', contrast: 'more' },
} as const;

const over = (page: Page): Locator => page.locator('[role="dialog"], [role="menu"]');

for (const [walk, screens] of Object.entries(walks)) {
  test(`axe finds nothing on any screen ${walk}, in any theme, nothing moves, and at 200 % all is in reach`, async ({
    page,
    host,
  }) => {
    // Some forty screens in four themes: two to four minutes for each walk.
    test.setTimeout(600_000);
    await page.emulateMedia({ ...themes.dark, reducedMotion: 'reduce' });
    for (const { name, reach, part, without, except = [] } of screens) {
      await test.step(name, async () => {
        await reach(page, host);
        const what = { except, without, ...(part === undefined ? {} : { part }) };
        await expectAccessible(page, what);
        await expectStill(page);
        // A menu is placed when it opens: nobody zooms while one is open.
        if (part !== '[role="menu"]') await expectInReach(page, part);
        for (const [theme, media] of Object.entries(themes)) {
          await page.emulateMedia(media);
          await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
          // Another theme has other colours only.
          if (theme !== 'dark') await expectAccessible(page, { ...what, rules: ['color-contrast'] });
        }
        await page.emulateMedia(themes.dark);
        // The first one may only empty the field of a search.
        await expect(async () => {
          if ((await over(page).count()) > 0) await page.keyboard.press('Escape');
          await expect(over(page)).toHaveCount(0, { timeout: 1000 });
        }).toPass({ timeout: 10_000 });
      });
    }
  });
}
