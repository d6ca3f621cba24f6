import type { Page } from 'playwright/test';

import { expect } from '../web/fixtures.ts';
import { findTemplate } from '../web/page-steps.ts';
import { type Reach, takePictures } from './take-pictures.ts';

async function openCatalogs(page: Page, query: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Error catalogs of all APIs');
  await page
    .getByRole('option', { name: /Error catalogs of all APIs/ })
    .first()
    .click();
  await page.getByRole('searchbox', { name: 'Search the catalogs of all APIs' }).fill(query);
  await page
    .getByRole('listbox', { name: 'Documented answers' })
    .or(page.getByText('Try the bare code'))
    .waitFor();
}

async function refuse(page: Page): Promise<void> {
  for (const title of ['Partial refund', 'Duplicate within 5 minutes']) {
    await findTemplate(page, title);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page.getByRole('heading', { name: /^(?:Accepted|Refused)/ })).toBeVisible();
  }
}

const states: Readonly<Record<string, Reach>> = {
  'catalog-beside': async (page) => {
    await refuse(page);
    await page
      .getByRole('region', { name: 'Error catalog' })
      .getByRole('button', { name: /^Refund FAILURE - Two refunds/ })
      .click();
  },
  'catalog-beside-search': async (page) => {
    await refuse(page);
    await page.getByRole('searchbox', { name: 'Search this catalog' }).fill('same amount');
  },
  'catalog-filter': async (page) => {
    await refuse(page);
    await page.getByRole('region', { name: 'Error catalog' }).getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('button', { name: '403', exact: true }).click();
  },
  'catalog-all': (page) => openCatalogs(page, ''),
  'catalog-code': (page) => openCatalogs(page, '1'),
  'catalog-line': (page) =>
    openCatalogs(page, '{"status":0,"msg":"Refund FAILURE - Invalid amount","error_code":"105"}'),
  'catalog-near': (page) => openCatalogs(page, 'refund id was used before'),
  'catalog-nothing': (page) => openCatalogs(page, 'code 999'),
  'answer-timing': async (page) => {
    await refuse(page);
    await page.getByRole('tab', { name: 'Timing' }).click();
  },
  'answer-timing-login': async (page) => {
    await findTemplate(page, 'Refund single purchase');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page.getByRole('heading', { name: /^Accepted/ })).toBeVisible();
    await page.getByRole('tab', { name: 'Timing' }).click();
  },
  'answer-compare': async (page) => {
    await refuse(page);
    await page.getByRole('tab', { name: 'Compare' }).click();
    await expect(page.getByRole('region', { name: 'Compare' }).getByRole('status')).toContainText(
      'difference',
    );
  },
};

takePictures(states);
