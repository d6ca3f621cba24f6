import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Browser, Page } from 'playwright/test';

import { expect, listen, test } from './fixtures.ts';
import { expectAccessible } from './page-steps.ts';

const answer = {
  message: '</script><img src=https://example.org/x.png onerror=alert(1)> \u202Edetpecca',
  customer: { name: 'Ada Lovelace', email: 'ada@example.org' },
};

const environment = (origin: string): string =>
  `version: "1"\nname: Echo\nclass: test\nvariables:\n  payu.baseUrl: "${origin}"\n  payu.merchantId: "1"\n  payu.resellerId: "2"\n  payu.payuId: "403993715529606983"\n  payu.refundId: "R-1"\n  payu.amount: "1.00"\n`;

test.use({
  processVariables: {
    REFUND_WORKBENCH_SECRET_PAYU_ACCESSTOKEN: 'evidence-token',
    REFUND_WORKBENCH_SECRET_PAYU_CLIENTSECRET: 'evidence-secret',
  },
});

async function fromPalette(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Search' }).waitFor();
  await page.keyboard.type(words);
  await page.getByRole('option', { name: words }).first().click();
}

async function useProvider(page: Page, workspace: string): Promise<{ readonly close: () => void }> {
  const server = await listen((_request, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(answer));
  });
  writeFileSync(`${workspace}/environments/echo.yaml`, environment(server.origin));
  await page.getByRole('button', { name: /^Environment:/ }).click();
  await page.getByRole('menuitem', { name: 'Echo' }).click();
  return server;
}

async function sendTemplate(page: Page, title: string): Promise<void> {
  await fromPalette(page, title);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Copy response' })).toBeVisible();
}

async function save(page: Page): Promise<{ readonly name: string; readonly path: string }> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  const download = await downloading;
  return { name: download.suggestedFilename(), path: await download.path() };
}

/** Opens the saved page from its file, and gives every address it asked for. */
async function openFile(
  chrome: Browser,
  html: string,
  look: (page: Page, scheme: string) => Promise<void>,
): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'refund-workbench-evidence-'));
  const path = join(folder, 'evidence.html');
  writeFileSync(path, html);
  const asked: string[] = [];
  const context = await chrome.newContext({ viewport: { width: 1024, height: 700 } });
  const page = await context.newPage();
  page.on('request', (request) => void asked.push(request.url()));
  page.on('console', (message) => void asked.push(message.text()));
  await page.goto(`file://${path}`);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await look(page, colorScheme);
  }
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.setViewportSize({ width: 794, height: 1123 });
  await look(page, 'print');
  await context.close();
  rmSync(folder, { recursive: true });
  return asked.filter((address) => address !== `file://${path}`);
}

test('evidence is shown, more is taken out of it, and it is saved', async ({ page, host }, info) => {
  const server = await useProvider(page, host.workspace);
  await sendTemplate(page, 'Refund captured payment');
  await fromPalette(page, 'Evidence for a ticket');
  const dialog = page.getByRole('dialog', { name: 'Evidence for a ticket' });
  const shown = dialog.getByRole('region', { name: 'What the evidence says' });
  await expect(shown).toContainText('Authorization: Bearer {{payu.accessToken}}');
  await expect(dialog.getByRole('checkbox', { name: /ada@example\.org/ })).toBeChecked();
  await expect(dialog.getByRole('checkbox', { name: /Ada Lovelace/ })).not.toBeChecked();
  await expect(shown).toContainText('[removed: e-mail]');
  await expect(shown).toContainText('Ada Lovelace');
  await dialog.getByRole('checkbox', { name: /Ada Lovelace/ }).check();
  await dialog.getByLabel('Any other text').fill('R-1');
  await page.keyboard.press('Enter');
  await expect(shown).not.toContainText('Ada Lovelace');
  await expect(shown).not.toContainText('"R-1"');
  await expect(shown).toContainText('⟨U+202E⟩');
  await expectAccessible(page, { further: ['best-practice'] });
  await page.screenshot({ path: info.outputPath('dialog-light.png') });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.screenshot({ path: info.outputPath('dialog-dark-small.png') });
  await page.setViewportSize({ width: 1440, height: 900 });
  const { name, path } = await save(page);
  expect(name).toMatch(/^evidence-\d{4}-\d\d-\d\d-history-1\.html$/);
  await expect(dialog.getByRole('status')).toContainText(name);
  await page.screenshot({ path: info.outputPath('dialog-saved.png') });
  expect(readFileSync(path, 'utf8')).not.toMatch(/Lovelace|ada@example|evidence-token|evidence-secret/);
  server.close();
});

