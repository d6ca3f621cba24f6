import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from 'playwright/test';

import { seedCollection } from '../../support/seed-collection.ts';
import type { Host } from '../web/fixtures.ts';
import { type Reach, takePictures } from './take-pictures.ts';

const row = (page: Page, name: string) =>
  page
    .getByRole('treegrid', { name: 'Collections' })
    .getByRole('row')
    .filter({ has: page.getByText(name, { exact: true }) });

const pathOf = ({ workspace }: Host, name: string): string => join(workspace, 'collections', 'shop', name);

async function openRequest(page: Page, name: string): Promise<void> {
  await row(page, name).click();
  await page.locator('.monaco-editor .view-line').first().waitFor();
}

const states: Readonly<Record<string, Reach>> = {
  'collections-tree': async (page) => {
    await openRequest(page, 'In full');
    await row(page, 'Again').click({ modifiers: ['Control'] });
  },
  'collections-menu': async (page) => {
    await row(page, 'Partial').click({ button: 'right' });
    await page.getByRole('menu').waitFor();
  },
  'hover-collections-drag': async (page) => {
    await row(page, 'Again').hover();
    await page.mouse.down();
    await row(page, 'Partial').hover({ position: { x: 60, y: 3 } });
    await row(page, 'Partial').hover({ position: { x: 62, y: 2 } });
  },
  'collections-filter': async (page) => {
    await page.getByRole('textbox', { name: 'Filter the collections' }).fill('rupee');
  },
  'collections-save': async (page) => {
    await openRequest(page, 'In full');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('refund a donation');
    await page.keyboard.press('Enter');
    await page.getByText('Luminate').first().waitFor();
    await page.keyboard.press('Control+s');
    await page.getByRole('dialog', { name: 'Save to a collection' }).waitFor();
  },
  'collections-new-request': async (page) => {
    await row(page, 'Partial').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'New request…' }).click();
    await page.getByRole('dialog', { name: 'New request' }).waitFor();
  },
  'collections-conflict': async (page, host) => {
    await openRequest(page, 'In full');
    await page.getByRole('textbox', { name: 'URL' }).fill('{{digipay.baseUrl}}/mine');
    const path = pathOf(host, 'in-full.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('/digipay/v3', '/v4'));
    await page.getByRole('alert', { name: 'Changed on the disk' }).waitFor();
  },
  'collections-gone': async (page, host) => {
    await openRequest(page, 'In full');
    await page.getByRole('tab', { name: 'Notes' }).click();
    rmSync(pathOf(host, 'in-full.yaml'));
    writeFileSync(pathOf(host, 'broken.yaml'), 'version: "1"\nname: [');
    await page.getByRole('alert', { name: 'Not saved any more' }).waitFor();
    await page.getByRole('region', { name: 'Files that cannot be read' }).waitFor();
  },
  'collections-page': async (page) => {
    await row(page, 'Acme shop').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Name, notes, variables' }).click();
    const settings = page.getByRole('region', { name: 'Collection Acme shop' });
    await settings.getByRole('button', { name: 'Add' }).click();
    await settings.getByRole('textbox', { name: 'Name 2' }).fill('apiToken');
    await settings.getByRole('textbox', { name: 'Value of apiToken' }).fill('abc');
  },
};

/** Shows a small collection before the state is reached. */
function withCollection(reach: Reach): Reach {
  return async (page, host) => {
    seedCollection(host.workspace);
    await page.reload();
    await page.getByRole('banner').waitFor();
    await page.keyboard.press('Control+2');
    await row(page, 'Partial').click();
    await row(page, 'One rupee').waitFor();
    await reach(page, host);
  };
}

takePictures({
  ...Object.fromEntries(
    Object.entries(states).map(([name, reach]) => [name, withCollection(reach)] as const),
  ),
  'collections-empty': async (page) => {
    await page.keyboard.press('Control+2');
    await page.getByRole('button', { name: 'Import a file…' }).waitFor();
  },
});
