import { readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';

import type { Locator, Page } from 'playwright/test';

import { expect, type Host, listen, reopen, test } from './fixtures.ts';
import { expectAccessible } from './page-steps.ts';

const queued = '{"status":1,"msg":"Refund Request Queued","request_id":"1","error_code":102}';

/** A payment of the sandbox's series. */
const payment = (number: number): string => `4039937160${String(number).padStart(8, '0')}`;

/** A table of refunds of 12.50 each, with columns as people name them. */
function tableOf(count: number): string {
  const lines = Array.from(
    { length: count },
    (_, index) => `${payment(index + 1)};R-${index + 1};12.50;Customer ${index + 1}`,
  );
  return ['Transaction;Refund reference;Sum;Customer', ...lines, ''].join('\r\n');
}

const rows = (page: Page): Locator => page.getByRole('grid', { name: 'Rows' });
const step = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

async function openNewBatch(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Search' }).waitFor();
  await page.keyboard.type('Refund from a table');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Refund from a table' })).toBeVisible();
}

async function choose(part: Locator | Page, name: string, text: string): Promise<void> {
  await part
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
}

/** Everything up to the look at every row. */
async function lookAt(page: Page, text: string): Promise<void> {
  await openNewBatch(page);
  await choose(page, 'refunds.csv', text);
  await page.getByRole('button', { name: /^Look at/ }).click();
  await expect(step(page, 'Look at every row').getByRole('status')).toContainText('can be sent');
}

async function start(page: Page, total: string): Promise<void> {
  await page.getByLabel(/^Type the total/).fill(total);
  await page.getByRole('button', { name: 'Start the batch' }).click();
  await expect(rows(page)).toBeVisible();
}

const state = (page: Page): Locator =>
  page.getByRole('region', { name: 'Batch' }).getByRole('status').first();

async function openBatch(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Runs and batches/ }).click();
  await page.getByRole('grid', { name: 'Runs and batches' }).getByRole('row').first().click();
  await expect(rows(page)).toBeVisible();
}

