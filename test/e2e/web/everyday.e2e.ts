import { expect, reopen, test } from './fixtures.ts';
import { expectAccessible } from './page-steps.ts';

test('the first start offers three ways in, and the first one sends a refund', async ({ page }) => {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Refunds, without surprises');
  await page.getByRole('button', { name: 'Send my first refund' }).click();
  await expect(
    page.getByRole('heading', { name: 'Accepted, not final: refund request queued' }),
  ).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText('1 exchange saved');
});

test('a pasted answer is recognised and explained', async ({ page }) => {
  await page.getByRole('button', { name: 'Explain an answer' }).click();
  await page
    .getByLabel(/Answer from a ticket/)
    .fill(
      'The log says: <response code="-1"><msgs><msg><code>0231</code><value><![CDATA[Not refundable Invoice 34669703-f5b3-11e7-a6ac-0cc47a352510, status = REFUNDED]]></value></msg></msgs></response>',
    );
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { name: /^Refused:/ })).toBeVisible();
  await expect(dialog.locator('tr[aria-current="true"]')).toContainText('0231');
  await expect(dialog).toContainText('EduBrite LMS');
});

test('the catalog of every API is searched by code and by words', async ({ page }) => {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Search' }).waitFor();
  await page.keyboard.type('same amount 5 minutes');
  await page.getByRole('option', { name: /^Error code 214/ }).click();
  await expect(page.getByRole('dialog')).toContainText('less than five minutes ago');
});

test('the request is sent, cancelled, closed and found again by keys, also inside the editor', async ({
  page,
}) => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Refund captured payment');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Request body' }).focus();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: /^Accepted, not final/ })).toBeVisible();
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('grid', { name: 'History' })).toContainText('Refund captured payment');
  await page.keyboard.press('Alt+w');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog')).toContainText('Send the request');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('an entry of the history is opened with its answer, and sent again', async ({ page, host }) => {
  await page.getByRole('button', { name: 'Send my first refund' }).click();
  await expect(page.getByRole('heading', { name: /^Accepted, not final/ })).toBeVisible();
  await reopen(page, host);
  await page.keyboard.press('Alt+w');
  await page.keyboard.press('Control+3');
  const row = page
    .getByRole('grid', { name: 'History' })
    .getByRole('row', { name: /^Refund captured payment/ });
  await row.click();
  await expect(page.getByRole('heading', { name: /^Accepted, not final/ })).toBeVisible();
  await row.getByRole('button', { name: 'More: Refund captured payment' }).click();
  await page.getByRole('menuitem', { name: 'Send again' }).click();
  await expect(page.getByRole('heading', { name: /^Refused: this refund_id was sent before/ })).toBeVisible();
});

test('a pending refund offers the status call with the same id', async ({ page }) => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Refund an order');
  await page.getByRole('option', { name: /Refund an order/ }).click();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('202 Accepted')).toBeVisible();
  await page.getByRole('button', { name: 'Check the refund status' }).click();
  await expect(page.getByRole('textbox', { name: 'URL' })).toHaveValue(/refund-status\/ODR\d+$/);
});

test('a dry run shows the wire and sends nothing', async ({ page }) => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Refund a transaction');
  await page.getByRole('option', { name: /Refund a transaction/ }).click();
  await page.getByRole('button', { name: 'Dry run' }).click();
  const panel = page.getByRole('tabpanel', { name: 'Dry run' });
  await expect(panel).toContainText('Authorization: Basic {{digipay.secretKey}}');
  await expect(panel).toContainText('Authorization: Token {{$session.token}}');
  await expect(page.getByRole('contentinfo')).toContainText('0 exchanges saved');
});

test('copying the response copies it byte for byte', async ({ page }) => {
  await page.getByRole('button', { name: 'Send my first refund' }).click();
  await page.getByRole('button', { name: 'Copy response' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    '{"status":1,"msg":"Refund Request Queued","request_id":"12486538355","bank_ref_num":null,"mihpayid":403993715529606983,"error_code":102}',
  );
});

test('a fresh sandbox lets the same refund succeed again', async ({ page }) => {
  await page.getByRole('button', { name: 'Send my first refund' }).click();
  await expect(page.getByRole('heading', { name: /^Accepted, not final/ })).toBeVisible();
  await page.keyboard.press('Control+5');
  await page.getByRole('button', { name: 'Start afresh' }).click();
  await expect(page.getByText('Every ledger is back to its demo transactions.')).toBeVisible();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('contentinfo')).toContainText('2 exchanges saved');
  await expect(page.getByRole('heading', { name: /^Accepted, not final/ })).toBeVisible();
});

for (const colorScheme of ['dark', 'light'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('axe finds nothing on the screens of the window', async ({ page }) => {
      const check = (...except: string[]): Promise<void> => expectAccessible(page, { except });
      await check();
      await page.getByRole('button', { name: 'Send my first refund' }).click();
      await expect(page.getByRole('heading', { name: /^Accepted, not final/ })).toBeVisible();
      await page.locator('.monaco-editor').first().waitFor();
      await check();
      for (const tab of ['Headers 2', 'Docs', 'Errata', 'Dry run', 'Raw', 'Timing', 'Sent']) {
        await page.getByRole('tab', { name: tab }).first().click();
      }
      await check();
      for (const view of ['2', '3', '4']) {
        await page.keyboard.press(`Control+${view}`);
        await check();
      }
      await page.keyboard.press('Control+k');
      // The results are walked with the arrow keys from the search box; axe knows that only of a combobox.
      await check('scrollable-region-focusable');
      await page.keyboard.press('Escape');
      await page.keyboard.press('F1');
      await check();
    });
  });
}
