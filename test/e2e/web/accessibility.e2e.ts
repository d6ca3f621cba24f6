import { expect, test } from './fixtures.ts';
import { expectAccessible } from './page-steps.ts';
import { screens } from './screens.ts';

const themes = [
  { name: 'dark', media: { colorScheme: 'dark', contrast: 'no-preference' } },
  { name: 'light', media: { colorScheme: 'light', contrast: 'no-preference' } },
  { name: 'high contrast', media: { colorScheme: 'dark', contrast: 'more' } },
] as const;

for (const { name, media } of themes) {
  test(`axe finds nothing on any screen in ${name}`, async ({ page, host }) => {
    test.setTimeout(240_000);
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    for (const screen of screens) {
      await test.step(screen.name, async () => {
        await screen.reach(page, host);
        await expectAccessible(page, { except: screen.except ?? [] });
        if ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      });
    }
  });
}
