import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from './fixtures.ts';
import { expectAccessible } from './page-steps.ts';

test('an engineer sends a refund, and sees why the same one is refused', async ({ page }) => {
  await page.getByRole('button', { name: 'Send my first refund' }).click();
  await expect(page.getByRole('heading', { name: /^Accepted, not final/ })).toBeVisible();
  const guide = page.getByRole('region', { name: 'First refund' });
  await expect(guide).toContainText('how it was signed stands on the right');
  await expectAccessible(page);
  await guide.getByRole('button', { name: 'Send it again' }).click();
  await expect(page.getByRole('heading', { name: /^Refused/ })).toBeVisible();
  await expect(guide).toContainText('Refused, as it should be');
  await expect(page.getByRole('region', { name: 'Error catalog' }).locator('[aria-current]')).not.toHaveCount(
    0,
  );
  await guide.getByRole('button', { name: 'End the first steps' }).click();
  await expect(guide).toHaveCount(0);
});

test('support staff see an answer explained before they have one, and clear it for their own', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Explain an answer' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('A sample from the document of');
  await expect(dialog.getByRole('heading', { name: /^Refused/ })).toBeVisible();
  await expect(dialog.locator('tr[aria-current="true"]')).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Clear' }).click();
  await expect(dialog.getByLabel(/Answer from a ticket/)).toHaveValue('');
  await expect(dialog).not.toContainText('A sample from');
  await dialog.getByLabel(/Answer from a ticket/).fill('{"message":"Invalid Hash"}');
  await expect(dialog.getByRole('heading', { name: /hash/i })).toBeVisible();
});

test('a tester comes to the catalogs of all APIs, and back to the start', async ({ page }) => {
  await page.getByRole('button', { name: 'Search the catalogs' }).click();
  await expect(page.getByRole('button', { name: 'Error catalogs', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Start screen' }).click();
  await expect(page.getByRole('heading', { name: 'Refunds, without surprises' })).toBeVisible();
});

test('once something was sent, the start screen leads back to it', async ({ page }) => {
  await page.getByRole('button', { name: 'Send my first refund' }).click();
  await expect(page.getByRole('heading', { name: /^Accepted/ })).toBeVisible();
  await page.keyboard.press('Alt+w');
  const last = page.getByRole('region', { name: 'Sent last' });
  await expectAccessible(page);
  await last.getByRole('button', { name: /Refund captured payment/ }).click();
  await expect(page.getByRole('heading', { name: /^Accepted/ })).toBeVisible();
});

test('the first refund goes to the sandbox, whatever environment is chosen', async ({ page, host }) => {
  writeFileSync(
    join(host.workspace, 'environments', 'live.yaml'),
    'version: "1"\nname: Live\nclass: production\nvariables:\n  payu.baseUrl: "https://nowhere.invalid"\n',
  );
  await page.reload();
  await page.getByRole('button', { name: /^Environment:/ }).click();
  await page.getByRole('menuitem', { name: 'Live' }).click();
  await expect(page.getByRole('button', { name: 'Environment: Live LIVE' })).toBeVisible();
  await page.getByRole('button', { name: 'Send my first refund' }).click();
  await expect(page.getByRole('heading', { name: /^Accepted/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Environment: Local sandbox' })).toBeVisible();
});

test('one filter narrows templates, collections and what was sent last', async ({ page }) => {
  await page.getByRole('textbox', { name: 'Filter the side bar' }).fill('wallet');
  const templates = page.getByRole('treegrid', { name: 'Refund APIs' });
  await expect(templates.getByRole('row').first()).toContainText('DigiPay.Guru wallet');
  await expect(templates).not.toContainText('PayU');
  await page.keyboard.press('Escape');
  await expect(templates).toContainText('PayU');
});
