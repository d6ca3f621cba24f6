import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from 'playwright/test';

import { expect, type Host, reopen } from '../web/fixtures.ts';
import { findTemplate } from '../web/page-steps.ts';
import { takePictures } from './take-pictures.ts';

/** Opens the page as it is set in the file of the settings. */
async function reopenWith(page: Page, host: Host, settings: object): Promise<void> {
  await page.goto('about:blank');
  writeFileSync(join(host.data, 'settings.json'), JSON.stringify({ version: '1', ...settings }));
  await reopen(page, host);
}

async function sendRefund(page: Page): Promise<void> {
  await findTemplate(page, 'Partial refund');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Accepted, not final/ })).toBeVisible();
}

takePictures({
  settings: async (page) => {
    await page.keyboard.press('Control+,');
    await expect(page.getByRole('region', { name: 'Settings' })).toBeVisible();
  },
  'high-contrast': async (page, host) => {
    const isLight = await page.evaluate(() => matchMedia('(prefers-color-scheme: light)').matches);
    await reopenWith(page, host, { theme: isLight ? 'contrast-light' : 'contrast-dark' });
    await sendRefund(page);
  },
  'zoomed-200': async (page, host) => {
    await reopenWith(page, host, { zoom: 200 });
    await page.keyboard.press('Control+b');
    await sendRefund(page);
  },
  notices: async (page, host) => {
    await page.goto('about:blank');
    writeFileSync(join(host.data, 'tabs.json'), 'nonsense');
    await reopen(page, host);
    await findTemplate(page, 'Partial refund');
    await expect(page.getByRole('alert').filter({ hasText: 'cannot be read' })).toBeVisible();
  },
});
