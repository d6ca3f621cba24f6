import type { Page } from 'playwright/test';

import { expect } from '../web/fixtures.ts';
import { findTemplate } from '../web/page-steps.ts';
import { type Reach, takePictures } from './take-pictures.ts';

async function sendTwo(page: Page): Promise<void> {
  for (const title of ['Partial refund', 'Duplicate within 5 minutes']) {
    await findTemplate(page, title);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page.getByRole('heading', { name: /^(?:Accepted|Refused)/ })).toBeVisible();
  }
}

async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function paste(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Search' }).waitFor();
  await page.keyboard.type('Explain an answer');
  await page
    .getByRole('option', { name: /Explain an answer/ })
    .first()
    .click();
  await page.getByRole('dialog', { name: 'Paste or drop' }).getByRole('textbox').first().fill(text);
}

const states: Readonly<Record<string, Reach>> = {
  evidence: async (page) => {
    await sendTwo(page);
    await choose(page, 'Evidence for a ticket…');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).waitFor();
  },
  'copy-with-secrets': async (page) => {
    await sendTwo(page);
    await choose(page, 'Copy as cURL with secrets…');
    await page.getByRole('dialog').waitFor();
  },
  'paste-curl': async (page) => {
    await paste(
      page,
      String.raw`curl --request POST 'https://test-partnerapilayer.payu.in/apilayer/partner/refunds' \
  --header 'Authorization: Bearer an-invented-token' --header 'Content-Type: application/json' \
  --data-raw '{"refund_id":"R-1","payu_id":403993715529606983,"merchant_id":"8238480","reseller_id":"1","amount":23.12,"hash":"00"}'`,
    );
    await page.getByRole('button', { name: 'Open as draft' }).first().waitFor();
  },
};

takePictures(states);
