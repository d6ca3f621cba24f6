import type { Page } from 'playwright/test';

import { refundsJson, refundsXml, showAnswer } from '../web/answer-steps.ts';
import { expect } from '../web/fixtures.ts';
import { findTemplate } from '../web/page-steps.ts';
import { type Reach, takePictures } from './take-pictures.ts';

async function send(page: Page, title: string): Promise<void> {
  await findTemplate(page, title);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('tree', { name: 'Parsed answer' }).getByRole('treeitem').first().waitFor();
}

const states: Readonly<Record<string, Reach>> = {
  'answer-tree': async (page) => {
    await send(page, 'Duplicate within 5 minutes');
    await page.getByRole('tree', { name: 'Parsed answer' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByText('$.status').waitFor();
  },
  'answer-filter': async (page, host) => {
    await showAnswer(page, host, refundsXml(40), 'application/xml');
    await page.getByRole('button', { name: 'Filter by a path' }).click();
    await page.getByRole('textbox', { name: 'Filter by XPath' }).fill('//refund_amount');
    await page.getByText('40 found').waitFor();
  },
  'answer-filter-fault': async (page, host) => {
    await showAnswer(page, host, refundsJson(40, 2));
    await page.getByRole('button', { name: 'Filter by a path' }).click();
    await page.getByRole('textbox', { name: 'Filter by JSONPath' }).fill('$.refunds[');
    await page.getByText(/\(character \d+\)/).waitFor();
  },
  'answer-huge-tree': async (page, host) => {
    await showAnswer(page, host, refundsJson(25_000, 2));
    await expect(page.getByRole('treeitem', { name: 'refunds [ 25000 ]' })).toBeVisible();
    await page.getByRole('tree', { name: 'Parsed answer' }).press('Control+f');
    await page.getByRole('textbox', { name: 'Search in the tree' }).fill('R-24');
    await page.getByText(/of 1,111/).waitFor();
    await page.keyboard.press('Enter');
  },
  'answer-huge-raw': async (page, host) => {
    await showAnswer(page, host, refundsJson(25_000, 2));
    await page.getByRole('tab', { name: 'Raw' }).click();
    await expect(page.getByText(/^Reading:/)).toHaveCount(0);
    await page.getByRole('textbox', { name: 'Raw response' }).press('End');
    await page.getByText('175004').waitFor();
  },
  'answer-one-line': async (page, host) => {
    await showAnswer(page, host, refundsJson(25_000, 0));
    await page.getByRole('tab', { name: 'Raw' }).click();
    await page.getByText(/more characters/).waitFor();
    await page.getByRole('radio', { name: 'Re-indented' }).click();
    await page.getByText('"refunds"').waitFor();
  },
  'answer-malformed': async (page, host) => {
    await showAnswer(
      page,
      host,
      '{\n  "status": 1,\n  "msg": "Refund Request Queued"\n  "error_code": 102\n}\n',
    );
    await page.getByText(/^Malformed JSON, line 4/).waitFor();
  },
};

takePictures(states);
