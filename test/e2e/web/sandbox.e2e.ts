import { readFileSync } from 'node:fs';

import { expect, test } from './fixtures.ts';
import { addFault, openLoadForm, openSandbox, sendTemplate } from './sandbox-steps.ts';

test('an answer picked in the catalog is the next one any client gets, and the log says so', async ({
  page,
}) => {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Search' }).waitFor();
  await page.keyboard.type('Error catalogs of all APIs');
  await page
    .getByRole('option', { name: /Error catalogs of all APIs/ })
    .first()
    .click();
  await page.getByRole('searchbox', { name: 'Search the catalogs of all APIs' }).fill('Invalid Hash');
  const detail = page.getByRole('region', { name: 'Documented answer' });
  await detail.getByRole('button', { name: 'The sandbox’s next answer' }).click();
  const chip = page.getByRole('contentinfo').getByRole('button', { name: /^Sandbox altered: 1 pick/ });
  await chip.click();
  const controls = page.getByRole('region', { name: 'Sandbox controls' });
  await expect(controls.getByRole('list', { name: 'Picks' })).toContainText(/invalid-hash.*by state/);
  await sendTemplate(page, 'Refund captured payment');
  await expect(page.getByRole('heading', { name: /^Refused: the hash does not match/ })).toBeVisible();
  await expect(chip).toHaveCount(0);
  await openSandbox(page, 'Requests');
  const row = controls.getByRole('row', { name: /\/partner\/refunds/ });
  await expect(row).toContainText('pick by state');
  await row.click();
  await expect(controls.getByRole('region', { name: /^Request \d+$/ })).toContainText('asked for: pick');
});

test('a fault is checked while it is written, is seen everywhere while it holds, and is taken away at once', async ({
  page,
}) => {
  const controls = await openSandbox(page, 'Faults');
  const field = controls.getByRole('textbox', { name: 'Fault' });
  await field.fill('status 200');
  await expect(controls.getByText('200 is no status from 400 to 599')).toBeVisible();
  await expect(controls.getByRole('button', { name: 'Add the fault' })).toBeDisabled();
  await controls.getByRole('row', { name: /^A gateway answers with this status/ }).click();
  await expect(field).toHaveValue('status 503');
  await field.press('Enter');
  const banner = controls.getByRole('region', { name: 'The sandbox is altered' });
  await expect(banner).toContainText('1 fault');
  await expect(page.getByRole('contentinfo')).toContainText('Sandbox altered: 1 fault');
  await page.keyboard.press('Control+5');
  await expect(page.getByRole('complementary', { name: 'Side bar' })).toContainText(
    'Sandbox altered: 1 fault',
  );
  await banner.getByRole('button', { name: 'Remove all rules' }).click();
  await expect(banner).toHaveCount(0);
  await expect(page.getByRole('contentinfo')).not.toContainText('altered');
});

test('five minutes on by the sandbox’s clock, what was a duplicate is taken', async ({ page }) => {
  await sendTemplate(page, 'Partial refund');
  await sendTemplate(page, 'Duplicate within 5 minutes');
  await expect(page.getByRole('heading', { name: /^Refused/ })).toBeVisible();
  const controls = await openSandbox(page, 'Clock');
  await controls.getByRole('button', { name: '+5 min' }).click();
  await expect(controls.getByRole('tab', { name: /^Clock/ })).toContainText('5m ahead');
  await page.getByRole('button', { name: 'POST Duplicate within 5 minutes' }).click();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Accepted/ })).toBeVisible();
});

test('a fresh start is put back, and a file that cannot be taken says why and changes nothing', async ({
  page,
}) => {
  const controls = await openSandbox(page, 'Faults');
  await addFault(controls, 'cut-after');
  const faults = controls.getByRole('list', { name: 'Faults' });
  await expect(faults).toContainText('cut-after');
  const downloaded = page.waitForEvent('download');
  await controls.getByRole('button', { name: 'Snapshot', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Save a snapshot' }).click();
  const snapshot = readFileSync(await (await downloaded).path(), 'utf8');
  expect(snapshot).toContain('cut-after');
  await controls.getByRole('button', { name: 'Start afresh' }).click();
  await page.getByRole('menuitem', { name: /^All ledgers/ }).click();
  await expect(faults).toHaveCount(0);
  await controls.getByRole('button', { name: 'Put back' }).click();
  await expect(faults).toContainText('cut-after');
  await controls.getByRole('button', { name: 'Remove cut-after' }).click();
  await expect(faults).toHaveCount(0);
  await openLoadForm(page, controls);
  const choose = (text: string): Promise<void> =>
    controls
      .locator('input[type="file"]')
      .setInputFiles({ name: 'seed.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await choose(snapshot.replace('cut-after', 'cut-never'));
  await expect(controls.getByRole('alert')).toContainText('The sandbox cannot take this file');
  await expect(faults).toHaveCount(0);
  await choose(snapshot);
  await expect(faults).toContainText('cut-after');
  await expect(controls.getByRole('button', { name: 'Put back' })).toBeVisible();
});

test('a refund that waits ends by hand, and a payment of the ledger is refunded from there', async ({
  page,
}) => {
  await sendTemplate(page, 'Refund captured payment');
  const controls = await openSandbox(page, 'Ledger');
  const records = controls.getByRole('grid', { name: 'Records' });
  const refund = records
    .getByRole('row')
    .filter({ hasText: 'refund of 500.00 INR of payment 403993715529606983' });
  await expect(refund).toContainText('queued');
  await controls.getByRole('button', { name: /^Succeeds: .*500\.00 INR/ }).click();
  await expect(refund).toContainText('success');
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText(/^Refund .* succeeded/);
  await controls.getByRole('textbox', { name: 'Filter the records' }).fill('merchant_id 403993715529606983');
  await records.getByText('403993715529606983', { exact: true }).click();
  await controls.getByRole('button', { name: 'Refund this…' }).click();
  await expect(page.getByRole('textbox', { name: 'Request body' })).toBeVisible();
  await expect(page.locator('.monaco-editor .view-lines').first()).toContainText('403993715529606983');
});
