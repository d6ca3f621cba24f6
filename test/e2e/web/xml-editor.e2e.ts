import type { Page } from 'playwright/test';

import { examples } from '../../../shared/apis/luminate/examples.ts';
import { exampleOf } from '../../../shared/definition/documented-example.ts';
import { expect, test } from './fixtures.ts';
import { findTemplate, replaceBody } from './page-steps.ts';

const { printed = '', text } = exampleOf(examples, 'request');

/** The text of the request's editor, its blanks as they are. */
async function bodyOf(page: Page): Promise<string> {
  await page.getByRole('textbox', { name: 'Request body' }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  return page.evaluate(() => navigator.clipboard.readText());
}

test('the sample that the document prints broken is explained where it is, mended by one key, and sent', async ({
  page,
}) => {
  await findTemplate(page, 'Refund a donation');
  await replaceBody(page, printed);
  const marks = page.locator('#request-pane').locator('.squiggly-error, .squiggly-warning');
  const count = page.getByText(/^\d+ of 17 problems/);
  const told = page.locator('.marker-widget');
  await page.keyboard.press('Control+Home');
  // The mark of what the core says comes first.
  await page.keyboard.press('F8');
  await expect(count).toBeVisible();
  await expect(told).toContainText('<donRefundInfoList> is opened again where it should be closed');
  await expect(told).toContainText('has this slip in its own sample');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+.');
  await expect(page.getByRole('option', { name: 'Mend all 5 tags' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(marks).toHaveCount(0);
  expect(await bodyOf(page)).toBe(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('Accepted: all 10 items recorded').first()).toBeVisible();
});

test('an element is offered as one writes, and inserted with what it requires', async ({ page }) => {
  await findTemplate(page, 'Refund a donation');
  const open = '<refundRequest>\n  <ticketRefundInfoList>\n    <ticketRefundInfo>';
  await replaceBody(page, `${open}\n      `);
  await page.keyboard.type('<ticket_ref');
  await expect(page.getByRole('option', { name: /^ticket_refund_item/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: /^ticket_refund_item/ })).toHaveCount(0);
  await page.keyboard.type('101');
  expect(await bodyOf(page)).toBe(`${open}
      <ticket_refund_item>
        <ticket_class_id>101</ticket_class_id>
        <ticket_refund_amount></ticket_refund_amount>
        <num_of_tickets></num_of_tickets>
      </ticket_refund_item>`);
});
