import { createHash } from 'node:crypto';

import type { Page } from 'playwright/test';

import { expect, test } from './fixtures.ts';
import { clipboardOf, paste, press, tabTo, takeFromPalette } from './keyboard-steps.ts';

const verdict = (page: Page, words: RegExp) =>
  page.getByRole('region', { name: 'Response' }).getByRole('heading', { name: words });

async function open(page: Page, title: string): Promise<void> {
  await takeFromPalette(page, title, new RegExp(`^Request ${title}`));
  await expect(page.getByRole('button', { name: `POST ${title}` })).toBeVisible();
  await page.locator('#request-pane .monaco-editor .view-line').first().waitFor();
}

async function send(page: Page, words: RegExp): Promise<void> {
  // The region that says the verdict stands there before it, so that it is heard.
  const said = page.locator('#response-pane > [role="status"]');
  await expect(said).toHaveText('');
  await press(page, 'Control+Enter');
  await expect(verdict(page, words)).toBeVisible();
  await expect(said).toHaveText(words);
}

test.describe('by keyboard alone, a newcomer', () => {
  test('sends a refund, sends it again, and ends the first steps', async ({ page }) => {
    await tabTo(page, 'button', 'Send my first refund');
    await press(page, 'Enter');
    await expect(verdict(page, /^Accepted, not final/)).toBeVisible();
    await tabTo(page, 'button', 'Send it again');
    await press(page, 'Enter');
    await expect(verdict(page, /^Refused/)).toBeVisible();
    await tabTo(page, 'button', 'End the first steps');
    await press(page, 'Enter');
    await expect(page.getByRole('region', { name: 'First refund' })).toHaveCount(0);
    await press(page, 'Tab');
  });

  test('has an answer explained, clears it for another, and is back where it began', async ({ page }) => {
    const way = await tabTo(page, 'button', 'Explain an answer');
    await press(page, 'Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('heading', { name: /^Refused/ })).toBeVisible();
    await tabTo(page, 'button', 'Clear', dialog);
    await press(page, 'Enter');
    await tabTo(page, 'textbox', /Answer from a ticket/, dialog);
    await paste(page, '{"message":"Invalid Hash"}');
    await expect(dialog.getByRole('heading', { name: /hash/i })).toBeVisible();
    await press(page, 'Escape');
    await expect(way).toBeFocused();
  });

  test('searches the catalogs, and has the sandbox give one of their answers', async ({ page }) => {
    await tabTo(page, 'button', 'Search the catalogs');
    await press(page, 'Enter');
    await tabTo(page, 'searchbox', 'Search the catalogs of all APIs');
    await page.keyboard.type('Invalid Hash');
    await expect(page.getByRole('option', { name: /Invalid Hash/ }).first()).toBeVisible();
    await press(page, 'ArrowDown', 'Enter');
    await tabTo(page, 'button', 'Send one like this on the sandbox');
    await press(page, 'Enter');
    await expect(verdict(page, /^Refused: the hash does not match/)).toBeVisible();
  });
});

test.describe('by keyboard alone', () => {
  test('a refund is found in the palette, sent, and its verdict announced', async ({ page }) => {
    await open(page, 'Partial refund');
    await send(page, /^Accepted, not final/);
    await open(page, 'Duplicate within 5 minutes');
    await send(page, /^Refused/);
  });

  test('a slip in an amount is mended by its quick fix', async ({ page }) => {
    await open(page, 'Partial refund');
    const body = page.locator('#request-pane .monaco-editor .view-lines');
    await tabTo(page, 'textbox', 'Request body');
    await press(page, 'Control+f');
    await page.keyboard.type('{{payu.amount}}');
    await press(page, 'Enter', 'Escape');
    await page.keyboard.type('{{payu.amont');
    await press(page, 'Escape');
    const mark = page.locator('#request-pane .squiggly-error');
    await expect(mark).not.toHaveCount(0);
    await press(page, 'Control+.');
    await expect(page.getByRole('option', { name: 'Use payu.amount' })).toBeVisible();
    await press(page, 'Enter');
    await expect(mark).toHaveCount(0);
    await expect(body).toContainText('"amount": {{payu.amount}}');
  });

  test('an amount is edited with completion, and the refund sent', async ({ page }) => {
    await open(page, 'Partial refund');
    const body = page.locator('#request-pane .monaco-editor .view-lines');
    await tabTo(page, 'textbox', 'Request body');
    await press(page, 'Control+f');
    await page.keyboard.type('payu.amount');
    await press(page, 'Enter', 'Escape');
    await page.keyboard.type('payu.am');
    await press(page, 'Control+Space');
    await expect(page.getByRole('option', { name: /^payu\.amount/ })).toBeVisible();
    await press(page, 'Enter');
    await expect(body).toContainText('"amount": {{payu.amount}}');
    await send(page, /^Accepted, not final/);
  });

  test('a hash that does not fit is pasted beside the request, and its difference told', async ({ page }) => {
    await open(page, 'Refund captured payment');
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await tabTo(page, 'textbox', 'Compare with a hash you were given');
    const text = '8238480|TICKET-4417-01|500|sandbox-client-secret-not-a-real-one';
    await paste(page, createHash('sha512').update(text).digest('hex'));
    await expect(inspector.getByRole('status')).toContainText('the amount 500, and the body has 500.00');
  });

  test('a phrase of a ticket is looked for in all catalogs, and read with its meaning and remedy', async ({
    page,
  }) => {
    await takeFromPalette(page, 'Error catalogs of all APIs', /Error catalogs of all APIs/);
    await expect(page.getByRole('searchbox', { name: 'Search the catalogs of all APIs' })).toBeFocused();
    await page.keyboard.type('same amount');
    await expect(page.getByRole('option').first()).toBeVisible();
    await press(page, 'ArrowDown', 'Enter');
    const detail = page.getByRole('region', { name: 'Documented answer' });
    await expect(detail.getByRole('heading').first()).toBeFocused();
    await expect(detail).toContainText(/What to do|Remedy/);
  });

  test('a documented failure is sent from its row of the catalog', async ({ page }) => {
    await open(page, 'Refund captured payment');
    await send(page, /^Accepted, not final/);
    const catalog = page.getByRole('region', { name: 'Error catalog' });
    await tabTo(page, 'searchbox', 'Search this catalog');
    await page.keyboard.type('Invalid Hash');
    await expect(catalog.getByRole('status')).toHaveText(/^1 of/);
    await press(page, 'ArrowDown');
    await tabTo(page, 'button', /^Send one like this/, catalog);
    await press(page, 'Enter');
    await expect(verdict(page, /^Refused: the hash does not match/)).toBeVisible();
    await press(page, 'Tab');
  });

  test('a refund that is not final is followed to its status call', async ({ page }) => {
    await open(page, 'Refund an order');
    await send(page, /^Accepted, not final/);
    await tabTo(page, 'button', 'Check the refund status');
    await press(page, 'Enter');
    await expect(page.getByRole('textbox', { name: 'URL' })).toHaveValue(/refund-status\/ODR\d+$/);
    await send(page, /./);
  });

  test('a request is saved into a new collection, run, and its result read', async ({ page }) => {
    await open(page, 'Refund captured payment');
    await press(page, 'Control+s');
    const dialog = page.getByRole('dialog', { name: 'Save to a collection' });
    await tabTo(page, 'textbox', 'Name of the new collection', dialog);
    await page.keyboard.type('Acme refunds');
    await press(page, 'Enter');
    await expect(dialog).toHaveCount(0);
    await takeFromPalette(page, 'Run Acme refunds', /Run Acme refunds/);
    await expect(page.getByRole('treegrid', { name: 'Requests to run' })).toBeVisible();
    await tabTo(page, 'button', 'Start');
    await press(page, 'Enter');
    await expect(page.getByRole('button', { name: 'Run again…' })).toBeVisible({ timeout: 30_000 });
    await tabTo(page, 'row', /Refund captured payment/, page.locator('#page-pane'));
    await press(page, 'Enter');
  });

  test('an exchange is found in the history, noted on, and copied as cURL', async ({ page }) => {
    await open(page, 'Refund captured payment');
    await send(page, /^Accepted, not final/);
    await press(page, 'Control+Shift+f');
    await page.keyboard.type('12486538355');
    const row = page.getByRole('grid', { name: 'History' }).getByRole('row', { name: /^Refund captured/ });
    await expect(page.getByText('1 found')).toBeVisible();
    await tabTo(page, 'row', /^Refund captured payment/, page.getByRole('grid', { name: 'History' }));
    await press(page, 'Shift+F10');
    await page.keyboard.type('note');
    await press(page, 'Enter');
    await tabTo(page, 'textbox', 'Note', page.locator('#response-pane'));
    await page.keyboard.type('Asked the shop.');
    await press(page, 'Tab');
    await expect(row.getByRole('img', { name: 'Note: Asked the shop.' })).toBeVisible();
    await tabTo(page, 'row', /^Refund captured payment/, page.getByRole('grid', { name: 'History' }));
    await press(page, 'Shift+F10');
    await page.keyboard.type('copy as');
    await press(page, 'Enter');
    await expect.poll(() => clipboardOf(page)).toMatch(/^curl /m);
  });

  test('an environment is made, used, and left again', async ({ page }) => {
    await takeFromPalette(page, 'New environment', /New environment/);
    const dialog = page.getByRole('dialog', { name: 'New environment' });
    await tabTo(page, 'textbox', 'Name', dialog);
    await page.keyboard.type('Acme Test');
    await tabTo(page, 'button', 'Save and use', dialog);
    await press(page, 'Enter');
    await expect(page.getByRole('button', { name: /^Environment: Acme Test/ })).toBeVisible();
    await tabTo(page, 'button', /^Environment:/);
    await press(page, 'Enter');
    await tabTo(page, 'menuitem', /^Local sandbox/);
    await press(page, 'Enter');
    await expect(page.getByRole('button', { name: /^Environment: Local sandbox/ })).toBeFocused();
  });

  test('an answer is filtered by JSONPath, and a value of it copied', async ({ page }) => {
    await open(page, 'Refund captured payment');
    await send(page, /^Accepted, not final/);
    await tabTo(page, 'button', 'Filter by a path');
    await press(page, 'Enter');
    await expect(page.getByRole('textbox', { name: 'Filter by JSONPath' })).toBeFocused();
    await page.keyboard.type('$.request_id');
    const found = page.getByRole('region', { name: 'Found values' });
    await expect(found).toContainText('12486538355');
    await tabTo(page, 'button', /request_id/, found);
    await press(page, 'Enter');
    await expect(page.getByRole('tree', { name: 'Parsed answer' })).toBeFocused();
    await press(page, 'Control+c');
    await expect.poll(() => clipboardOf(page)).toBe('12486538355');
  });

  test('the colours are chosen in the settings', async ({ page }) => {
    await press(page, 'Control+,');
    await tabTo(page, 'textbox', 'Search the settings');
    await page.keyboard.type('night');
    await expect(page.getByRole('heading', { level: 3 })).toHaveText(['Colours']);
    await tabTo(page, 'combobox', 'Colours');
    await page.keyboard.type('Light');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  });

  test('Tab leaves the editor after Ctrl and M', async ({ page }) => {
    await open(page, 'Refund captured payment');
    const body = await tabTo(page, 'textbox', 'Request body');
    await press(page, 'Tab');
    await expect(body).toBeFocused();
    await press(page, 'Control+z', 'Control+m', 'Tab');
    await expect(body).not.toBeFocused();
  });
});
