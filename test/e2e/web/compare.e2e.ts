import type { Locator, Page } from 'playwright/test';

import { expect, test } from './fixtures.ts';
import { expectAccessible, findTemplate } from './page-steps.ts';

async function sendTemplate(page: Page, title: string): Promise<void> {
  await findTemplate(page, title);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^(?:Accepted|Refused)/ })).toBeVisible();
}

async function openCompare(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Compare…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Compare', exact: true });
  await expect(dialog.getByRole('status')).toContainText('difference');
  return dialog;
}

async function choose(page: Page, dialog: Locator, words: string, option: RegExp): Promise<void> {
  await dialog.getByRole('button', { name: /^Compare with:/ }).click();
  await page.getByRole('searchbox', { name: 'Search samples and the history' }).fill(words);
  await page.getByRole('option', { name: option }).first().click();
}

test('the first answer of its kind stands beside the nearest sample of the document', async ({ page }) => {
  await sendTemplate(page, 'Partial refund');
  const dialog = await openCompare(page);
  await expect(dialog.getByRole('button', { name: /^Compare with:/ })).toHaveAccessibleName(
    /^Compare with: 200 Refund queued /,
  );
  await expect(dialog.getByRole('status')).toHaveText('No difference that counts; 1 to be expected.');
  await expect(dialog.getByRole('row', { name: /^mihpayid/ })).toContainText(
    'To be expected: Only an example in the document.',
  );
  await dialog.getByRole('checkbox', { name: 'Hide what is to be expected' }).check();
  await expect(dialog.getByRole('table')).toHaveCount(0);
});

test('with an earlier exchange of the same transaction the differences are shown and narrowed down', async ({
  page,
}) => {
  await sendTemplate(page, 'Partial refund');
  await sendTemplate(page, 'Duplicate within 5 minutes');
  const dialog = await openCompare(page);
  await expect(dialog.getByRole('button', { name: /^Compare with:/ })).toContainText('Partial refund');
  const row = dialog.getByRole('row', { name: /^error_code/ });
  await expect(row).toContainText('214');
  await expect(row).toContainText('102');
  await expect(dialog.getByRole('row', { name: /^request_id/ })).toContainText('Missing');
  await dialog.getByRole('button', { name: /^Missing \d+$/ }).click();
  await expect(row).toHaveCount(0);
  await expect(dialog.getByRole('row', { name: /^request_id/ })).toBeVisible();
  await dialog.getByRole('button', { name: /^All \d+$/ }).click();
  await expect(row).toBeVisible();
});

test('a slip of the provider’s sample is marked, and what is printed is told', async ({ page }) => {
  await sendTemplate(page, 'Refund a donation');
  const dialog = await openCompare(page);
  await choose(page, dialog, 'xml', /XML response/);
  await expect(dialog.getByRole('row', { name: /refund_amount\/formatted/ })).toContainText(
    'A slip in the provider’s sample: The texts of the two amounts are swapped',
  );
  await choose(page, dialog, 'request all kinds', /Sample request/);
  await dialog
    .getByText(/slips in the sample as the document prints it; compared is the mended text/)
    .click();
  await expect(dialog.getByRole('region', { name: 'The sample as printed' })).toContainText(
    '<num_of_tickets>1<num_of_tickets>',
  );
});

test('any exchange of the history is found as the counterpart, by keys alone', async ({ page }) => {
  await sendTemplate(page, 'Refund captured payment');
  await sendTemplate(page, 'Refund a transaction');
  const dialog = await openCompare(page);
  await dialog.getByRole('button', { name: /^Compare with:/ }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('api:payu');
  const found = page.getByRole('listbox', { name: 'Counterparts' }).getByRole('option');
  await expect(found).toHaveCount(1);
  await expect(found).toContainText('Refund captured payment');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('columnheader', { name: 'Refund captured payment' })).toBeVisible();
  await expect(dialog.getByRole('row', { name: /^path/ })).toContainText('/payu/apilayer/partner/refunds');
});

for (const colorScheme of ['dark', 'light'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('axe finds nothing in the dialog, with differences, slips and the choice open', async ({ page }) => {
      const check = (...except: string[]): Promise<void> => expectAccessible(page, { except });
      await sendTemplate(page, 'Batch with one refusal');
      const dialog = await openCompare(page);
      await choose(page, dialog, 'request all kinds', /Sample request/);
      await dialog.getByText(/as the document prints it/).click();
      await expect(dialog.getByRole('table')).toBeVisible();
      await check();
      await dialog.getByRole('button', { name: /^Compare with:/ }).click();
      await page.getByRole('searchbox', { name: 'Search samples and the history' }).waitFor();
      // The results are walked with the arrow keys from the search box; axe knows that only of a combobox.
      await check('scrollable-region-focusable');
    });
  });
}
