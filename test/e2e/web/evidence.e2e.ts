import { readFileSync } from 'node:fs';

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';

import { expect, test } from './fixtures.ts';

async function sendRefund(page: Page, headline: RegExp): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Search' }).waitFor();
  await page.keyboard.type('Refund captured payment');
  await page.getByRole('option', { name: 'Request Refund captured payment' }).first().click();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('heading', { name: headline })).toBeVisible();
}

async function openEvidence(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Search' }).waitFor();
  await page.keyboard.type('Evidence for a ticket');
  await page.getByRole('option', { name: /Evidence for a ticket/ }).click();
  await expect(page.getByRole('dialog', { name: 'Evidence for a ticket' })).toBeVisible();
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('evidence is shown before it is saved, and says where it went', async ({ page }, info) => {
      await sendRefund(page, /^Accepted, not final/);
      await openEvidence(page);
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByText('{{payu.accessToken}} once').first()).toBeVisible();
      const shown = dialog.getByRole('region', { name: 'What the evidence says' });
      await expect(shown).toContainText('Authorization: Bearer {{payu.accessToken}}');
      await expectAccessible(page);
      await page.screenshot({ path: info.outputPath('dialog.png') });
      await page.setViewportSize({ width: 1024, height: 700 });
      await page.screenshot({ path: info.outputPath('dialog-small.png') });
      const downloading = page.waitForEvent('download');
      await dialog.getByRole('button', { name: 'Save' }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toMatch(/^evidence-\d{4}-\d\d-\d\d-history-1\.html$/);
      const html = readFileSync(await download.path(), 'utf8');
      expect(html).toContain('refund-workbench-evidence/1');
      await expect(dialog.getByRole('status')).toContainText(download.suggestedFilename());
    });
  });
}
