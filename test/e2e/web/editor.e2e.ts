import type { Locator, Page } from 'playwright/test';

import { expect, test } from './fixtures.ts';
import { expectAccessible, findTemplate, replaceBody } from './page-steps.ts';

const terminal = 'Refund part of an order';

/** The text of the request's editor, its blanks as they are. */
async function expectBody(page: Page, text: string): Promise<void> {
  await expect
    .poll(async () => {
      await page.getByRole('textbox', { name: 'Request body' }).focus();
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Control+c');
      return page.evaluate(() => navigator.clipboard.readText());
    })
    .toBe(text);
}

const hover = (page: Page): Locator => page.locator('.monaco-hover:visible');
const lines = (page: Page): Locator => page.locator('#request-pane .monaco-editor .view-line');

test('names and values are completed by keys, below a bare variable and beside broken text', async ({
  page,
}) => {
  await findTemplate(page, terminal);
  await replaceBody(page, '{\n  "grandTotal": {{front-payment.total}}\n  ');
  await page.keyboard.press('Control+Space');
  const list = page.getByRole('listbox', { name: 'Suggest' });
  await expect(list.getByRole('option').first()).toHaveAccessibleName(/^type/);
  // Monaco names a row of its list by what stands in it, with commas between.
  await expectAccessible(page, {
    part: '#request-pane .monaco-editor',
    except: ['label-content-name-mismatch'],
  });
  await page.keyboard.type('isR');
  await expect(list.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await page.keyboard.type('f');
  await expect(list.getByRole('option', { name: /^false/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type(' }');
  await expectBody(page, '{\n  "grandTotal": {{front-payment.total}},\n  "isReversal": false }');
});

test('what a field means, an amount is worth and a variable holds is told in its place', async ({ page }) => {
  await findTemplate(page, terminal);
  await replaceBody(page, '{\n  "grandTotal": 42,\n  "products": [{ "id": {{front-payment.productId}} }]\n}');
  await expect(lines(page).filter({ hasText: 'grandTotal' })).toContainText('42.00 NOK');
  await lines(page).getByText('grandTotal').hover();
  await expect(hover(page)).toContainText('The whole sum to give back, in kroner');
  await expect(hover(page)).toContainText('our assumption (guess): Norwegian kroner have two decimals');
  await page.mouse.move(0, 0);
  await expect(hover(page)).toHaveCount(0);
  await lines(page).getByText('front-payment.productId').hover();
  await expect(hover(page)).toContainText('from the sandbox');
  await expect(hover(page)).not.toContainText('Type: whole number');
});

test('a slip is marked once, and mended by Ctrl and the full stop', async ({ page }) => {
  await findTemplate(page, terminal);
  await replaceBody(
    page,
    '{\n  "grandTotal": {{front-payment.productid}},\n  "Type": "regular",\n  "isReversal": false\n}',
  );
  const fix = async (title: string): Promise<void> => {
    await page.keyboard.press('Control+.');
    await expect(page.getByRole('option', { name: title })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('option', { name: title })).toHaveCount(0);
  };
  const mark = page.locator('#request-pane .squiggly-error');
  await expect(mark).toHaveCount(1);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('F8');
  await page.keyboard.press('Escape');
  await fix('Use front-payment.productId');
  await expect(mark).toHaveCount(0);
  await page.keyboard.press('Control+Home');
  await fix('Add products');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('Type');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await fix('Rename to type');
  await expectBody(
    page,
    '{\n  "grandTotal": {{front-payment.productId}},\n  "products": [\n    {\n      "id": "",\n      "amount": ""\n    }\n  ],\n  "type": "regular",\n  "isReversal": false\n}',
  );
});

test('closing tags are written as one types, and completed ones go by the documented elements', async ({
  page,
}) => {
  await findTemplate(page, 'Refund a donation');
  await replaceBody(page, '<refundRequest xmlns="http://convio.com/crm/v1.0">\n  ');
  await page.keyboard.type('<don');
  await expect(page.getByRole('option', { name: /^donRefundInfoList/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.type('RefundInfoList><donRefundInfo>');
  await expectBody(
    page,
    '<refundRequest xmlns="http://convio.com/crm/v1.0">\n  <donRefundInfoList><donRefundInfo></donRefundInfo></donRefundInfoList>',
  );
  await page.keyboard.press('Control+End');
  await page.keyboard.type('</');
  await expectBody(
    page,
    '<refundRequest xmlns="http://convio.com/crm/v1.0">\n  <donRefundInfoList><donRefundInfo></donRefundInfo></donRefundInfoList></refundRequest>',
  );
});

test('the layout changes blanks only, and leaves a broken body alone', async ({ page }) => {
  await findTemplate(page, terminal);
  await replaceBody(page, '{"type":"regular","grandTotal":{{front-payment.total}},"id":403993715529606983}');
  await page.keyboard.press('Shift+Alt+F');
  // A selection that moves meanwhile would call the layout off.
  await expect(lines(page)).toHaveCount(5);
  const laidOut =
    '{\n  "type": "regular",\n  "grandTotal": {{front-payment.total}},\n  "id": 403993715529606983\n}';
  await expectBody(page, laidOut);
  await replaceBody(page, '{"type":"regular",}');
  await page.keyboard.press('Shift+Alt+F');
  await expectBody(page, '{"type":"regular",}');
});

test('Tab indents until it is told to leave the editor, by key or in the status bar', async ({ page }) => {
  await findTemplate(page, 'Refund captured payment');
  const body = page.getByRole('textbox', { name: 'Request body' });
  await body.focus();
  await page.keyboard.press('Tab');
  await expect(body).toBeFocused();
  await page.keyboard.press('Control+m');
  await expect(page.getByRole('button', { name: /^Tab leaves the editor/ })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(body).not.toBeFocused();
  await page.getByRole('button', { name: /^Tab leaves the editor/ }).press('Enter');
  await expect(page.getByRole('button', { name: /^Tab indents/ })).toBeFocused();
  await body.focus();
  await page.keyboard.press('Tab');
  await expect(body).toBeFocused();
});

test('the editor takes the theme that is chosen, high contrast included', async ({ page }) => {
  await findTemplate(page, terminal);
  await page.emulateMedia({ contrast: 'more' });
  const editor = page.locator('#request-pane .monaco-editor').first();
  await expect(editor).toHaveClass(/hc-(?:black|light)/);
  await page.emulateMedia({ contrast: 'no-preference' });
  await expect(editor).not.toHaveClass(/hc-/);
  for (const [theme, base] of [
    ['contrast-dark', 'hc-black'],
    ['contrast-light', 'hc-light'],
    ['light', 'vs'],
    ['dark', 'vs-dark'],
  ] as const) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
    await expect(editor).toHaveClass(new RegExp(`(?:^| )${base}(?: |$)`));
  }
});
