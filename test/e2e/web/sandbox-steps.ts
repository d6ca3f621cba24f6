import { expect, type Locator, type Page } from 'playwright/test';

import { findTemplate } from './page-steps.ts';

/** Opens the page that controls the sandbox, through the palette, at one of its parts. */
export async function openSandbox(page: Page, part: string): Promise<Locator> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Search' }).waitFor();
  await page.keyboard.type('Sandbox: open controls');
  await page
    .getByRole('option', { name: /Sandbox: open controls/ })
    .first()
    .click();
  const controls = page.getByRole('region', { name: 'Sandbox controls' });
  await controls.getByRole('tab', { name: new RegExp(`^${part}`) }).click();
  return controls;
}

/** Sends what a template asks, and waits for the answer. */
export async function sendTemplate(page: Page, title: string): Promise<void> {
  await findTemplate(page, title);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^(?:Accepted|Refused|Unknown|No )/ })).toBeVisible();
}

/** Adds a fault for the next request of any API. */
export async function addFault(controls: Locator, fault: string): Promise<void> {
  await controls.getByRole('tab', { name: /^Faults/ }).click();
  await controls.getByRole('textbox', { name: 'Fault' }).fill(fault);
  await controls.getByRole('button', { name: 'Add the fault' }).click();
}

/** Shows where a snapshot or a seed is chosen. */
export async function openLoadForm(page: Page, controls: Locator): Promise<void> {
  await controls.getByRole('button', { name: 'Snapshot', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Load a snapshot/ }).click();
}
