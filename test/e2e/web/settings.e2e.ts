import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from 'playwright/test';

import { expect, reopen, test } from './fixtures.ts';
import { expectAccessible, findTemplate } from './page-steps.ts';

test.use({ colorScheme: 'dark', viewport: { width: 1440, height: 900 } });

const themeOf = (page: Page) => page.locator('html').getAttribute('data-theme');
const settings = (page: Page) => page.getByRole('region', { name: 'Settings' });
const notices = (page: Page) => page.getByRole('region', { name: 'Notices' });

async function openSettings(page: Page): Promise<void> {
  await page.keyboard.press('Control+,');
  await expect(settings(page)).toBeVisible();
}

/** The core has written it. */
async function untilSaved(page: Page, command: string, act: () => Promise<void>): Promise<void> {
  const saved = page.waitForResponse((response) => response.url().endsWith(`/call/${command}`));
  await act();
  await saved;
}

test('a setting is found by any word, holds at once, is kept over a restart, and is reset', async ({
  page,
  host,
}) => {
  await openSettings(page);
  await page.getByLabel('Search the settings').fill('night');
  await expect(settings(page).getByRole('heading', { level: 3 })).toHaveText(['Colours']);
  await untilSaved(page, 'settings.change', async () => {
    await page.getByLabel('Colours', { exact: true }).selectOption('Light');
  });
  expect(await themeOf(page)).toBe('light');
  await reopen(page, host);
  expect(await themeOf(page)).toBe('light');
  await openSettings(page);
  await page.getByLabel('Search the settings').fill('vault');
  await settings(page).getByRole('button', { name: 'Secrets' }).click();
  await expect(page.getByRole('dialog', { name: 'Secrets' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByLabel('Search the settings').fill('no such word');
  await expect(settings(page).getByRole('status')).toContainText('No setting has “no such word”');
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await page.getByRole('button', { name: 'Reset Colours' }).click();
  await expect(page.getByRole('button', { name: 'Reset Colours' })).toHaveCount(0);
  expect(await themeOf(page)).toBe('dark');
  await page.emulateMedia({ colorScheme: 'light', contrast: 'more' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast-light');
  await page.getByLabel('Motion', { exact: true }).selectOption('Always still');
  await expect(page.getByRole('button', { name: 'Reset Motion' })).toHaveCSS('transition-duration', '1e-05s');
});

test('at 200 % everything is in reach, and the editor is hit where it is clicked', async ({ page, host }) => {
  await page.goto('about:blank');
  writeFileSync(join(host.data, 'settings.json'), '{"version": "1", "zoom": 190}');
  writeFileSync(join(host.data, 'layout.json'), '{"version": "1", "sideBarHidden": true}');
  await reopen(page, host);
  await untilSaved(page, 'settings.change', () => page.keyboard.press('Control+='));
  await expect(page.locator('html')).toHaveCSS('--zoom', '2');
  await findTemplate(page, 'Partial refund');
  await page.locator('.monaco-editor').getByText('"refund_id"').dblclick();
  await page.keyboard.type('hit');
  await expect(page.locator('.monaco-editor .view-lines')).toContainText('"hit"');
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: 'Environment: Local sandbox' }).click();
  const row = page.getByRole('menuitem', { name: 'New environment' });
  expect((await row.boundingBox())?.height).toBeGreaterThan(50);
  await expect(row).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+0');
  await expect(page.locator('html')).toHaveCSS('--zoom', '1');
});

test('the window is found again as it was left', async ({ page, host }) => {
  const bar = page.getByRole('complementary', { name: 'Side bar' });
  const splitter = page.getByRole('separator', { name: 'Width of the side bar' });
  const width = async (): Promise<number> => Math.round((await bar.boundingBox())?.width ?? 0);
  expect(await width()).toBe(264);
  await page.keyboard.press('Control+3');
  await splitter.focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
  const wide = await width();
  expect(wide).toBeGreaterThan(300);
  await page.keyboard.press('Control+b');
  await expect(bar).toHaveCount(0);
  await untilSaved(page, 'layout.save', () => page.keyboard.press('Control+b'));
  await expect.poll(width).toBe(wide);
  await untilSaved(page, 'layout.save', () => page.keyboard.press('Control+b'));
  await reopen(page, host);
  await expect(bar).toHaveCount(0);
  await page.keyboard.press('Control+b');
  await expect(bar.getByRole('heading', { name: 'History' })).toBeVisible();
  expect(Math.abs((await width()) - wide)).toBeLessThan(3);
  await splitter.dblclick();
  await expect.poll(width).toBe(264);
});

test('the title of the window says what is open, and where it goes', async ({ page }) => {
  await expect(page).toHaveTitle('Local sandbox · acme-refunds · Refund Workbench');
  await findTemplate(page, 'Refund captured payment');
  await expect(page).toHaveTitle('Refund captured payment · Local sandbox · acme-refunds · Refund Workbench');
  await page.getByRole('textbox', { name: 'URL' }).fill('{{payu.baseUrl}}/partner');
  await expect(page).toHaveTitle(/^● Refund captured payment · /);
  await openSettings(page);
  await expect(page).toHaveTitle('Settings · Local sandbox · acme-refunds · Refund Workbench');
});

test('a notice takes no focus, waits for F6, and goes by Escape', async ({ page, host }) => {
  await page.goto('about:blank');
  writeFileSync(join(host.data, 'settings.json'), '{"zoom": ');
  await reopen(page, host);
  const notice = notices(page).getByRole('alert');
  await expect(notice).toContainText('The settings cannot be read');
  expect(readFileSync(join(host.data, 'settings.json.damaged-1'), 'utf8')).toBe('{"zoom": ');
  const search = page.getByRole('button', { name: 'Search requests' });
  await search.focus();
  await page.keyboard.press('Shift+F6');
  await expect(notice.getByRole('button', { name: 'Dismiss' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(notice).toHaveCount(0);
  await expect(search).toBeFocused();
});

for (const theme of ['dark', 'light', 'contrast-dark', 'contrast-light'] as const) {
  test(`settings, window and notices are accessible in ${theme}`, async ({ page, host }) => {
    await page.goto('about:blank');
    writeFileSync(join(host.data, 'settings.json'), JSON.stringify({ version: '1', theme }));
    writeFileSync(join(host.data, 'tabs.json'), 'nonsense');
    await reopen(page, host);
    await openSettings(page);
    await expect(notices(page).getByRole('alert')).toBeVisible();
    await expectAccessible(page);
    await findTemplate(page, 'Partial refund');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page.getByRole('heading', { name: /^Accepted, not final/ })).toBeVisible();
    await expectAccessible(page);
  });
}
