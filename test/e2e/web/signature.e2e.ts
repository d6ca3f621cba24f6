import { createHash } from 'node:crypto';

import type { Locator, Page } from 'playwright/test';

import { expect, test } from './fixtures.ts';
import { expectAccessible, findTemplate } from './page-steps.ts';

const inspector = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' });
const pieces = (page: Page): Locator =>
  inspector(page).getByRole('list', { name: 'Pieces in the order of hashing' });
const hashOf = (amount: string): string =>
  createHash('sha512')
    .update(`8238480|TICKET-4417-01|${amount}|sandbox-client-secret-not-a-real-one`)
    .digest('hex');

test('a hash that somebody was given is held against the request', async ({ page }) => {
  await findTemplate(page, 'Refund captured payment');
  await expect(pieces(page).getByRole('listitem')).toHaveText([
    /^merchant_id8238480body, line 4 · {{payu.merchantId}} · Local sandbox$/,
    /^refund_idTICKET-4417-01body, line 2 · {{payu.refundId}} · Local sandbox$/,
    /^amount500.00body, line 7 · {{payu.amount}} · Local sandbox$/,
    /^payu.clientSecret••••••••secretvariable · Local sandbox$/,
  ]);
  await inspector(page).getByRole('button', { name: 'Copy the hash' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(hashOf('500.00'));

  const given = inspector(page).getByLabel('Compare with a hash you were given');
  await given.fill(hashOf('500'));
  const result = inspector(page).getByRole('status');
  await expect(result).toContainText('Their text has the amount 500, and the body has 500.00.');
  await expect(result).toContainText('8238480|TICKET-4417-01|500|••••••••');
  await expect(result).toBeInViewport();
  await expectAccessible(page, { part: '[aria-label="Inspector"]' });
});

/** Writes over the line of the body that uses a variable. */
async function writeOver(page: Page, variable: string, line: string): Promise<void> {
  await page.locator('.monaco-editor .view-line').getByText(variable).click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await (line === '' ? page.keyboard.press('Delete') : page.keyboard.insertText(line));
}

test('a piece that changes changes its source and what a given hash is, and a missing one is told in its row', async ({
  page,
}) => {
  await findTemplate(page, 'Refund captured payment');
  const given = inspector(page).getByLabel('Compare with a hash you were given');
  await given.fill(hashOf('500'));
  await writeOver(page, 'payu.amount', '  "amount": 500');
  await expect(inspector(page).getByRole('status')).toContainText('Equal: this is the right hash.');
  const piece = pieces(page).getByRole('listitem');
  await expect(piece.nth(2)).toHaveText('amount500body, line 7 · typed by hand');
  await writeOver(page, 'payu.refundId', '');
  await expect(piece.nth(1)).toContainText('The body has none.');
  await expect(piece.nth(2)).toContainText('500');
});

test('somebody logs in, sees the age of the session and its exchanges, and forgets it', async ({ page }) => {
  await findTemplate(page, 'Refund single purchase');
  const panel = inspector(page);
  const state = panel.getByRole('status');
  await expect(state).toHaveText('Nobody has logged in yet. The next send does it by itself.');
  await panel.getByRole('button', { name: 'Log in', exact: true }).click();
  await expect(state).toContainText('The next send uses this session.');
  await expect(panel.getByRole('timer')).toHaveText(/^\d+ s ago$/);
  await panel.getByText(/^Login exchanges of/).click();
  const exchanges = panel.getByRole('region', { name: 'Requests as sent' });
  await expect(exchanges).toContainText('password={{edubrite.password}}');
  await expect(exchanges).toContainText('Set-Cookie: SESSION_INFO={{$session.sessionInfo}}');
  await expectAccessible(page, { part: '[aria-label="Inspector"]' });

  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Accepted/ })).toBeVisible();
  await expect(page.getByRole('tab', { name: /^Login/ })).toHaveCount(0);
  await panel.getByRole('button', { name: 'Forget session' }).click();
  await expect(state).toHaveText('Nobody has logged in yet. The next send does it by itself.');
});
