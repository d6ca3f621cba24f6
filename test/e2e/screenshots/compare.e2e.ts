import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from 'playwright/test';

import { expect, test } from '../web/fixtures.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'dist', 'screenshots');

async function send(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Search' }).waitFor();
  await page.keyboard.type(title);
  await page
    .getByRole('option', { name: `Request ${title}` })
    .first()
    .click();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^(?:Accepted|Refused)/ })).toBeVisible();
}

async function compare(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Compare…' }).click();
  await expect(page.getByRole('dialog', { name: 'Compare', exact: true }).getByRole('status')).toContainText(
    'difference',
  );
}

const states: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'compare-exchanges': async (page) => {
    await send(page, 'Partial refund');
    await send(page, 'Duplicate within 5 minutes');
    await compare(page);
  },
  'compare-documented': async (page) => {
    await send(page, 'Refund a donation');
    await compare(page);
    await page.getByText(/as the document prints it/).click();
  },
  'compare-nothing': async (page) => {
    await send(page, 'Refund an order');
    await compare(page);
  },
  'compare-choice': async (page) => {
    await send(page, 'Partial refund');
    await send(page, 'Duplicate within 5 minutes');
    await compare(page);
    await page.getByRole('button', { name: /^Compare with:/ }).click();
    await page.getByRole('searchbox', { name: 'Search samples and the history' }).waitFor();
    await page.getByRole('option').nth(5).waitFor();
  },
};

for (const colorScheme of ['dark', 'light'] as const) {
  for (const [width, height] of [
    [1440, 900],
    [1024, 700],
  ] as const) {
    test.describe(`${colorScheme} ${width}x${height}`, () => {
      test.use({ colorScheme, viewport: { width, height } });

      for (const [name, reach] of Object.entries(states)) {
        test(name, async ({ page }) => {
          await reach(page);
          await page.mouse.move(0, 0);
          mkdirSync(folder, { recursive: true });
          const picture = `${name}-${colorScheme}-${width}x${height}.png`;
          await page.screenshot({ path: join(folder, picture), animations: 'disabled' });
        });
      }
    });
  }
}
