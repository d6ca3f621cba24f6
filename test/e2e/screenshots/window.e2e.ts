import type { Page } from 'playwright/test';

import { expect } from '../web/fixtures.ts';
import { findTemplate } from '../web/page-steps.ts';
import { type Reach, takePictures } from './take-pictures.ts';

async function send(page: Page, headline: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('heading', { name: headline })).toBeVisible();
}

const states: Readonly<Record<string, Reach>> = {
  batch: async (page) => {
    await findTemplate(page, 'Batch with one refusal');
    await send(page, /^Refused/);
  },
  stopped: async (page) => {
    await findTemplate(page, 'Partial refund');
    await page.getByRole('textbox', { name: 'URL' }).fill('{{payu.baseurl}}/partner/refunds');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Not sent' })).toBeVisible();
  },
  'explain-an-answer': async (page) => {
    await page.getByRole('button', { name: 'Explain an answer' }).click();
    await page.getByLabel(/Answer from a ticket/).fill('{"message":"Invalid Hash"}');
  },
  environment: async (page) => {
    await page.getByRole('button', { name: 'Set up a test environment' }).click();
  },
  'environment-edited': async (page) => {
    await chooseTest(page);
    await page.getByRole('button', { name: 'Edit' }).click();
    await expect(page.getByText('Real money would move.')).toBeVisible();
  },
  'environments-compared': async (page) => {
    await chooseTest(page);
    await page.getByRole('button', { name: 'Compare' }).click();
    await expect(page.getByRole('table', { name: 'Acme test and Acme live' })).toBeVisible();
  },
  'environment-deleted': async (page) => {
    await chooseTest(page);
    await page.getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  },
  hover: async (page) => {
    await chooseTest(page);
    await findTemplate(page, 'Refund a transaction');
    await page.locator('.monaco-editor .squiggly-info').first().waitFor();
    await page.locator('.monaco-editor .view-line').getByText('digipay.paymentMode').first().hover();
    await page.locator('.monaco-hover:visible').waitFor();
  },
  'hover-over-url': async (page) => {
    await chooseTest(page);
    await findTemplate(page, 'Refund a transaction');
    await page.locator('.monaco-editor .squiggly-info').first().waitFor();
    await page.getByRole('textbox', { name: 'URL' }).hover({ position: { x: 30, y: 14 } });
    await page.getByRole('tooltip').waitFor();
  },
};

/** Two environments with what the editor warns of. */
const environments = {
  staging: [
    'version: "1"',
    'name: Acme test',
    'class: test',
    'variables:',
    '  digipay.baseUrl: "https://wallet.example"',
    '  digipay.paymentMode: "3"',
    '  payu.baseUrl: "https://api.payu.in"',
    '  payu.merchantId: "8238480"',
    '  payu.payuId: "403993715529606983"',
    '  team: refunds',
    '',
  ].join('\n'),
  live: [
    'version: "1"',
    'name: Acme live',
    'class: production',
    'variables:',
    '  payu.baseUrl: "https://api.payu.in"',
    '  payu.merchantId: "8238481"',
    '  payu.payuId: "403993715529606983"',
    '',
  ].join('\n'),
  next: 'version: "2"\nname: Acme next\nclass: test\n',
};

async function chooseTest(page: Page): Promise<void> {
  await page.keyboard.press('Control+4');
  await page.getByRole('option', { name: 'Acme test' }).click();
  await expect(page.getByRole('button', { name: 'Environment: Acme test' })).toBeVisible();
}

/** What every picture waits for. */
function untilShown(reach: Reach): Reach {
  return async (page, host) => {
    await reach(page, host);
    await page
      .locator('.monaco-editor .view-line')
      .first()
      .or(page.getByRole('dialog'))
      .or(page.getByRole('heading', { level: 1 }))
      .first()
      .waitFor();
  };
}

takePictures(
  Object.fromEntries(Object.entries(states).map(([name, reach]) => [name, untilShown(reach)] as const)),
  {
    environments,
  },
);
