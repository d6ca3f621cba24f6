import { writeFileSync } from 'node:fs';

import type { Page } from 'playwright/test';

import { readAll } from '../../support/traces-of.ts';
import { expect, listen, test } from './fixtures.ts';
import { createVault } from './page-steps.ts';
import { heapOf } from './heap-of.ts';

const fromProcess = { token: 'canary-process-token-4711', secret: 'canary-process-secret-4712' };
const typed = { token: 'canary-typed-token-4713', secret: 'canary-typed-secret-4714' };
const passphrase = 'canary-passphrase-4715';

const environment = (origin: string): string =>
  `version: "1"\nname: Echo\nclass: test\nvariables:\n  payu.baseUrl: "${origin}"\n  payu.merchantId: "1"\n  payu.resellerId: "2"\n  payu.payuId: "403993715529606983"\n  payu.refundId: "R-1"\n  payu.amount: "1.00"\n`;

async function storageOf(page: Page): Promise<string> {
  const kept = await page.evaluate(async () => [
    JSON.stringify({ ...localStorage }),
    JSON.stringify({ ...sessionStorage }),
    document.cookie,
    JSON.stringify(await indexedDB.databases()),
    location.href,
  ]);
  return [...kept, JSON.stringify(await page.context().cookies())].join('\n');
}

/** The provider gives back all it was sent, as it came and in base64. */
async function startEcho(): Promise<{ origin: string; close: () => void; received: string[] }> {
  const received: string[] = [];
  const server = await listen((request, response) => {
    const authorization = request.headers.authorization ?? '';
    received.push(authorization);
    response.setHeader('Content-Type', 'application/json');
    response.setHeader('X-Echo', authorization);
    const encoded = Buffer.from(authorization).toString('base64');
    response.end(JSON.stringify({ message: `echo of ${authorization} ${encoded}` }));
  });
  return { ...server, received };
}

async function useEcho(page: Page, workspace: string, origin: string): Promise<void> {
  writeFileSync(`${workspace}/environments/echo.yaml`, environment(origin));
  await page.getByRole('button', { name: /^Environment:/ }).click();
  await page.getByRole('menuitem', { name: 'Echo' }).click();
  await expect(page.getByRole('button', { name: /^Environment: Echo/ })).toBeVisible();
}

async function sendRefund(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Search' }).waitFor();
  await page.keyboard.type('Refund captured payment');
  await page.getByRole('option', { name: 'Refund captured payment' }).first().click();
  await expect(page.getByText('Valid against the documented schema')).toBeVisible();
  await page.getByRole('tab', { name: 'Dry run' }).click();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('echo of').first()).toBeVisible();
  for (const name of ['Raw', 'Headers', 'Sent']) await page.getByRole('tab', { name }).last().click();
}

/** Nowhere in page, network or files; `own` are the calls by which the page itself hands a secret in. */
async function expectNoTrace(
  page: Page,
  canaries: readonly string[],
  seen: { readonly answers: string[]; readonly folders: readonly string[] },
): Promise<void> {
  const forms = canaries.flatMap((canary) => [canary, Buffer.from(canary).toString('base64').slice(0, -4)]);
  const places = {
    page: await page.content(),
    heap: await heapOf(page),
    storage: await storageOf(page),
    answers: seen.answers.join('\n'),
    files: seen.folders.map((folder) => readAll(folder)).join('\n'),
  };
  for (const [place, text] of Object.entries(places)) {
    expect(text.length, place).toBeGreaterThan(20);
    for (const form of forms) expect(text.includes(form), `${form} in ${place}`).toBe(false);
  }
}

function watchAnswers(page: Page): string[] {
  const answers: string[] = [];
  page.on('response', (response) => {
    answers.push(response.url(), JSON.stringify(response.headers()));
    if (response.url().includes('/call/')) void response.text().then((text) => answers.push(text));
  });
  return answers;
}

// A trace would hold what the test itself types.
test.use({ trace: 'off' });

test('the heap is really searched: what the page does hold is found in it', async ({ page }) => {
  expect(await heapOf(page)).toContain('Refunds, without surprises');
});

test.describe('secrets of the process', () => {
  test.use({
    processVariables: {
      REFUND_WORKBENCH_SECRET_PAYU_ACCESSTOKEN: fromProcess.token,
      REFUND_WORKBENCH_SECRET_PAYU_CLIENTSECRET: fromProcess.secret,
    },
  });

  test('reach the provider, and nothing of them the page, its memory, its network or a file', async ({
    page,
    host,
  }) => {
    const answers = watchAnswers(page);
    const provider = await startEcho();
    await useEcho(page, host.workspace, provider.origin);
    await sendRefund(page);
    expect(provider.received).toEqual([`Bearer ${fromProcess.token}`]);
    const folders = [host.data, host.workspace];
    await expectNoTrace(page, Object.values(fromProcess), { answers, folders });
    provider.close();
  });
});

test('secrets and a passphrase typed into the page leave it once they are kept', async ({ page, host }) => {
  const answers = watchAnswers(page);
  const provider = await startEcho();
  const key = await createVault(page, /^Secrets/, passphrase);
  await useEcho(page, host.workspace, provider.origin);
  await page.getByRole('button', { name: /^Environment: Echo/ }).click();
  await page.getByRole('menuitem', { name: 'Edit Echo' }).click();
  await page.getByLabel('Access token').fill(typed.token);
  await page.getByLabel('Client secret').fill(typed.secret);
  await page.getByRole('button', { name: 'Save and use' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await sendRefund(page);
  expect(provider.received).toEqual([`Bearer ${typed.token}`]);
  const folders = [host.data, host.workspace];
  // The answer that tells the recovery key is the one that has to.
  const others = answers.filter((answer) => !answer.includes(key));
  const canaries = [...Object.values(typed), passphrase, key];
  await expectNoTrace(page, canaries, { answers: others, folders });
  provider.close();
});
