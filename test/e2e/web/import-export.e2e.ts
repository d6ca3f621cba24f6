import { readFileSync } from 'node:fs';

import type { Page } from 'playwright/test';

import { expect, test } from './fixtures.ts';
import { expectAccessible } from './page-steps.ts';

const postman = JSON.stringify({
  info: {
    name: 'Team refunds',
    schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
  },
  item: [
    {
      name: 'Partial',
      item: [
        {
          name: 'Half of it',
          event: [{ listen: 'test', script: { exec: ['console.log(1)'] } }],
          request: {
            method: 'POST',
            header: [{ key: 'Content-Type', value: 'application/json' }],
            url: '{{payu.baseUrl}}/partner/refunds',
            body: { mode: 'raw', raw: '{"refund_id":"R-1","amount":0.10}' },
          },
        },
      ],
    },
  ],
});

async function openImport(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Import requests');
  await page.getByRole('option', { name: /Import requests/ }).click();
  await expect(page.getByRole('dialog', { name: 'Import' })).toBeVisible();
}

test('a Postman collection is looked at, imported and exported again', async ({ page }) => {
  await openImport(page);
  const dialog = page.getByRole('dialog');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    dialog.getByRole('button', { name: 'Choose a file…' }).click(),
  ]);
  await chooser.setFiles({ name: 'team.json', mimeType: 'application/json', buffer: Buffer.from(postman) });
  await expect(dialog).toContainText('Postman collection: 1 collection with 1 request, 0 environments.');
  await expect(dialog.getByRole('region', { name: 'What is in it' })).toContainText('Half of it');
  await expectAccessible(page, { part: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Imported' })).toContainText(
    'Written: 1 collection with 1 request',
  );
  await page.getByRole('button', { name: 'Open Team refunds' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Team refunds' })).toBeVisible();
  await page.getByRole('button', { name: /^Export/ }).click();
  const files = page
    .getByRole('dialog', { name: 'Export Team refunds' })
    .getByRole('list', { name: 'Files' });
  await expect(files.getByRole('listitem')).not.toHaveCount(0);
  await page.getByRole('radio', { name: 'cURL' }).press('Space');
  await expect(files.getByRole('listitem')).toHaveCount(1);
  await expectAccessible(page, { part: '[role=dialog]' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    files.getByRole('button', { name: /^Save / }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('"amount":0.10');
});

test('what is no file to import is told, and nothing can be written', async ({ page }) => {
  await openImport(page);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('{"info": {');
  await expect(dialog.getByRole('list')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
  await dialog.getByRole('textbox').fill(postman);
  await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeEnabled();
});
