import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Locator, Page } from 'playwright/test';

import { seedCollection } from '../../support/seed-collection.ts';
import { expect, type Host, test } from './fixtures.ts';
import { expectAccessible, findTemplate } from './page-steps.ts';

const tree = (page: Page): Locator => page.getByRole('treegrid', { name: 'Collections' });
const row = (page: Page, name: string): Locator =>
  tree(page)
    .getByRole('row')
    .filter({ has: page.getByText(name, { exact: true }) });
const tabs = (page: Page): Locator => page.getByRole('toolbar', { name: 'Open requests' });
const tab = (page: Page, name: string): Locator => tabs(page).getByRole('button', { name: `POST ${name}` });
const editedMark = (page: Page, name: string): Locator => tab(page, name).getByTitle('Edited');
const body = (page: Page): Locator => page.locator('#request-pane .monaco-editor .view-lines');

/** The rows that can be seen, in order, further in by two blanks for each level. */
async function outline(page: Page): Promise<readonly string[]> {
  return tree(page)
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map((element) => {
        const level = Number(element.getAttribute('aria-level')) - 1;
        return '  '.repeat(level) + (element.querySelector('span[title]:not([role])')?.textContent ?? '');
      }),
    );
}

const seeded = ['Acme shop', '  In full', '  Partial', '    One rupee', '  Again'];

function fileOf({ workspace }: Host, path: string): string {
  return join(workspace, 'collections', path);
}

/** Shows the seeded collection with its folder open. */
async function openSeeded(page: Page, host: Host): Promise<void> {
  seedCollection(host.workspace);
  await page.reload();
  await page.getByRole('banner').waitFor();
  await page.keyboard.press('Control+2');
  await row(page, 'Partial').click();
  await expect.poll(() => outline(page)).toEqual(seeded);
}

async function openRequest(page: Page, name: string): Promise<void> {
  await row(page, name).click();
  await expect(tab(page, name)).toHaveAttribute('aria-pressed', 'true');
  await body(page).waitFor();
}

/** Replaces a text in a file, as a pull does. */
function rewrite(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

async function editUrl(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'URL' }).fill(text);
}

