import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';

/** Opens a template through the command palette, and waits until its editor stands. */
export async function findTemplate(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Search' }).waitFor();
  await page.keyboard.type(title);
  await page
    .getByRole('option', { name: `Request ${title}` })
    .first()
    .click();
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeVisible();
  await page
    .locator('.monaco-editor .view-line')
    .first()
    .or(page.getByText('This call sends no body.'))
    .waitFor();
}

/** Writes another body into the editor, as pasting does; the cursor stands at its end. */
export async function replaceBody(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Request body' }).focus();
  await page.keyboard.press('Control+a');
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
  await page.keyboard.press('Control+v');
}

/** Holds the page, or the part that a selector names, against WCAG 2.2 AA as far as axe can see. */
export async function expectAccessible(
  page: Page,
  {
    part = 'html',
    except = [],
    further = [],
    rules = [],
    without,
  }: {
    readonly part?: string;
    readonly except?: readonly string[];
    /** Tags of axe beside those of WCAG. */
    readonly further?: readonly string[];
    /** These alone, in place of all that the tags name. */
    readonly rules?: readonly string[];
    /** What in the part is looked at elsewhere, by selector. */
    readonly without?: string | undefined;
  } = {},
): Promise<void> {
  // There is no frame to look into: one run in this page is enough.
  const axe = new AxeBuilder({ page }).setLegacyMode().include(part);
  if (without !== undefined) axe.exclude(without);
  if (rules.length > 0) axe.withRules([...rules]);
  else
    axe
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', ...further])
      .disableRules([...except]);
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
    [],
  );
}

/**
 * Makes a vault behind a passphrase, through the button of the status bar that has this name, and closes its dialog.
 * Gives the recovery key.
 */
export async function createVault(page: Page, name: string | RegExp, passphrase: string): Promise<string> {
  await page.getByRole('contentinfo').getByRole('button', { name }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('A passphrase, asked for at every start').check();
  await dialog.getByLabel('New passphrase').fill(passphrase);
  await dialog.getByLabel('The same again').fill(passphrase);
  await dialog.getByRole('button', { name: 'Create the vault' }).click();
  await expect(page.getByRole('dialog', { name: 'Your recovery key' })).toBeVisible();
  const key = /(?:\w{4}-){8}\w{4}/.exec((await dialog.textContent()) ?? '')?.[0] ?? '';
  expect(key).not.toBe('');
  await dialog.getByLabel('I have kept it').check();
  await dialog.getByRole('button', { name: 'Done' }).click();
  // The recovery key cannot be sent away by Escape; the next face has the focus, so that it can.
  const next = page.getByRole('dialog', { name: 'Secrets', exact: true });
  await expect(next).toBeVisible();
  await expect(next).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  return key;
}
