import { readFileSync, writeFileSync } from 'node:fs';

import type { Page } from 'playwright/test';

import { expect, type Host, test } from './fixtures.ts';
import { expectAccessible, findTemplate } from './page-steps.ts';

const staging = [
  '# kept by hand',
  'version: "1"',
  'name: Staging',
  'class: test',
  'variables:',
  '  payu.baseUrl: "https://pay.example"',
  '  payu.merchantId: "0005"',
  '  payu.payuId: "403993715529606983"',
  '  digipay.paymentMode: "3"',
  '  digipay.baseUrl: "https://wallet.example"',
  '  team: blue',
  'secrets: []',
  '',
].join('\n');

const live = staging
  .replace('Staging', 'Live shop')
  .replace('class: test', 'class: production')
  .replace('0005', '0006');

function pathOf({ workspace }: Host, id: string): string {
  return `${workspace}/environments/${id}.yaml`;
}

async function choose(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+4');
  await page.getByRole('option', { name }).click();
  await expect(page.getByRole('button', { name: `Environment: ${name}` })).toBeVisible();
}

test('an environment is made from a known host, which says how sure it is', async ({ page, host }) => {
  await page.keyboard.press('Control+4');
  await page.getByRole('button', { name: 'New environment' }).click();
  const dialog = page.getByRole('dialog', { name: 'New environment' });
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Acme Test');
  await dialog.getByText('PayU · WhatsApp refunds').click();
  const hosts = dialog.getByRole('group', { name: 'Known hosts of PayU · WhatsApp refunds' });
  await expect(hosts.getByRole('button')).toHaveText(/^PayU test https:\/\/test-\S+ public page, likely$/);
  await hosts.getByRole('button').click();
  await expect(dialog.getByRole('textbox', { name: /payu\.baseUrl/ })).toHaveValue(
    'https://test-partnerapilayer.payu.in/apilayer',
  );
  await dialog.getByRole('combobox', { name: 'Class' }).selectOption('production');
  await expect(hosts.getByRole('button')).toHaveText(/^PayU production https:\/\/api\.payu\.in/);
  await expect(dialog).toContainText(
    'is known as PayU test, but this environment is of the class production.',
  );
  await hosts.getByRole('button').click();
  await expect(dialog).not.toContainText('is known as');
  await dialog.getByRole('combobox', { name: 'Class' }).selectOption('test');
  await expect(dialog).toContainText('Real money would move.');
  await expectAccessible(page);
  await dialog.getByRole('combobox', { name: 'Class' }).selectOption('production');
  await dialog.getByRole('button', { name: 'Save and use' }).click();
  await expect(page.getByRole('button', { name: /^Environment: Acme Test LIVE/ })).toBeVisible();
  expect(readFileSync(pathOf(host, 'acme-test'), 'utf8')).toBe(
    'version: "1"\nname: "Acme Test"\nclass: production\nvariables:\n  payu.baseUrl: "https://api.payu.in"\nsecrets: []\n',
  );
});

