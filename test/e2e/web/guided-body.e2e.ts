import type { Page } from 'playwright/test';

import { expect, test } from './fixtures.ts';
import { expectAccessible, findTemplate } from './page-steps.ts';

async function showAs(page: Page, view: 'Text' | 'Form' | 'Table'): Promise<void> {
  await page.getByRole('radio', { name: view, exact: true }).click();
}

function editorText(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.monaco-editor[role="code"] .view-line')]
      .map((line) => line.textContent ?? '')
      .join('\n')
      .replaceAll('\u00a0', ' '),
  );
}

test('a body is edited as a form, and only what was touched changes in its text', async ({ page }) => {
  await findTemplate(page, 'Refund captured payment');
  await showAs(page, 'Form');
  const amount = page.getByRole('textbox', { name: /^amount/ });
  await expect(amount).toHaveValue('{{payu.amount}}');
  await expect(page.getByText('= 500.00, from the sandbox')).toBeVisible();
  await amount.fill('12.345');
  await expect(
    page
      .getByRole('group', { name: 'Request body as a form' })
      .getByText(/decimals/)
      .first(),
  ).toBeVisible();
  await expectAccessible(page);
  await amount.fill('12.50');
  await showAs(page, 'Text');
  await expect.poll(() => editorText(page)).toContain('"amount": 12.50');
  expect(await editorText(page)).toContain('"payu_id": {{payu.payuId}}');
});

test('an XML body gets an element and an item by the form, and is sent as the text shows it', async ({
  page,
}) => {
  await findTemplate(page, 'Refund a donation');
  await showAs(page, 'Form');
  await page.getByRole('button', { name: 'Add one donRefundInfo' }).click();
  await page.getByRole('button', { name: 'Remove refundRequest/donRefundInfoList/donRefundInfo[2]' }).click();
  const form = page.getByRole('group', { name: 'Request body as a form' });
  await form.getByRole('button', { name: 'Add a field' }).first().click();
  await page.getByRole('menuitem', { name: 'user_confirmation_code' }).click();
  await page.getByRole('textbox', { name: 'user_confirmation_code' }).fill('a <b> & c');
  await showAs(page, 'Text');
  await expect
    .poll(() => editorText(page))
    .toContain('<user_confirmation_code>a &lt;b&gt; &amp; c</user_confirmation_code>');
});

test('a form waits while the text is broken, and says where', async ({ page }) => {
  await findTemplate(page, 'Refund captured payment');
  await page.getByRole('textbox', { name: 'Request body' }).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('x');
  await showAs(page, 'Form');
  await expect(page.getByText(/The form waits until the text is mended: line 1, column 1/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Request body' }).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Delete');
  await expect(page.getByRole('group', { name: 'Request body as a form' })).toBeVisible();
});

test('a form body is shown as fields, as a table and as text', async ({ page }) => {
  await findTemplate(page, 'Refund single purchase');
  await showAs(page, 'Form');
  await page.getByRole('textbox', { name: /^id/ }).fill('b1000000-f5b4-11e7-8c3e-024200000001');
  await showAs(page, 'Table');
  await expect(page.getByLabel('Value of id')).toHaveValue('b1000000-f5b4-11e7-8c3e-024200000001');
  await showAs(page, 'Text');
  await expect.poll(() => editorText(page)).toContain('id=b1000000-f5b4-11e7-8c3e-024200000001');
});
