import { seedCollection } from '../../support/seed-collection.ts';
import { expect } from '../web/fixtures.ts';
import { findTemplate } from '../web/page-steps.ts';
import { takePictures } from './take-pictures.ts';

takePictures({
  tabs: async (page) => {
    for (const title of [
      'Refund captured payment',
      'Partial refund',
      'Refund a transaction',
      'Refund an order',
    ])
      await findTemplate(page, title);
    await page.getByRole('textbox', { name: 'URL' }).fill('{{luminate.baseUrl}}/changed');
    const tabs = page.getByRole('toolbar', { name: 'Open requests' });
    await tabs.getByRole('button', { name: 'POST Refund a transaction' }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Pin' }).click();
    await tabs.getByRole('button', { name: 'POST Refund an order' }).click({ button: 'right' });
    await expect(page.getByRole('menuitem', { name: 'Close the others' })).toBeVisible();
  },
  palette: async (page) => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('option').first()).toBeVisible();
  },
  'palette-found': async (page) => {
    await page.getByRole('button', { name: 'Send my first refund' }).click();
    await expect(page.getByRole('heading', { name: /^Accepted/ })).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('refund id');
    await expect(page.getByRole('option', { name: /^Error code/ }).first()).toBeVisible();
  },
  documentation: async (page) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Search' }).waitFor();
    await page.keyboard.type('?hash amount as written');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: /^Documentation/ })).toBeVisible();
  },
  shortcuts: async (page) => {
    await page.keyboard.press('F1');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  },
  'first-refund': async (page) => {
    await page.getByRole('button', { name: 'Send my first refund' }).click();
    await expect(page.getByRole('region', { name: 'First refund' })).toBeVisible();
  },
  'sample-answer': async (page) => {
    await page.getByRole('button', { name: 'Explain an answer' }).click();
    await expect(page.getByRole('dialog').getByRole('heading', { name: /^Refused/ })).toBeVisible();
  },
  start: async (page, host) => {
    seedCollection(host.workspace);
    await page.reload();
    await page.getByRole('button', { name: 'Send my first refund' }).click();
    await expect(page.getByRole('heading', { name: /^Accepted/ })).toBeVisible();
    await page.keyboard.press('Alt+w');
    await expect(page.getByRole('region', { name: 'Sent last' })).toBeVisible();
  },
});
