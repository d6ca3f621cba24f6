import type { Page } from 'playwright/test';

import { refundsJson, refundsXml, showAnswer } from './answer-steps.ts';
import { expect, test } from './fixtures.ts';
import { expectAccessible } from './page-steps.ts';

const tree = (page: Page) => page.getByRole('tree', { name: 'Parsed answer' });
const row = (page: Page, name: string | RegExp) => tree(page).getByRole('treeitem', { name });
const active = (page: Page) => tree(page).getByRole('treeitem', { selected: true });
const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

test('the tree is walked by keyboard, says where it is, and gives values and paths as they came', async ({
  page,
  host,
}) => {
  await showAnswer(
    page,
    host,
    '{"status":1,"id":403993715529606983,"list":[{"a":1.00},{"a":2}],"state":"x"}',
  );
  await tree(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(active(page)).toHaveAccessibleName('id 403993715529606983');
  await expect(active(page)).toHaveAttribute('aria-level', '2');
  await expect(active(page)).toHaveAttribute('aria-posinset', '2');
  await expect(active(page)).toHaveAttribute('aria-setsize', '4');
  await page.keyboard.press('Control+c');
  await expect.poll(() => clipboard(page)).toBe('403993715529606983');
  await page.keyboard.press('End');
  await expect(active(page)).toHaveAccessibleName('state "x"');
  await page.keyboard.press('Home');
  await page.keyboard.type('li');
  await expect(active(page)).toHaveAccessibleName('list [ 2 ]');
  await page.keyboard.press('ArrowRight');
  await expect(active(page)).toHaveAccessibleName('0 { 1 }');
  await page.keyboard.press('ArrowLeft');
  await expect(row(page, '0 { 1 }')).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('*');
  await expect(row(page, '0 { 1 }')).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(active(page)).toHaveAccessibleName('a 1.00');
  await page.getByRole('button', { name: 'Copy path' }).press('Enter');
  await expect.poll(() => clipboard(page)).toBe('$.list[0].a');
  await expectAccessible(page, { part: '#response-pane' });
});

test('XPath finds elements whatever their namespace; a wrong one is said, and a find leads to its row', async ({
  page,
  host,
}) => {
  await showAnswer(page, host, refundsXml(300), 'application/xml');
  await page.getByRole('button', { name: 'Filter by a path' }).click();
  const field = page.getByRole('textbox', { name: 'Filter by XPath' });
  await field.fill('//refund[');
  await expect(page.getByText('it ends too early (character 10)')).toBeVisible();
  await field.fill('//refund[@id="R-250"]/refund_amount');
  await expect(page.getByText('1 found')).toBeVisible();
  await page.getByRole('button', { name: '/result/refund[251]/refund_amount 1000' }).press('Enter');
  await expect(tree(page)).toBeFocused();
  await expect(active(page)).toHaveAccessibleName('<refund_amount currency="INR"> 1000');
  await expect(page.getByText('/result/refund[251]/refund_amount')).toBeVisible();
});

test('a search in the tree opens what is closed, and goes on and back', async ({ page, host }) => {
  await showAnswer(page, host, refundsJson(500, 0));
  await tree(page).press('Control+f');
  await page.getByRole('textbox', { name: 'Search in the tree' }).fill('R-49');
  await expect(page.getByText('1 of 11')).toBeVisible();
  await expect(active(page)).toHaveAccessibleName('refund_id "R-49"');
  await page.keyboard.press('Shift+Enter');
  await expect(page.getByText('11 of 11')).toBeVisible();
  await expect(active(page)).toHaveAccessibleName('refund_id "R-499"');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Search in the tree' })).toHaveCount(0);
});

test('a malformed answer stands as it came, with its place; nothing of it is a tree', async ({
  page,
  host,
}) => {
  await showAnswer(page, host, '{\n  "status": 1,\n  "msg" "Queued"\n}\n');
  await expect(page.getByText(/^Malformed JSON, line 3, column 9: a colon is expected here/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'The answer as it came' })).toContainText('"msg" "Queued"');
  await expect(tree(page)).toHaveCount(0);
  await page.getByRole('tab', { name: 'Raw' }).click();
  await expect(page.getByRole('radio', { name: 'Re-indented' })).toBeDisabled();
  await page.getByRole('tab', { name: 'Parsed' }).click();
  await expectAccessible(page, { part: '#response-pane' });
});

test('3 MB in one line: read in parts, copied whole, laid out anew', async ({ page, host }) => {
  const text = refundsJson(25_000, 0);
  const calls: string[] = [];
  page.on('request', (request) => calls.push(new URL(request.url()).pathname));
  await showAnswer(page, host, text);
  await expect(row(page, 'refunds [ 25000 ]')).toBeVisible();
  expect(calls.filter((path) => path === '/call/history.body').length).toBe(
    Math.floor((text.length - 1) / 1e6),
  );
  await tree(page).press('End');
  await expect(active(page)).toHaveAccessibleName('24999 { 5 }');
  await page.getByRole('button', { name: 'Copy response' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect((await clipboard(page)) === text).toBe(true);
  await page.getByRole('tab', { name: 'Raw' }).click();
  await expect(page.getByRole('button', { name: /more characters; show more$/ })).toBeVisible();
  await page.getByRole('radio', { name: 'Re-indented' }).click();
  const lines = page.getByRole('textbox', { name: 'Re-indented response' });
  await expect(lines).toContainText('"refund_id": "R-0",');
  await lines.press('Control+f');
  await page.getByRole('textbox', { name: 'Search in the lines' }).fill('R-24999');
  await expect(page.getByText('1 of 1')).toBeVisible();
  await lines.press('Control+c');
  await expect.poll(() => clipboard(page)).toBe('R-24999');
});

test('lines are selected over what is not in the page, and copied byte for byte', async ({ page, host }) => {
  const text = refundsJson(9000, 2);
  await showAnswer(page, host, text);
  await page.getByRole('tab', { name: 'Raw' }).click();
  const lines = page.getByRole('textbox', { name: 'Raw response' });
  await expect(lines).toContainText('"refunds": [');
  await expect(page.getByText(/^Reading:/)).toHaveCount(0);
  await page.locator('[data-line="1"]').click({ position: { x: 1, y: 8 } });
  await lines.press('End');
  const count = text.split('\n').length;
  await page.locator(`[data-line="${count - 2}"]`).click({ position: { x: 1, y: 8 }, modifiers: ['Shift'] });
  await lines.press('Control+c');
  const wanted = text.split('\n').slice(1, -2).join('\n') + '\n';
  await expect.poll(async () => (await clipboard(page)) === wanted).toBe(true);
  await lines.press('Control+a');
  await lines.press('Control+c');
  await expect.poll(async () => (await clipboard(page)) === text).toBe(true);
});
