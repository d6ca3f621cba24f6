import type { Page } from 'playwright/test';

import { expect } from '../web/fixtures.ts';
import { findTemplate, replaceBody } from '../web/page-steps.ts';
import { type Reach, takePictures } from './take-pictures.ts';

const states: Readonly<Record<string, Reach>> = {
  'editor-names': async (page) => {
    await openTerminal(page, '{\n  "type": "regular",\n  "grandTotal": 42,\n  "pro');
    await page.keyboard.press('Control+Space');
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  },
  'hover-field': async (page) => {
    await openTerminal(page, '{\n  "type": "regular",\n  "grandTotal": 42,\n  "products": []\n}');
    await page.locator('.monaco-editor .view-line').getByText('grandTotal').first().hover();
    await page.locator('.monaco-hover:visible').waitFor();
  },
  'editor-fixes': async (page) => {
    await openTerminal(page, '{\n  "Type": "Regular",\n  "grandTotal": 42,\n  "isReversal": False,\n}');
    await page.keyboard.press('Control+Home');
    await expect(page.locator('.monaco-editor .squiggly-warning').first()).toBeVisible();
    await page.keyboard.press('Control+.');
    await expect(page.getByText(/^Add products/)).toBeVisible();
  },
};

takePictures(states);

async function openTerminal(page: Page, body: string): Promise<void> {
  await findTemplate(page, 'Refund part of an order');
  await replaceBody(page, body);
}
