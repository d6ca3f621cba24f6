import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, type Page } from 'playwright/test';

import type { Host } from '../web/fixtures.ts';
import { takePictures } from './take-pictures.ts';

const line = (number: number, amount: string): string =>
  `4039937160${String(number).padStart(8, '0')};TICKET-${4400 + number};${amount};Customer ${number}`;

/** Refunds: a comma in an amount, one refund twice, and some payments that are not there. */
const csv = [
  'Transaction;Refund reference;Sum;Customer',
  ...Array.from({ length: 26 }, (_, index) =>
    index === 4
      ? line(5, '12,50')
      : index === 16
        ? line(3, '12.50')
        : line(index + 1, '12.50').replace(/^40399/, index % 8 === 7 ? '50399' : '40399'),
  ),
].join('\n');

async function fromPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Search' }).waitFor();
  await page.keyboard.type('Refund from a table');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Refund from a table' }).waitFor();
}

async function chooseTable(page: Page): Promise<void> {
  await fromPalette(page);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'refunds-november.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByText('26 rows', { exact: false }).first().waitFor();
}

async function lookAtRows(page: Page): Promise<void> {
  await chooseTable(page);
  await page.getByRole('button', { name: /^Look at/ }).click();
  await page.getByText('24 of 26').waitFor();
}

async function toTheEnd(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'The same on the command line' }).scrollIntoViewIfNeeded();
}

async function start(page: Page): Promise<void> {
  await lookAtRows(page);
  await page.getByLabel(/^Stop after/).fill('');
  await page.getByLabel(/^Type the total/).fill('300');
  await page.keyboard.press('Enter');
  await page.getByRole('grid', { name: 'Rows' }).waitFor();
}

async function finish(page: Page): Promise<void> {
  await start(page);
  await expect(page.getByText('Done', { exact: true })).toBeVisible({ timeout: 30_000 });
}

async function stop(page: Page): Promise<void> {
  await lookAtRows(page);
  await page.getByLabel(/^Wait/).fill('500');
  await page.getByLabel(/^Type the total/).fill('300');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Not final [3-9]/ })).toBeVisible();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByText('Stopped', { exact: true })).toBeVisible();
}

async function toProduction(page: Page, host: Host): Promise<void> {
  writeFileSync(
    join(host.workspace, 'environments', 'live.yaml'),
    'version: "1"\nname: Acme live\nclass: production\nvariables:\n  payu.baseUrl: "http://127.0.0.1:9"\n  payu.merchantId: "1"\n  payu.resellerId: "2"\n',
  );
  await expect(page.getByRole('button', { name: /^Environment:/ })).toBeVisible();
  await lookAtRows(page);
  const environment = page.getByRole('combobox', { name: 'Environment' });
  await environment.selectOption({ label: 'Acme live · LIVE' });
  await page.getByRole('heading', { name: 'Refund from a table' }).scrollIntoViewIfNeeded();
}

takePictures({
  'batch-new': fromPalette,
  'batch-columns': chooseTable,
  'batch-looked': lookAtRows,
  'batch-start': async (page) => {
    await lookAtRows(page);
    await toTheEnd(page);
  },
  'batch-production': toProduction,
  'batch-done': async (page) => {
    await finish(page);
    await page.getByRole('button', { name: /^Refused/ }).click();
    await page.getByRole('grid', { name: 'Rows' }).getByRole('row').nth(1).click();
    await page.getByRole('region', { name: /^Row / }).waitFor();
  },
  'batch-stopped': stop,
  'batch-resume': async (page) => {
    await stop(page);
    await page.getByRole('button', { name: 'Resume…' }).click();
    await page.getByRole('dialog', { name: 'Resume the batch' }).waitFor();
  },
  'batch-reconcile': async (page) => {
    await finish(page);
    await page.getByRole('button', { name: 'Reconcile…' }).click();
    const dialog = page.getByRole('dialog', { name: /^Reconcile/ });
    await dialog.locator('input[type=file]').setInputFiles({
      name: 'export.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(csv.replace('TICKET-4402;12.50', 'TICKET-4402;12.05')),
    });
    await dialog.getByLabel('Column that names the refund').selectOption('Refund reference');
    await dialog.getByLabel('What stands in it is').selectOption('our refund id');
    await dialog.getByLabel('Column of the amount').selectOption('Sum');
    await dialog.getByRole('button', { name: 'Compare' }).click();
    await dialog.getByRole('grid', { name: 'What is not the same' }).waitFor();
  },
});
