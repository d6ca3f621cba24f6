import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Locator, Page } from 'playwright/test';

import { expect, reopen, test } from './fixtures.ts';
import { createVault, expectAccessible } from './page-steps.ts';

const passphrase = 'invented passphrase';

const openVault = async (page: Page, name: string): Promise<Locator> => {
  await page.getByRole('contentinfo').getByRole('button', { name }).click();
  return page.getByRole('dialog');
};

/** Makes an environment with a client secret of PayU. */
async function createEnvironment(page: Page): Promise<void> {
  await page.keyboard.press('Control+4');
  await page.getByRole('button', { name: 'New environment' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Acme test');
  await page.getByText('PayU · WhatsApp refunds').last().click();
  await page.getByLabel('Client secret').fill('canary-secret-4711');
  await page.getByRole('button', { name: 'Save and use' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function editEnvironment(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+4');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  return page.getByRole('dialog');
}

test('a vault is made, its recovery key is shown once, and it is there after a restart', async ({
  page,
  host,
}) => {
  const key = await createVault(page, 'Secrets for this session only', passphrase);
  expect(key).toMatch(/^(?:\w{4}-){8}\w{4}$/);
  expect(await page.content()).not.toContain(key);
  await createEnvironment(page);
  await reopen(page, host);
  const dialog = await openVault(page, 'Vault locked');
  await dialog.getByLabel('Passphrase', { exact: true }).fill('a wrong passphrase');
  await dialog.getByRole('button', { name: 'Unlock' }).click();
  await expect(dialog.getByRole('alert')).toContainText('The passphrase does not open the vault.');
  await expect(dialog.getByLabel('Passphrase', { exact: true })).toHaveValue('');
  await dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('contentinfo')).toContainText('Secrets behind a passphrase');
  await page.keyboard.press('Escape');
  const editor = await editEnvironment(page);
  await editor.getByText('PayU · WhatsApp refunds').last().click();
  await expect(editor.getByLabel('Client secret')).toHaveAttribute(
    'placeholder',
    'set in the vault, ends with 4711',
  );
  expect(await page.content()).not.toContain('canary-secret');
});

test('neither Escape nor a click beside it takes the recovery key away', async ({ page }) => {
  const dialog = await openVault(page, 'Secrets for this session only');
  await dialog.getByLabel('A passphrase, asked for at every start').check();
  await expect(dialog.getByRole('button', { name: 'Create the vault' })).toBeDisabled();
  await dialog.getByLabel('New passphrase').fill('too short');
  await expect(dialog).toContainText('3 more characters');
  await dialog.getByLabel('New passphrase').fill(passphrase);
  await dialog.getByLabel('The same again').fill(passphrase);
  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog', { name: 'Your recovery key' });
  await expect(card).toBeVisible();
  await page.keyboard.press('Escape');
  await page.mouse.click(5, 300);
  await expect(card).toBeVisible();
  await expect(card.getByRole('button', { name: 'Done' })).toBeDisabled();
  await card.getByRole('button', { name: 'Copy' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/recovery key of the vault\nin .+\n\n(?:\w{4}-){8}\w{4}\n/);
});

test('a forgotten passphrase is replaced with the recovery key, and a mistyped key is told', async ({
  page,
  host,
}) => {
  const key = await createVault(page, 'Secrets for this session only', passphrase);
  await createEnvironment(page);
  await reopen(page, host);
  const dialog = await openVault(page, 'Vault locked');
  await dialog.getByText('Open it with the recovery key').click();
  await dialog.getByLabel('A passphrase, asked for at every start').check();
  const recover = async (text: string): Promise<void> => {
    await dialog.getByLabel('Recovery key, as it was printed').fill(text);
    await dialog.getByLabel('New passphrase').fill('another invented one');
    await dialog.getByLabel('The same again').fill('another invented one');
    await dialog.getByRole('button', { name: 'Open and guard anew' }).click();
  };
  await recover(key.slice(0, -1) + (key.endsWith('7') ? '8' : '7'));
  await expect(dialog).toContainText('something was mistyped');
  await recover(key.toLowerCase().replaceAll('-', ' '));
  await expect(page.getByRole('contentinfo')).toContainText('Secrets behind a passphrase');
  await dialog.getByRole('button', { name: 'Lock now' }).click();
  await dialog.getByLabel('Passphrase', { exact: true }).fill('another invented one');
  await dialog.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('Secrets behind a passphrase');
});

test('where no keyring answers, it says so and nothing is made', async ({ page, host }) => {
  test.skip(process.platform !== 'linux', 'only Linux can be without a keyring');
  const dialog = await openVault(page, 'Secrets for this session only');
  await dialog.getByRole('button', { name: 'Create the vault' }).click();
  await expect(dialog).toContainText('The system keyring cannot guard the vault');
  await expect(page.getByRole('contentinfo')).toContainText('Secrets for this session only');
  expect(() => readFileSync(join(host.data, 'vault.json'))).toThrow('ENOENT');
});

test('a send that needs a locked vault says which secret, and leads to the vault', async ({ page, host }) => {
  await createVault(page, 'Secrets for this session only', passphrase);
  await createEnvironment(page);
  await reopen(page, host);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Refund captured payment');
  await page.getByRole('option', { name: 'Refund captured payment' }).first().click();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const stopped = page.getByRole('alert').filter({ hasText: 'Not sent' });
  await expect(stopped).toContainText('The secret payu.clientSecret cannot be taken from the vault.');
  await page.getByRole('button', { name: 'Open the vault' }).click();
  await expect(page.getByRole('dialog').getByLabel('Passphrase', { exact: true })).toBeVisible();
});

test('a secret pasted into a plain field is offered a place in the vault, and no file gets it', async ({
  page,
  host,
}) => {
  await createVault(page, 'Secrets for this session only', passphrase);
  await createEnvironment(page);
  const editor = await editEnvironment(page);
  await editor.getByText('PayU · WhatsApp refunds').last().click();
  await editor.getByLabel('Merchant id').fill('Bearer canary-pasted-4711');
  await editor.getByRole('button', { name: 'Save and use' }).click();
  await expect(editor.getByRole('alert')).toContainText('payu.merchantId looks like a secret');
  await editor.getByRole('button', { name: 'Move to the vault and save' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const file = readFileSync(join(host.workspace, 'environments', 'acme-test.yaml'), 'utf8');
  expect(file).not.toContain('canary');
  expect(file).toContain('payu.merchantId');
});

test.describe('with a secret in the file of an environment', () => {
  test.use({
    environments: {
      acme: 'version: "1"\nname: Acme\nclass: test\nvariables:\n  payu.clientSecret: canary-in-the-file\n',
    },
  });

  test('it is named, never shown, and moves to the vault on demand', async ({ page, host }) => {
    await createVault(page, 'Secrets for this session only', passphrase);
    await page.keyboard.press('Control+4');
    await expect(page.getByRole('complementary', { name: 'Side bar' })).toContainText(
      'The secret payu.clientSecret stands in the file',
    );
    await page.getByRole('option', { name: 'Acme' }).click();
    const editor = await editEnvironment(page);
    await expect(editor.getByRole('note')).toContainText('in plain text and is not used');
    expect(await page.content()).not.toContain('canary-in');
    await editor.getByRole('button', { name: 'Move to the vault' }).click();
    await expect(editor.getByRole('note')).toHaveCount(0);
    expect(readFileSync(join(host.workspace, 'environments', 'acme.yaml'), 'utf8')).not.toContain('canary');
  });
});

test('a damaged vault is told and set aside', async ({ page, host }) => {
  await createVault(page, 'Secrets for this session only', passphrase);
  await page.goto('about:blank');
  writeFileSync(join(host.data, 'vault.json'), 'nonsense');
  await reopen(page, host);
  const dialog = await openVault(page, 'Vault locked');
  await expect(dialog.getByRole('alert')).toContainText('vault.json.damaged-1');
  expect(readFileSync(join(host.data, 'vault.json.damaged-1'), 'utf8')).toBe('nonsense');
});

for (const colorScheme of ['dark', 'light'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test('every face of the dialog is accessible', async ({ page, host }) => {
      const check = (): Promise<void> => expectAccessible(page, { part: '[role=dialog]' });
      await createVault(page, 'Secrets for this session only', passphrase);
      const open = await openVault(page, 'Secrets behind a passphrase');
      await open.getByText('Change the passphrase').click();
      await open.getByLabel('A passphrase, asked for at every start').check();
      await check();
      await open.getByRole('button', { name: 'New recovery key' }).click();
      await expect(page.getByRole('dialog', { name: 'Your recovery key' })).toBeVisible();
      await check();
      await reopen(page, host);
      await openVault(page, 'Vault locked');
      await page.getByText('Open it with the recovery key').click();
      await check();
    });
  });
}

test('a new environment never takes over the secrets of one that was deleted', async ({ page, host }) => {
  await createEnvironment(page);
  await page.keyboard.press('Control+4');
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await createEnvironment(page);
  const files = readdirSync(join(host.workspace, 'environments')).filter((name) => !name.startsWith('.'));
  expect(files).toEqual(['acme-test-2.yaml']);
});