test('the saved page needs nothing from anywhere, reads well for everybody and prints', async ({
  page,
  host,
  chrome,
}, info) => {
  const server = await useProvider(page, host.workspace);
  await sendTemplate(page, 'Refund captured payment');
  server.close();
  await fromPalette(page, 'Evidence for a ticket');
  await expect(page.getByRole('checkbox', { name: /ada@example\.org/ })).toBeChecked();
  const html = readFileSync((await save(page)).path, 'utf8');
  const asked = await openFile(chrome, html, async (file, scheme) => {
    await expect(file.locator('h1')).toHaveCount(1);
    expect(await file.evaluate(() => document.scripts.length)).toBe(1);
    await expect(file.locator('img, iframe, link, a, form, object, embed, svg')).toHaveCount(0);
    const data = await file.locator('#refund-workbench-evidence').textContent();
    expect(JSON.parse(data ?? '')).toMatchObject({ format: 'refund-workbench-evidence/1' });
    await expectAccessible(file);
    await file.screenshot({ path: info.outputPath(`file-${scheme}.png`), fullPage: true });
  });
  expect(asked).toEqual([]);
});

test('all exchanges of a transaction go into one file, by the menu and the keyboard alone', async ({
  page,
}) => {
  await sendTemplate(page, 'Refund captured payment');
  await sendTemplate(page, 'Refund status');
  await page.getByRole('button', { name: 'More', exact: true }).last().press('Enter');
  await page.getByRole('menuitem', { name: 'Evidence for a ticket…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Evidence for a ticket' });
  await dialog.getByRole('checkbox', { name: 'All 2 exchanges of this transaction' }).press('Space');
  await expect(dialog.getByRole('heading', { name: /^Evidence · 2 exchanges/ })).toBeVisible();
  await dialog.getByRole('radio', { name: 'HTML' }).press('ArrowRight');
  await expect(dialog.getByRole('radio', { name: 'Markdown' })).toBeChecked();
  await expect(dialog.getByRole('button', { name: 'Copy' })).toBeEnabled();
  await dialog.getByRole('button', { name: 'Copy' }).press('Enter');
  await expect(dialog.getByRole('status')).toHaveText('Copied.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^# Evidence · 2 exchanges\n/);
  expect(copied).toContain('{{payu.accessToken}}');
});

test('a HAR file of it is taken by another tool, which plays the answer back', async ({
  page,
  host,
  chrome,
}, info) => {
  const server = await useProvider(page, host.workspace);
  await sendTemplate(page, 'Refund captured payment');
  await fromPalette(page, 'Evidence for a ticket');
  await page.getByRole('dialog').getByText('HAR', { exact: true }).click();
  await expect(page.getByRole('checkbox', { name: /ada@example\.org/ })).toBeChecked();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Save' })).toBeEnabled();
  const { path } = await save(page);
  server.close();
  const har = info.outputPath('evidence.har');
  writeFileSync(har, readFileSync(path));
  type Har = { log: { entries: { request: { url: string; postData: { text: string } } }[] } };
  const { request } = (JSON.parse(readFileSync(har, 'utf8')) as Har).log.entries[0] ?? {};
  const context = await chrome.newContext();
  const other = await context.newPage();
  await other.routeFromHAR(har, { notFound: 'abort' });
  await other.goto('about:blank');
  const played = await other.evaluate(
    async ([url = '', body = '']) => {
      const response = await fetch(url, { method: 'POST', body, mode: 'cors' }).catch(String);
      return typeof response === 'string' ? response : `${response.status} ${await response.text()}`;
    },
    [request?.url ?? '', request?.postData.text ?? ''],
  );
  expect(played).toContain('200 {"message"');
  expect(played).toContain('[removed: e-mail]');
  await context.close();
});
