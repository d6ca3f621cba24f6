import type { Page } from 'playwright/test';

import { findTemplate } from '../web/page-steps.ts';
import { type Reach, takePictures } from './take-pictures.ts';

/** A file with a script, which is not taken over, and a request to nobody we know. */
const postman = JSON.stringify({
  info: {
    name: 'Team refunds',
    schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
  },
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
    { name: 'Elsewhere', request: { method: 'GET', url: 'https://shop.example/orders' } },
  ],
});

async function writeChecks(page: Page): Promise<void> {
  await findTemplate(page, 'Refund captured payment');
  await page
    .getByRole('tablist', { name: 'Request' })
    .getByRole('tab', { name: /^Checks/ })
    .click();
  for (const path of ['$.error_code', '$.mihpayid']) {
    await page.getByRole('button', { name: 'Add a check' }).click();
    await page.getByLabel('what is looked at').last().selectOption('JSONPath');
    await page.getByLabel('path').last().fill(path);
    await page.getByLabel('what is expected').last().fill('102');
  }
  await page.getByRole('button', { name: 'Take a value' }).click();
  await page.getByLabel('Value 1: path').fill('$.request_id');
  await page.getByLabel('Value 1: variable').fill('requestId');
}

async function chooseFile(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Import requests');
  await page.getByRole('option', { name: /Import requests/ }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('dialog').getByRole('button', { name: 'Choose a file…' }).click(),
  ]);
  await chooser.setFiles({ name: 'team.json', mimeType: 'application/json', buffer: Buffer.from(postman) });
  await page.getByRole('region', { name: 'What is in it' }).waitFor();
}

const states: Readonly<Record<string, Reach>> = {
  checks: async (page) => {
    await writeChecks(page);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page
      .getByRole('tablist', { name: 'Response' })
      .getByRole('tab', { name: /^Checks/ })
      .click();
    await page.getByRole('table', { name: 'Values taken' }).waitFor();
  },
  'import-looked': async (page) => chooseFile(page),
  imported: async (page) => {
    await chooseFile(page);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByRole('dialog', { name: 'Imported' }).waitFor();
  },
  export: async (page) => {
    await chooseFile(page);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByRole('button', { name: 'Open Team refunds' }).click();
    await page.getByRole('button', { name: /^Export/ }).click();
    await page.getByRole('list', { name: 'Files' }).getByRole('listitem').first().waitFor();
  },
};

takePictures(states);