test('a draft is saved into a new collection, edited, and saved over its file', async ({ page, host }) => {
  await page.keyboard.press('Control+2');
  await expect(page.getByText('A collection keeps requests for later')).toBeVisible();
  await expectAccessible(page);
  await findTemplate(page, 'Refund a transaction');
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog', { name: 'Save to a collection' });
  await expect(dialog.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(
    'Refund a transaction',
  );
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Give it all back');
  await dialog.getByRole('textbox', { name: 'Name of the new collection' }).fill('Acme refunds');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(tab(page, 'Give it all back')).toBeVisible();
  await expect.poll(() => outline(page)).toEqual(['Acme refunds', '  Give it all back']);
  const path = fileOf(host, 'acme-refunds/give-it-all-back.yaml');
  expect(readFileSync(path, 'utf8')).toContain('name: "Give it all back"');
  await expect(editedMark(page, 'Give it all back')).toHaveCount(0);
  await editUrl(page, '{{digipay.baseUrl}}/refund');
  await expect(editedMark(page, 'Give it all back')).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Give it all back saved', { exact: true })).toBeVisible();
  await expect(editedMark(page, 'Give it all back')).toHaveCount(0);
  expect(readFileSync(path, 'utf8')).toContain('url: "{{digipay.baseUrl}}/refund"');
  await expectAccessible(page);
});

test('items are renamed, moved, deleted and brought back; tabs follow them', async ({ page, host }) => {
  await openSeeded(page, host);
  await openRequest(page, 'In full');
  await row(page, 'In full').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Rename…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('All of it');
  await page.keyboard.press('Enter');
  await expect(tab(page, 'All of it')).toBeVisible();
  await expect(editedMark(page, 'All of it')).toHaveCount(0);
  expect(existsSync(fileOf(host, 'shop/all-of-it.yaml'))).toBe(true);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(tab(page, 'In full')).toBeVisible();
  await expect(page.getByRole('alert', { name: 'Not saved any more' })).toHaveCount(0);

  await row(page, 'In full').hover();
  await page.getByRole('button', { name: 'More: In full' }).click();
  await page.getByRole('menuitem', { name: 'Move…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Move: In full' });
  await dialog.getByRole('combobox', { name: 'Folder' }).selectOption({ label: 'Partial' });
  await dialog.getByRole('button', { name: 'Move' }).click();
  await expect
    .poll(() => outline(page))
    .toEqual(['Acme shop', '  Partial', '    One rupee', '    In full', '  Again']);
  await expect(page.getByRole('alert', { name: 'Not saved any more' })).toHaveCount(0);

  await row(page, 'Partial').focus();
  await row(page, 'Partial').press('Delete');
  // Under the pointer it stays.
  await page.getByText('Folder Partial deleted.').hover();
  await expect(page.getByRole('alert', { name: 'Not saved any more' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => outline(page)).toContain('    In full');
  await expect(page.getByRole('alert', { name: 'Not saved any more' })).toHaveCount(0);
});

test('requests are dragged to another place and into a folder, by pointer and by keyboard', async ({
  page,
  host,
}) => {
  await openSeeded(page, host);
  await row(page, 'Again').dragTo(row(page, 'Partial'));
  await expect
    .poll(() => outline(page))
    .toEqual(['Acme shop', '  In full', '  Partial', '    One rupee', '    Again']);
  await row(page, 'Again').dragTo(row(page, 'In full'), { targetPosition: { x: 60, y: 2 } });
  await expect
    .poll(() => outline(page))
    .toEqual(['Acme shop', '  Again', '  In full', '  Partial', '    One rupee']);
  expect(readFileSync(fileOf(host, 'shop/collection.yaml'), 'utf8')).toMatch(
    /- again\s+- in-full\s+- partial/,
  );

  await row(page, 'Again').focus();
  await row(page, 'Again').getByRole('button', { name: 'Drag Again' }).press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => outline(page))
    .not.toEqual(['Acme shop', '  Again', '  In full', '  Partial', '    One rupee']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(() => outline(page))
    .toEqual(['Acme shop', '  Again', '  In full', '  Partial', '    One rupee']);
});

test('a change on the disk is followed, merged with edits, and asked about where both changed the same', async ({
  page,
  host,
}) => {
  await openSeeded(page, host);
  await openRequest(page, 'In full');
  const path = fileOf(host, 'shop/in-full.yaml');
  rewrite(path, '100.00', '250.00');
  await expect(body(page)).toContainText('250.00');
  await expect(editedMark(page, 'In full')).toHaveCount(0);

  await editUrl(page, '{{digipay.baseUrl}}/mine');
  rewrite(path, '250.00', '0.10');
  await expect(body(page)).toContainText('0.10');
  await expect(page.getByText(/changed on the disk; the change was merged with your edits/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'URL' })).toHaveValue('{{digipay.baseUrl}}/mine');
  await expect(editedMark(page, 'In full')).toBeVisible();

  rewrite(path, '/digipay/v3/transaction/wallet_refund_money', '/theirs');
  const conflict = page.getByRole('alert', { name: 'Changed on the disk' });
  await expect(conflict).toContainText('Changed here and on the disk: the URL.');
  await expectAccessible(page);
  await page.keyboard.press('Control+s');
  await expect(
    page.getByText('In full was changed here and on the disk, so it was not saved.'),
  ).toBeVisible();
  expect(readFileSync(path, 'utf8')).toContain('/theirs');
  await conflict.getByRole('button', { name: 'Keep mine' }).click();
  await expect(conflict).toHaveCount(0);
  await page.keyboard.press('Control+s');
  await expect(editedMark(page, 'In full')).toHaveCount(0);
  expect(readFileSync(path, 'utf8')).toContain('{{digipay.baseUrl}}/mine');
  expect(readFileSync(path, 'utf8')).toContain('0.10');

  const moved = fileOf(host, 'shop/partial/in-full.yaml');
  renameSync(path, moved);
  await expect
    .poll(() => outline(page))
    .toEqual(['Acme shop', '  Partial', '    One rupee', '    In full', '  Again']);
  await expect(page.getByRole('alert', { name: 'Not saved any more' })).toHaveCount(0);
  await editUrl(page, '{{digipay.baseUrl}}/again');
  rmSync(moved);
  const gone = page.getByRole('alert', { name: 'Not saved any more' });
  await expect(gone).toContainText('shop/partial/in-full was removed');
  await expect(page.getByRole('textbox', { name: 'URL' })).toHaveValue('{{digipay.baseUrl}}/again');
  await gone.getByRole('button', { name: 'Keep as a draft' }).click();
  await expect(gone).toHaveCount(0);
});

test('edits are not lost when their tab is closed, nor when the file changes while the window is', async ({
  page,
  host,
}) => {
  await openSeeded(page, host);
  await openRequest(page, 'Again');
  await editUrl(page, '{{digipay.baseUrl}}/typed');
  await page.keyboard.press('Alt+w');
  await expect(tab(page, 'Again')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('textbox', { name: 'URL' })).toHaveValue('{{digipay.baseUrl}}/typed');
  await expect(editedMark(page, 'Again')).toBeVisible();
  await expect
    .poll(() => readFileSync(join(host.data, 'tabs.json'), 'utf8'))
    .toContain('{{digipay.baseUrl}}/typed');

  await page.goto('about:blank');
  rewrite(fileOf(host, 'shop/again.yaml'), '100.00', '9.99');
  await page.goto(await host.restart());
  await expect(body(page)).toContainText('9.99');
  await expect(page.getByRole('textbox', { name: 'URL' })).toHaveValue('{{digipay.baseUrl}}/typed');
  await expect(editedMark(page, 'Again')).toBeVisible();
});

test('the page of a collection keeps variables that its requests use, and warns of secrets', async ({
  page,
  host,
}) => {
  await openSeeded(page, host);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('acme shop variables');
  await page.getByRole('option', { name: 'Collection Acme shop' }).click();
  const settings = page.getByRole('region', { name: 'Collection Acme shop' });
  await settings.getByRole('button', { name: 'Add' }).click();
  await settings.getByRole('textbox', { name: 'Name 2' }).fill('apiToken');
  await settings.getByRole('textbox', { name: 'Value of apiToken' }).fill('abc');
  await expect(settings).toContainText('apiToken may be secret.');
  await expectAccessible(page);
  await settings.getByRole('textbox', { name: 'Name 2' }).fill('team');
  await page.getByRole('button', { name: 'Close Collection' }).click();
  await row(page, 'Acme shop').press('F2');
  await expect(settings.getByRole('textbox', { name: 'Name 2' })).toHaveValue('team');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Acme shop saved.')).toBeVisible();
  expect(readFileSync(fileOf(host, 'shop/collection.yaml'), 'utf8')).toContain('team: "abc"');
  await openRequest(page, 'In full');
  await editUrl(page, '{{digipay.baseUrl}}/{{team}}');
  await page.getByRole('tab', { name: 'Dry run' }).click();
  await expect(page.getByRole('tabpanel', { name: 'Dry run' })).toContainText('/abc');
});

test('templates and sent requests are saved too', async ({ page, host }) => {
  seedCollection(host.workspace);
  await page.getByRole('button', { name: 'Send my first refund' }).click();
  await expect(page.getByRole('region', { name: 'Response' })).toContainText('Accepted');
  await page.keyboard.press('Control+3');
  const sent = page.getByRole('grid', { name: 'History' }).getByRole('row').nth(1);
  await sent.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Save to a collection…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save to a collection' });
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('As it was sent');
  await dialog.getByRole('combobox', { name: 'Folder' }).selectOption({ label: 'Partial' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(tab(page, 'As it was sent')).toHaveAttribute('aria-pressed', 'true');

  await page.keyboard.press('Control+1');
  const templates = page.getByRole('treegrid', { name: 'Refund APIs' });
  await templates.getByRole('row').nth(1).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Save to a collection…' }).click();
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('As it is documented');
  await page.keyboard.press('Enter');
  await expect(tab(page, 'As it is documented')).toHaveAttribute('aria-pressed', 'true');

  await page.keyboard.press('Control+2');
  await expect
    .poll(() => outline(page))
    .toEqual([...seeded.toSpliced(4, 0, '    As it was sent'), '  As it is documented']);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('sent shop');
  await page.getByRole('option', { name: 'Saved As it was sent' }).click();
  await expect(tab(page, 'As it was sent')).toHaveAttribute('aria-pressed', 'true');
});
