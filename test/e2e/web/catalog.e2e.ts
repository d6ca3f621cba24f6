import type { Locator, Page } from 'playwright/test';

import { expect, test } from './fixtures.ts';
import { expectAccessible, findTemplate } from './page-steps.ts';

async function openCatalogs(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Search' }).waitFor();
  await page.keyboard.type('Error catalogs of all APIs');
  await page
    .getByRole('option', { name: /Error catalogs of all APIs/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  const field = page.getByRole('searchbox', { name: 'Search the catalogs of all APIs' });
  await expect(field).toBeFocused();
  return field;
}

async function send(page: Page, title: string): Promise<Locator> {
  await findTemplate(page, title);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^(?:Accepted|Refused)/ })).toBeVisible();
  return page.getByRole('region', { name: 'Error catalog' });
}

test('beside an answer the catalog is searched, filtered and opened by keys, and the match is kept', async ({
  page,
}) => {
  const catalog = await send(page, 'Refund captured payment');
  const match = catalog.locator('tr[aria-current="true"]');
  await expect(match).toHaveAttribute('data-entry', 'queued');
  await catalog.getByRole('searchbox', { name: 'Search this catalog' }).focus();
  await page.keyboard.type('Invalid hash');
  await expect(catalog.getByRole('status')).toHaveText('1 of 133');
  await expect(catalog).toContainText('The entry that fits this answer is not among these.');
  await page.keyboard.press('ArrowDown');
  await expect(catalog.getByRole('button', { name: 'Invalid Hash' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(catalog).toContainText('PayU computed another hash');
  await expect(catalog).toContainText('(supplied document, certain)');
  await catalog.getByRole('button', { name: 'Show it' }).click();
  await expect(match).toBeInViewport();
  await catalog.getByRole('button', { name: 'Filter', exact: true }).click();
  const filters = page.getByRole('dialog', { name: 'Filter the catalog' });
  await filters.getByRole('button', { name: '403', exact: true }).click();
  await expect(catalog.getByRole('status')).toHaveText('1 of 133');
  await filters.getByRole('button', { name: 'Take all filters out' }).click();
  await expect(catalog.getByRole('status')).toHaveText('133');
});

test('a line from a ticket leads to the documented answer, and a code to every API that has it', async ({
  page,
}) => {
  const field = await openCatalogs(page);
  const line = '{"status":0,\n "msg":"Refund FAILURE - Invalid amount",\n "error_code":"105"}';
  await page.evaluate((text) => navigator.clipboard.writeText(text), line);
  await page.keyboard.press('Control+v');
  await expect(field).toHaveValue(line.replaceAll(/\s+/g, ' '));
  const summary = page.getByRole('region', { name: 'Error catalogs' }).getByRole('status');
  await expect(summary).toHaveText('Code 105 is documented by PayU · WhatsApp refunds alone.');
  const detail = page.getByRole('region', { name: 'Documented answer' });
  await expect(detail.getByRole('heading', { name: 'Invalid amount' })).toBeVisible();
  await field.fill('1');
  await expect(summary).toHaveText('Code 1 is documented by 2 APIs, with different meanings.');
  await expect(detail).toContainText('DigiPay.Guru wallet: rejected without a reason');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { name: '1 BAD_REQUEST', selected: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(detail.getByRole('heading', { name: 'Rejected without a reason' })).toBeFocused();
  await field.fill('code 999');
  await expect(summary).toContainText('No API documents the code 999.');
});

test('one like a documented answer is sent on the sandbox, and answered like it', async ({ page }) => {
  const field = await openCatalogs(page);
  await field.fill('Invalid Hash');
  const detail = page.getByRole('region', { name: 'Documented answer' });
  await expect(detail).toContainText('By state:');
  await detail.getByRole('button', { name: 'Send one like this on the sandbox' }).click();
  await expect(page.getByRole('heading', { name: /^Refused: the hash does not match/ })).toBeVisible();
  const catalog = page.getByRole('region', { name: 'Error catalog' });
  await expect(catalog.locator('tr[aria-current="true"]')).toHaveAttribute('data-entry', 'invalid-hash');
  await catalog
    .locator('tr[data-entry="invalid-auth-token"]')
    .getByRole('button', { name: /^Send one like this/ })
    .click();
  await expect(page.getByRole('heading', { name: /^Refused: the access token/ })).toBeVisible();
  await page.getByRole('button', { name: 'Error catalogs of all APIs' }).click();
  await expect(field).toHaveValue('Invalid Hash');
});

test.describe('with another environment active', () => {
  const bench =
    'version: "1"\nname: Test bench\nclass: test\nvariables:\n  payu.baseUrl: "https://pay.example"\nsecrets: []\n';
  test.use({ environments: { bench } });

  test('one like a documented answer goes to the sandbox all the same, which is said', async ({ page }) => {
    await page.getByRole('button', { name: /^Environment:/ }).click();
    await page.getByRole('menuitem', { name: /^Test bench/ }).click();
    const field = await openCatalogs(page);
    await field.fill('Invalid Hash');
    await page.getByRole('button', { name: 'Send one like this on the sandbox' }).click();
    await expect(page.getByText(/^Switched to Local sandbox/)).toBeVisible();
    await expect(page.getByRole('heading', { name: /^Refused: the hash does not match/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Environment: Local sandbox/ })).toBeVisible();
  });
});

test('the times of an answer with its logins, and how it differs from the sample, are panes of it', async ({
  page,
}) => {
  await send(page, 'Refund single purchase');
  await page.getByRole('tab', { name: 'Timing' }).click();
  const timing = page.getByRole('table', { name: 'Timing' });
  await expect(timing.getByRole('rowheader', { name: 'Total' })).toBeVisible();
  await expect(timing).toContainText('Connection reused: no DNS, connect, TLS');
  expect(await timing.getByRole('rowheader', { name: 'Wait', exact: true }).count()).toBeGreaterThan(1);
  await expect(page.getByRole('region', { name: 'Timing' })).toContainText('The longest part of');
  await page.getByRole('tab', { name: 'Compare' }).click();
  const pane = page.getByRole('region', { name: 'Compare' });
  await expect(pane.getByRole('status')).toContainText('difference');
  await expect(pane.getByRole('button', { name: /^Compare with:/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Error catalog' })).toHaveCount(0);
});

for (const colorScheme of ['dark', 'light'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('axe finds nothing in the catalogs, beside and alone, the times and the comparison', async ({
      page,
    }) => {
      const catalog = await send(page, 'Refund captured payment');
      await catalog.locator('tr[data-entry="invalid-hash"] button[aria-expanded]').click();
      await page.getByRole('tab', { name: 'Timing' }).click();
      await page.getByRole('table', { name: 'Timing' }).waitFor();
      await expect(catalog).toContainText('PayU computed another hash');
      await expectAccessible(page, { part: '#response-pane' });
      await page.getByRole('tab', { name: 'Compare' }).click();
      await expect(page.getByRole('region', { name: 'Compare' }).getByRole('status')).toContainText(
        'difference',
      );
      await expectAccessible(page, { part: '#response-pane' });
      await (await openCatalogs(page)).fill('same amount');
      await page.getByRole('option').first().waitFor();
      await expectAccessible(page, { part: '#page-pane' });
    });
  });
}