test.describe('in a workspace', () => {
  test.use({ environments: { staging, live } });

  test('an environment is duplicated under a free name', async ({ page, host }) => {
    await choose(page, 'Staging');
    await page.getByRole('button', { name: 'Duplicate' }).click();
    const dialog = page.getByRole('dialog', { name: 'Copy of an environment' });
    await expect(dialog.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Staging copy');
    await expect(dialog).toContainText('Secrets are not copied.');
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('live SHOP');
    await dialog.getByRole('button', { name: 'Save and use' }).click();
    await expect(dialog).toContainText('There is an environment of the name Live shop already (live)');
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('  ');
    await expect(dialog.getByRole('button', { name: 'Save and use' })).toBeDisabled();
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Staging two');
    await dialog.getByRole('button', { name: 'Save and use' }).click();
    await expect(page.getByRole('button', { name: 'Environment: Staging two' })).toBeVisible();
    expect(readFileSync(pathOf(host, 'staging-two'), 'utf8')).toContain('payu.payuId: "403993715529606983"');
    expect(readFileSync(pathOf(host, 'staging'), 'utf8')).toBe(staging);
  });

  test('two environments are compared side by side', async ({ page }) => {
    await choose(page, 'Staging');
    await page.getByRole('button', { name: 'Compare' }).click();
    const dialog = page.getByRole('dialog', { name: 'Compare environments' });
    const table = dialog.getByRole('table', { name: 'Staging and Live shop' });
    await expect(table.getByRole('row').nth(1)).toHaveText('Class Test LIVE different');
    await expect(table.getByRole('row').nth(2)).toContainText('digipay.baseUrl');
    await expect(table.getByRole('row', { name: /payu\.merchantId/ })).toContainText('different');
    await expect(table.getByRole('row', { name: /team/ })).toContainText('equal');
    await expectAccessible(page);
    await dialog.getByLabel('Only differences').check();
    await expect(table.getByRole('row')).toHaveCount(3);
    await dialog.getByLabel('Left').selectOption('Live shop');
    await expect(dialog).toContainText('No differences.');
  });

  test('a deleted environment comes back with Undo, byte for byte, and is in use again', async ({
    page,
    host,
  }) => {
    await choose(page, 'Staging');
    await page.getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByRole('option', { name: 'Staging' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Environment: Local sandbox' })).toBeVisible();
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('button', { name: 'Environment: Staging' })).toBeVisible();
    expect(readFileSync(pathOf(host, 'staging'), 'utf8')).toBe(staging);
    await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  });

  test('a deletion is taken back by keys, too', async ({ page, host }) => {
    await choose(page, 'Staging');
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByText('Environment Staging deleted.')).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('undo');
    await page.getByRole('option', { name: /Undo/ }).first().click();
    await expect(page.getByRole('button', { name: 'Environment: Staging' })).toBeVisible();
    expect(readFileSync(pathOf(host, 'staging'), 'utf8')).toBe(staging);
  });

  test('a file that changes while it is edited asks whose text stays', async ({ page, host }) => {
    await choose(page, 'Staging');
    await page.getByRole('button', { name: 'Edit' }).click();
    const dialog = page.getByRole('dialog', { name: 'Environment Staging' });
    writeFileSync(pathOf(host, 'staging'), staging.replace('0005', '0007'));
    const merchant = dialog.getByRole('textbox', { name: /payu\.merchantId/ });
    await expect(merchant).toHaveValue('0007');
    await merchant.fill('0008');
    writeFileSync(pathOf(host, 'staging'), staging.replace('0005', '0009'));
    const alert = dialog.getByRole('alert');
    await expect(alert).toContainText('was changed by someone else while you were editing it');
    await expect(dialog.getByRole('button', { name: 'Save and use' })).toBeDisabled();
    await alert.getByRole('button', { name: 'Use the file' }).click();
    await expect(merchant).toHaveValue('0009');
    await merchant.fill('0008');
    writeFileSync(pathOf(host, 'staging'), staging.replace('blue', 'red'));
    await alert.getByRole('button', { name: 'Keep mine' }).click();
    await dialog.getByRole('button', { name: 'Save and use' }).click();
    await expect(dialog).toHaveCount(0);
    expect(readFileSync(pathOf(host, 'staging'), 'utf8')).toBe(
      staging.replace('0005', '0008').replace('team: blue', 'team: "blue"'),
    );
  });

  test('the list follows files that are changed by hand', async ({ page, host }) => {
    await page.keyboard.press('Control+4');
    await expect(page.getByRole('option', { name: 'Staging' })).toBeVisible();
    writeFileSync(pathOf(host, 'staging'), staging.replace('name: Staging', 'name: Renamed'));
    await expect(page.getByRole('option', { name: 'Renamed' })).toBeVisible();
    writeFileSync(pathOf(host, 'next'), 'version: "2"\nname: Next\nclass: production\n');
    await expect(page.getByRole('option', { name: 'Next' })).toContainText('newer version');
    await page.getByRole('option', { name: 'Next' }).click();
    await expect(page.getByRole('region', { name: 'Notices' })).toContainText(
      'this workbench reads version 1',
    );
    await expect(page.getByRole('button', { name: 'Environment: Local sandbox' })).toBeVisible();
  });

  test('variables of one’s own are edited beside those of the APIs', async ({ page, host }) => {
    await choose(page, 'Staging');
    await page.getByRole('button', { name: 'Edit' }).click();
    const dialog = page.getByRole('dialog', { name: 'Environment Staging' });
    await dialog.getByLabel('Value of team').fill('green');
    await dialog.getByRole('button', { name: 'Save and use' }).click();
    await expect(dialog).toHaveCount(0);
    expect(readFileSync(pathOf(host, 'staging'), 'utf8')).toBe(
      staging.replace('team: blue', 'team: "green"'),
    );
  });

  test('a variable tells its value and origin under the pointer, in the editor and in the URL', async ({
    page,
  }) => {
    await choose(page, 'Staging');
    await findTemplate(page, 'Refund captured payment');
    const known = page.locator('.monaco-editor .view-line').getByText('payu.payuId').first();
    await expect(page.locator('.monaco-editor .squiggly-error').first()).toBeVisible();
    await known.hover();
    const hover = page.locator('.monaco-hover:visible');
    await expect(hover).toContainText('403993715529606983, from the environment');
    await expect(hover).toContainText('payu.payuId');
    const url = page.getByRole('textbox', { name: 'URL' });
    await url.hover({ position: { x: 30, y: 14 } });
    await expect(page.getByRole('tooltip')).toContainText('https://pay.example, from the environment');
    await expect(url).toHaveAccessibleDescription('payu.baseUrl: https://pay.example, from the environment.');
    await page.mouse.move(0, 0);
    await url.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tooltip')).toContainText('payu.baseUrl');
  });

  test('an unknown variable is marked as an error, one that hides another as information', async ({
    page,
  }) => {
    await choose(page, 'Staging');
    await findTemplate(page, 'Refund a transaction');
    await expect(page.locator('.monaco-editor .squiggly-error').first()).toBeVisible();
    await expect(page.locator('.monaco-editor .squiggly-info').first()).toBeVisible();
    await page.locator('.monaco-editor .view-line').getByText('digipay.paymentMode').first().hover();
    const hover = page.locator('.monaco-hover:visible');
    await expect(hover).toContainText('3, from the environment');
    await expect(hover).toContainText('3, from the environment, hides 2, the default of the API.');
  });
});

test('a secret shows dots under the pointer', async ({ page }) => {
  await findTemplate(page, 'Refund captured payment');
  await page.getByRole('textbox', { name: 'URL' }).fill('{{payu.baseUrl}}/{{payu.clientSecret}}');
  await expect(page.getByRole('textbox', { name: 'URL' })).toHaveAccessibleDescription(
    /payu\.clientSecret: ••••••••, from the sandbox\./,
  );
});

test('dynamic variables are offered after two braces, and stand in Sent as they were sent', async ({
  page,
}) => {
  await findTemplate(page, 'Refund captured payment');
  await page
    .getByRole('textbox', { name: 'URL' })
    .fill('{{payu.baseUrl}}/partner/refunds?trace={{$randomHex16}}');
  await page.getByRole('button', { name: 'Dry run' }).click();
  const example = page.getByRole('region', { name: 'Made anew for every send, here for example' });
  await expect(example).toContainText(/\{\{\$randomHex16\}\} = [\da-f]{16}/);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('tab', { name: 'Sent' }).click();
  const made = page.getByRole('region', { name: 'Made for this send' });
  const value = /= ([\da-f]{16})/.exec((await made.textContent()) ?? '')?.[1] ?? 'none';
  await expect(page.getByRole('region', { name: 'Requests as sent' })).toContainText(`?trace=${value}`);
  await page.getByRole('tab', { name: 'Body' }).click();
  await page.getByRole('textbox', { name: 'Request body' }).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' {{$');
  await expect(page.getByRole('option', { name: /^\$timestamp/ })).toBeVisible();
  await page.keyboard.type('time');
  await page.keyboard.press('Enter');
  await expect(page.locator('.monaco-editor').first()).toContainText('} {{$timestamp}}');
});
