import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Locator, Page } from 'playwright/test';

import { expect, reopen, test } from './fixtures.ts';
import { expectAccessible, findTemplate } from './page-steps.ts';

const strip = (page: Page): Locator => page.getByRole('toolbar', { name: 'Open requests' });
const tab = (page: Page, name: string): Locator => strip(page).getByRole('button', { name: `POST ${name}` });
const url = (page: Page): Locator => page.getByRole('textbox', { name: 'URL' });

const three = ['Refund captured payment', 'Partial refund', 'Refund a transaction'] as const;

/** The names of the open tabs, as they are announced. */
async function open(page: Page): Promise<readonly string[]> {
  const buttons = strip(page).locator('[aria-pressed]');
  return (await buttons.allTextContents()).map((text) => text.replace(/^POST\s*/, '').replace('●', ''));
}

async function openThree(page: Page): Promise<void> {
  for (const title of three) await findTemplate(page, title);
  await expect.poll(() => open(page)).toEqual([...three]);
}

test('tabs are moved, pinned, walked through and closed by keys alone, and come back after a restart', async ({
  page,
  host,
}) => {
  await openThree(page);
  await page.keyboard.press('Control+Shift+PageUp');
  await expect.poll(() => open(page)).toEqual([three[0], three[2], three[1]]);
  await page.keyboard.press('Alt+PageUp');
  await expect(tab(page, three[0])).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Alt+PageUp');
  await expect(tab(page, three[1])).toHaveAttribute('aria-pressed', 'true');

  await tab(page, three[1]).focus();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: 'Close', exact: true })).toBeFocused();
  await page.keyboard.type('pin');
  await page.keyboard.press('Enter');
  await expect.poll(() => open(page)).toEqual([`${three[1]} pinned`, three[0], three[2]]);

  await page.keyboard.press('Control+Shift+p');
  await page.getByRole('dialog', { name: 'Search' }).waitFor();
  await page.keyboard.type('close the other tabs');
  await page.keyboard.press('Enter');
  await expect.poll(() => open(page)).toEqual([`${three[1]} pinned`]);
  await expect(page.getByText('2 tabs closed.')).toBeVisible();
  await page.keyboard.press('Alt+Shift+w');
  await page.keyboard.press('Alt+Shift+w');
  await expect.poll(() => open(page)).toEqual([`${three[1]} pinned`, three[0], three[2]]);

  await reopen(page, host);
  await expect.poll(() => open(page)).toEqual([`${three[1]} pinned`, three[0], three[2]]);
});

test('an edited draft that is closed comes back whole, and the focus is never lost', async ({ page }) => {
  await openThree(page);
  await url(page).fill('{{digipay.baseUrl}}/mine');
  await expect(tab(page, `${three[2]} edited`)).toBeVisible();
  await page.keyboard.press('Alt+w');
  await expect(page.getByText(`${three[2]} closed with what is not saved.`)).toBeVisible();
  await expect(tab(page, three[1])).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(url(page)).toHaveValue('{{digipay.baseUrl}}/mine');

  await tab(page, three[2]).focus();
  await page.keyboard.press('Delete');
  await expect(tab(page, three[1])).toBeFocused();
  await page.keyboard.press('Alt+Shift+w');
  await expect(url(page)).toHaveValue('{{digipay.baseUrl}}/mine');
  for (const _ of three) await page.keyboard.press('Alt+w');
  await expect(page.getByRole('region', { name: 'Start' })).toBeFocused();
  await page.keyboard.press('Alt+Shift+w');
  await expect(tab(page, three[0])).toBeVisible();
});

test('the pointer orders tabs by dragging, closes with its middle button, and opens the menu with its right one', async ({
  page,
}) => {
  await openThree(page);
  await tab(page, three[2]).dragTo(tab(page, three[0]));
  await expect.poll(() => open(page)).toEqual([three[2], three[0], three[1]]);
  await tab(page, three[0]).click({ button: 'middle' });
  await expect.poll(() => open(page)).toEqual([three[2], three[1]]);
  await tab(page, three[1]).click({ button: 'right' });
  await expectAccessible(page, { part: '[role="menu"]' });
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect.poll(() => open(page)).toEqual([three[2], three[1], `${three[1]} copy`]);
  await tab(page, `${three[1]} copy`).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Rename…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Second try');
  await page.keyboard.press('Enter');
  await expect(tab(page, 'Second try')).toBeVisible();
});

test('of many tabs the shown one is in view, and a menu lists them all', async ({ page, host }) => {
  await findTemplate(page, three[0]);
  const file = join(host.data, 'tabs.json');
  await expect.poll(() => existsSync(file)).toBe(true);
  const { tabs } = JSON.parse(readFileSync(file, 'utf8')) as { tabs: { id: string; title: string }[] };
  const copies = Array.from({ length: 20 }, (_, index) => ({
    ...tabs[0],
    id: `copy-${index}`,
    title: `Copy ${index}`,
  }));
  writeFileSync(file, JSON.stringify({ tabs: [...tabs, ...copies], active: 'copy-19' }));
  await page.reload();
  await expect(strip(page).locator('[aria-pressed="true"]')).toBeInViewport({ ratio: 1 });
  await strip(page).getByRole('button', { name: 'All open tabs' }).click();
  await page.getByRole('menuitem', { name: three[0], exact: true }).click();
  await expect(strip(page).locator('[aria-pressed="true"]')).toHaveText(`POST ${three[0]}`);
  await expect(strip(page).locator('[aria-pressed="true"]')).toBeInViewport({ ratio: 1 });
  await expectAccessible(page);
});
