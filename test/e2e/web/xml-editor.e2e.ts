import type { Locator, Page } from 'playwright/test';

import { examples } from '../../../shared/apis/luminate/examples.ts';
import { exampleOf } from '../../../shared/definition/documented-example.ts';
import { expect, test } from './fixtures.ts';
import { findTemplate, replaceBody } from './page-steps.ts';

const { printed = '', text } = exampleOf(examples, 'request');

const root = '<refundRequest xmlns="http://convio.com/crm/v1.0">';

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
  const told: string[] = [];
  await page.keyboard.press('Control+Home');
  // The mark of what the core says comes first, then those of the findings; remarks come last.
  for (let before = ''; told.length < 5; before = (await count.textContent()) ?? '') {
    await page.keyboard.press('F8');
    await expect(count).not.toHaveText(before);
    const sentences = (await page.locator('.marker-widget').textContent()) ?? '';
    if (sentences.includes('has this slip in its own sample')) told.push(sentences);
  }
  expect(told.map((sentences) => /<(\w+)>/.exec(sentences)?.[1]).toSorted()).toEqual([
    'donRefundInfoList',
    'ecommerceRefundInfoList',
    'num_of_tickets',
    'ticketRefundInfo',
    'ticketRefundInfo',
  ]);
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

test('elements, values and closing tags are offered as one writes, and inserted with what they require', async ({
  page,
}) => {
  await findTemplate(page, 'Refund a donation');
  await replaceBody(page, `${root}\n  `);
  const option = (name: RegExp): Locator =>
    page.getByRole('listbox', { name: 'Suggest' }).getByRole('option', { name });
  const take = async (typed: string, name: RegExp): Promise<void> => {
    await page.keyboard.type(typed);
    await expect(option(name).first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(option(name)).toHaveCount(0);
  };
  await take('<tick', /^ticketRefundInfoList/);
  await take('<', /^ticketRefundInfo/);
  await take('<ticket_ref', /^ticket_refund_item/);
  await page.keyboard.type('101');
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\n</');
  // The editor writes the rest of a closing tag by itself.
  await expect
    .poll(async () => bodyOf(page))
    .toBe(
      `${root}
  <ticketRefundInfoList>
    <ticketRefundInfo>
      <ticket_refund_item>
        <ticket_class_id>101</ticket_class_id>
        <ticket_refund_amount></ticket_refund_amount>
        <num_of_tickets></num_of_tickets>
      </ticket_refund_item>
    </ticketRefundInfo>
  </ticketRefundInfoList>
  </refundRequest>`,
    );
});
