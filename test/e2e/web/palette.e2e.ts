import type { Locator, Page } from 'playwright/test';

import { expect, test } from './fixtures.ts';
import { expectAccessible } from './page-steps.ts';

const palette = (page: Page): Locator => page.getByRole('dialog', { name: 'Search' });

/** Opens the palette by these keys, types, and waits for what is found first. */
async function find(page: Page, keys: string, typed: string, first: RegExp): Promise<void> {
  await page.keyboard.press(keys);
  await palette(page).waitFor();
  await page.keyboard.type(typed);
  await expect(palette(page).getByRole('option').first()).toHaveAccessibleName(first);
}

test('an error code, a paragraph of the documentation and a template are found and opened by keys alone', async ({
  page,
}) => {
  await find(page, 'Control+k', '214', /^Error code 214/);
  await expect(palette(page).getByRole('status')).toHaveText(/^\d+ results?$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('less than five minutes ago');
  await page.keyboard.press('Escape');

  await find(page, 'Control+k', '?hashed as written', /^Documentation The amount is hashed as written/);
  await page.keyboard.press('Enter');
  const documentation = page.getByRole('dialog', { name: /^Documentation/ });
  await expect(documentation.getByRole('heading', { name: 'Before you send' })).toBeFocused();
  await expectAccessible(page, { part: '[role="dialog"]' });
  await page.keyboard.press('Escape');

  await find(page, 'Control+p', 'partial', /^Request Partial refund/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'POST Partial refund' })).toBeVisible();
  await find(page, 'Control+k', '', /^Request Partial refund/);
  await expect(palette(page).getByText('Used lately')).toBeVisible();
});

test('the whole history is searched, not only what is on the screen', async ({ page }) => {
  await page.getByRole('button', { name: 'Send my first refund' }).click();
  await expect(page.getByRole('heading', { name: /^Accepted/ })).toBeVisible();
  await find(page, 'Control+k', '@12486538355', /^History Refund captured payment/);
  await page.keyboard.press('Alt+w');
  await expect(palette(page)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(palette(page)).toHaveCount(0);
  await expect(page.getByRole('heading', { name: /^Accepted/ })).toBeVisible();
});

test('what is typed can be looked for in every catalog and in the history, and nothing found is said', async ({
  page,
}) => {
  await find(page, 'Control+k', 'zzzz unheard of', /^Search Search all error catalogs/);
  await expect(palette(page).getByRole('status')).toContainText('Nothing found');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Error catalogs', exact: true })).toBeVisible();
  await page.keyboard.press('Alt+w');
  await expect(page.getByRole('heading', { name: 'Refunds, without surprises' })).toBeVisible();
});

test('the help sheet lists every key, is searched, and opens by ? outside fields only', async ({ page }) => {
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toContainText('Send the request');
  await expectAccessible(page, { part: '[role="dialog"]' });
  await page.keyboard.type('f6');
  await expect(sheet).not.toContainText('Send the request');
  await expect(sheet).toContainText('Next pane');
  await page.keyboard.press('Control+k');
  await palette(page).waitFor();
  await page.keyboard.type('?');
  await expect(sheet).toHaveCount(0);
  await expect(palette(page).getByRole('searchbox')).toHaveValue('?');
});

test('F6 walks through every pane and back, and remembers where the focus was', async ({ page }) => {
  await page.getByRole('button', { name: 'Send my first refund' }).click();
  await expect(page.getByRole('region', { name: 'First refund' })).toBeVisible();
  const seen = new Set<string>();
  const place = (): Promise<string> =>
    page.evaluate(() => {
      const pane = document.activeElement?.closest(
        '[data-pane], aside, #request-pane, #response-pane, [aria-label="Error catalog"]',
      );
      if (pane?.id === 'response-pane' || pane?.id === 'request-pane') return pane.id;
      return pane?.getAttribute('data-pane') ?? pane?.getAttribute('aria-label') ?? 'nowhere';
    });
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press('F6');
    seen.add(await place());
  }
  const panes = ['top-bar', 'views', 'Side bar', 'tabs', 'guide', 'request-pane', 'Inspector'];
  expect([...seen].toSorted()).toEqual([...panes, 'response-pane', 'Error catalog', 'status'].toSorted());
  const url = page.getByRole('textbox', { name: 'URL' });
  await url.focus();
  await page.keyboard.press('F6');
  await page.keyboard.press('Shift+F6');
  await expect(url).toBeFocused();
});

test('the page of a provider opens in another tab, which knows nothing of this one', async ({
  page,
  context,
}) => {
  await context.route('https://docs.payu.in/', (route) => route.fulfill({ body: 'their documentation' }));
  await find(page, 'Control+k', '?hashed as written', /^Documentation The amount is hashed as written/);
  await page.keyboard.press('Enter');
  const opened = context.waitForEvent('page');
  await page
    .getByRole('dialog', { name: /^Documentation/ })
    .getByRole('link', { name: 'docs.payu.in' })
    .click();
  const other = await opened;
  await expect(other.getByText('their documentation')).toBeVisible();
  expect(await other.evaluate(() => [window.opener === null, document.referrer])).toEqual([true, '']);
});