test('every row of a table is looked at before it is sent; what is wrong with a row is told and left out', async ({
  page,
}) => {
  await openNewBatch(page);
  const spoiled = tableOf(6)
    .replace('R-3;12.50', 'R-3;12,50')
    .replace(`${payment(5)};R-5`, `${payment(1)};R-1`);
  await choose(page, 'refunds.csv', spoiled);
  const columns = step(page, 'Columns');
  await expect(columns.getByLabel('PayU payment id comes from')).toHaveValue('column:Transaction');
  await expect(columns.getByRole('row', { name: /^Amount/ })).toContainText('guessed by its name');
  await expect(columns.getByRole('row', { name: /^Amount/ })).toContainText('12.50 INR');
  await expect(columns.getByLabel('Merchant id comes from')).toHaveValue('environment');

  await page.getByRole('button', { name: 'Look at all 6 rows' }).click();
  const look = step(page, 'Look at every row');
  await expect(look.getByRole('status')).toHaveText('4 rows can be sent, 2 rows cannot.');
  await expect(look).toContainText('50.00 INR');
  const remarks = look.getByRole('grid', { name: 'Remarks on rows' });
  await expect(remarks.getByRole('row', { name: /^Row 3: / })).toContainText('12,50');
  await expect(remarks.getByRole('row', { name: /^Row 5: / })).toContainText(
    'Row 1 asks for the same refund',
  );
  await expect(page.getByRole('region', { name: 'The same on the command line' })).toContainText(
    `--separator ';' --env sandbox --map payu.payuId=Transaction --map 'payu.refundId=Refund reference' --map payu.amount=Sum --stop-after 5 --confirm 50.00`,
  );
  await expectAccessible(page);

  await page.getByLabel('Type the total, 50.00').fill('5000');
  await page.keyboard.press('Enter');
  await expect(step(page, 'Start').getByRole('alert')).toContainText('not confirmed, so nothing was sent');
  await page.getByLabel('Type the total, 50.00').fill('50.00');
  await page.keyboard.press('Enter');
  await expect(state(page)).toHaveText('Done');
  await expect(page.getByRole('button', { name: 'Not final 4' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Left out 2' }).click();
  await expect(rows(page).getByRole('row', { name: /^5 / })).toContainText('asks for the same refund');
});

test('a row leads to its exchange, the result is saved, and the provider’s export is held against it', async ({
  page,
}) => {
  await lookAt(page, tableOf(6));
  await start(page, '75.00');
  await expect(state(page)).toHaveText('Done');
  await rows(page).getByRole('row', { name: /^1 / }).click();
  const detail = page.getByRole('region', { name: 'Row 1', exact: true });
  await expect(detail).toContainText('Customer 1');

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the result' }).click();
  const result = readFileSync(await (await downloading).path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(result).toHaveLength(7);
  expect(result[1]).toContain(`${payment(1)},R-1,12.50,Customer 1,pending,`);

  await page.getByRole('button', { name: 'Reconcile…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Reconcile/ });
  await choose(dialog, 'export.csv', `token,amount\nR-1,12.50\nR-2,12.05\nR-99,9.00\n`);
  await dialog.getByLabel('Column that names the refund').selectOption('token');
  await dialog.getByLabel('What stands in it is').selectOption('our refund id');
  await dialog.getByLabel('Column of the amount').selectOption('amount');
  await dialog.getByRole('button', { name: 'Compare' }).click();
  const found = dialog.getByRole('grid', { name: 'What is not the same' });
  await expect(found.getByRole('row', { name: 'R-2' })).toContainText('Other amount');
  await expect(found.getByRole('row', { name: 'R-99' })).toContainText('Only there');
  await expect(found.getByRole('row', { name: 'R-4' })).toContainText('Missing there');
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await detail.getByRole('button', { name: 'Open the exchange' }).click();
  await expect(page.getByRole('heading', { name: /^Accepted, not final/ })).toBeVisible();
});

test('a batch that is stopped goes on with what was not sent, by the keyboard alone', async ({ page }) => {
  await lookAt(page, tableOf(10));
  await page.getByLabel(/^Wait/).fill('1000');
  await page.getByLabel('Type the total, 125.00').fill('125');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Not final \d/ })).toBeVisible();
  await page.getByRole('button', { name: 'Stop', exact: true }).press('Enter');
  await expect(state(page)).toHaveText('Stopped');
  await page.getByRole('button', { name: 'Resume…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Resume the batch' });
  await expectAccessible(page);
  const asked = /Type the total, (\S+)/.exec((await dialog.textContent()) ?? '')?.[1] ?? '';
  await dialog.getByRole('textbox').fill(asked.replace(/Resume$/, ''));
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(state(page)).toHaveText('Done', { timeout: 20_000 });
  await expect(page.getByRole('button', { name: 'Not final 10' })).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText('10 exchanges saved');
});

test('a batch that broke off offers to be resumed on sight, and sends no row twice', async ({
  page,
  host,
}) => {
  await lookAt(page, tableOf(12));
  await page.getByLabel(/^Wait/).fill('200');
  await start(page, '150.00');
  await expect(page.getByRole('button', { name: /^Not final [1-9]/ })).toBeVisible();
  // The page leaves first: a broken stream would be an error.
  await page.goto('about:blank');
  await host.kill();
  await reopen(page, host);
  await openBatch(page);
  await expect(page.getByText('The workbench ended while this batch ran.')).toBeVisible();
  await page.getByRole('button', { name: 'Resume…' }).click();
  const asked = await page
    .getByRole('dialog')
    .getByText(/^Type the total/)
    .textContent();
  await page
    .getByRole('dialog')
    .getByRole('textbox')
    .fill(asked?.split(', ')[1] ?? '');
  await page.keyboard.press('Enter');
  await expect(state(page)).toHaveText('Done', { timeout: 20_000 });
  // The sandbox refuses a refund id that it has seen.
  await expect(page.getByRole('button', { name: 'Not final 12' })).toBeVisible();
});

test.describe('at a provider', () => {
  test.use({
    processVariables: {
      REFUND_WORKBENCH_SECRET_PAYU_ACCESSTOKEN: 'batch-token',
      REFUND_WORKBENCH_SECRET_PAYU_CLIENTSECRET: 'batch-secret',
    },
  });

  test('a refund without an answer is quarantined, shown, and found out by asking', async ({
    page,
    host,
  }) => {
    const provider = await useProvider(page, host, 'test');
    await lookAt(page, tableOf(3));
    await start(page, '37.50');
    await expect(state(page)).toHaveText('Done');
    const note = page.getByRole('region', { name: 'Remark' });
    await expect(note).toContainText('1 refund is in quarantine: it may have happened, or not.');
    await expectAccessible(page);
    await note.getByRole('button', { name: 'Show it' }).click();
    await expect(rows(page).getByRole('row')).toHaveCount(2);
    await expect(rows(page).getByRole('row', { name: /^2 / })).toContainText('Quarantined');
    expect(provider.refunds()).toEqual(['R-1', 'R-2', 'R-3']);
    await page.getByRole('button', { name: 'Find out…' }).click();
    await page.getByRole('button', { name: 'Ask for their state' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(note).toHaveCount(0);
    await page.getByRole('button', { name: 'All 3' }).click();
    await expect(rows(page).getByRole('row', { name: /^2 / })).toContainText('Accepted');
    expect(provider.refunds()).toEqual(['R-1', 'R-2', 'R-3']);
    provider.close();
  });

  test('production takes nothing before it is armed', async ({ page, host }, info) => {
    const provider = await useProvider(page, host, 'production');
    await lookAt(page, tableOf(1));
    await page.getByLabel('Type the total, 12.50').fill('12.50');
    await expect(page.getByRole('button', { name: 'Start the batch' })).toBeDisabled();
    await page.screenshot({ path: info.outputPath('production.png') });
    await page.getByRole('main').getByRole('button', { name: 'Arm…' }).click();
    await page
      .getByRole('dialog', { name: 'Arm Acme' })
      .getByRole('button', { name: /^Arm for/ })
      .click();
    await expectAccessible(page);
    expect(provider.refunds()).toEqual([]);
    await page.getByRole('button', { name: 'Start the batch' }).click();
    await expect(state(page)).toHaveText('Done');
    expect(provider.refunds()).toEqual(['R-1']);
    provider.close();
  });
});

type Provider = {
  /** Refund ids that were asked for, in order. */
  readonly refunds: () => readonly string[];
  readonly close: () => void;
};

/** A provider of PayU on loopback whose environment is active. It answers every refund but R-2, and every status call. */
async function useProvider(
  page: Page,
  host: Host,
  environmentClass: 'test' | 'production',
): Promise<Provider> {
  const refunds: string[] = [];
  const server = await listen((request: IncomingMessage, response: ServerResponse) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      if (request.url?.endsWith('/refund/status') === true) {
        const id = /"payu_id": (\d+)/.exec(body)?.[1] ?? '';
        response.end(JSON.stringify({ [id]: { '1': { status: 'success', amt: '12.50', token: 'R-2' } } }));
        return;
      }
      const refundId = /"refund_id": "([^"]+)"/.exec(body)?.[1] ?? '';
      refunds.push(refundId);
      if (refundId === 'R-2') request.socket.destroy();
      else response.end(queued);
    });
  });
  writeFileSync(
    join(host.workspace, 'environments', 'acme.yaml'),
    `version: "1"\nname: Acme\nclass: ${environmentClass}\nvariables:\n  payu.baseUrl: "${server.origin}"\n  payu.merchantId: "1"\n  payu.resellerId: "2"\n`,
  );
  await page.getByRole('button', { name: /^Environment:/ }).click();
  await page.getByRole('menuitem', { name: 'Acme' }).click();
  return { refunds: () => refunds, close: server.close };
}
