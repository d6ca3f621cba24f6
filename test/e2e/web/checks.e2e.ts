import type { Locator, Page } from 'playwright/test';

import { expect, reopen, test } from './fixtures.ts';
import { expectAccessible, findTemplate } from './page-steps.ts';

function pane(page: Page, name: 'Request' | 'Response', tab: RegExp): Locator {
  return page.getByRole('tablist', { name }).getByRole('tab', { name: tab });
}

async function openChecks(page: Page): Promise<void> {
  await findTemplate(page, 'Refund captured payment');
  await pane(page, 'Request', /^Checks/).click();
}

async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Accepted, not final/ })).toBeVisible();
}

test('checks are written, an answer is held against them, and a change is judged at once', async ({
  page,
  host,
}) => {
  await openChecks(page);
  await page.getByRole('button', { name: 'Add a check' }).click();
  // A new row has the focus.
  await expect(page.getByLabel('Check 1: what is looked at')).toBeFocused();
  await page.getByRole('button', { name: 'Add a check' }).click();
  await page.getByLabel('Check 2: what is looked at').selectOption('JSONPath');
  const path = page.getByLabel('Check 2: path');
  await path.fill('$.mihpayid[');
  await expect(path).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('a closing bracket ] is missing')).toBeVisible();
  await path.fill('$.mihpayid');
  await expect(path).toHaveAttribute('aria-invalid', 'false');
  await page.getByLabel('Check 2: what is expected').fill('403993715529606984');
  await page.getByRole('button', { name: 'Take a value' }).click();
  await page.getByLabel('Value 1: path').fill('$.request_id');
  await page.getByLabel('Value 1: variable').fill('requestId');
  await expectAccessible(page, { part: '#request-pane' });
  await send(page);
  await pane(page, 'Response', /^Checks 1 of 2 failed$/).click();
  const results = page.getByRole('table', { name: 'Checks' });
  await expect(results.getByRole('row', { name: /^Passed The status has to be 200/ })).toBeVisible();
  await expect(
    results.getByRole('row', {
      name: /\$\.mihpayid is 403993715529606983; it has to be 403993715529606984\./,
    }),
  ).toBeVisible();
  await expect(page.getByRole('table', { name: 'Values taken' })).toContainText('12486538355');
  await expectAccessible(page, { part: '#response-pane' });
  await page.getByLabel('Check 2: what is expected').fill('403993715529606983');
  await expect(pane(page, 'Response', /^Checks 2 passed$/)).toBeVisible();
  await reopen(page, host);
  await pane(page, 'Request', /^Checks 3$/).click();
  await expect(page.getByLabel('Check 2: what is expected')).toHaveValue('403993715529606983');
});

test('rows are moved and removed by keys, and the focus goes with them', async ({ page }) => {
  await openChecks(page);
  for (const expected of ['201', '202', '203']) {
    await page.getByRole('button', { name: 'Add a check' }).click();
    await page
      .getByLabel(/^Check \d+: what is expected$/)
      .last()
      .fill(expected);
  }
  const values = async (): Promise<readonly string[]> =>
    page
      .getByLabel(/: what is expected$/)
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  await page.keyboard.press('Alt+ArrowUp');
  expect(await values()).toEqual(['201', '203', '202']);
  await expect(page.getByLabel('Check 2: what is expected')).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  expect(await values()).toEqual(['203', '201', '202']);
  await page.keyboard.press('Alt+ArrowUp');
  expect(await values()).toEqual(['203', '201', '202']);
  await page.getByRole('button', { name: 'Remove check 2' }).focus();
  await page.keyboard.press('Enter');
  expect(await values()).toEqual(['203', '202']);
  await expect(page.getByRole('button', { name: 'Remove check 2' })).toBeFocused();
});

test('a value of the answer becomes a check with its path', async ({ page }) => {
  await openChecks(page);
  await send(page);
  await page.getByRole('treeitem', { name: /mihpayid/ }).hover();
  await page.getByRole('button', { name: 'Check that $.mihpayid stays 403993715529606983' }).click();
  await expect(page.getByLabel('Check 1: path')).toHaveValue('$.mihpayid');
  await expect(page.getByLabel('Check 1: what is expected')).toHaveValue('403993715529606983');
  await expect(pane(page, 'Response', /^Checks 1 passed$/)).toBeVisible();
  await expectAccessible(page, { part: '#response-pane' });
});
