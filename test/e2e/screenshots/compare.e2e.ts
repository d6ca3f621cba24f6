import type { Page } from 'playwright/test';

import { expect } from '../web/fixtures.ts';
import { findTemplate } from '../web/page-steps.ts';
import { type Reach, takePictures } from './take-pictures.ts';

async function send(page: Page, title: string): Promise<void> {
  await findTemplate(page, title);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^(?:Accepted|Refused)/ })).toBeVisible();
}

async function compare(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Compare…' }).click();
  await expect(page.getByRole('dialog', { name: 'Compare', exact: true }).getByRole('status')).toContainText(
    'difference',
  );
}

const states: Readonly<Record<string, Reach>> = {
  'compare-exchanges': async (page) => {
    await send(page, 'Partial refund');
    await send(page, 'Duplicate within 5 minutes');
    await compare(page);
  },
  'compare-documented': async (page) => {
    await send(page, 'Refund a donation');
    await compare(page);
    await page.getByText(/as the document prints it/).click();
  },
  'compare-nothing': async (page) => {
    await send(page, 'Refund an order');
    await compare(page);
  },
  'compare-choice': async (page) => {
    await send(page, 'Partial refund');
    await send(page, 'Duplicate within 5 minutes');
    await compare(page);
    await page.getByRole('button', { name: /^Compare with:/ }).click();
    await page.getByRole('searchbox', { name: 'Search samples and the history' }).waitFor();
    await page.getByRole('option').nth(5).waitFor();
  },
};

takePictures(states);
