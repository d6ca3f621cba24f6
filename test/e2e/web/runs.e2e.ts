import { readFileSync, writeFileSync } from 'node:fs';

import type { Page } from 'playwright/test';

import { expect, listen, reopen, test } from './fixtures.ts';
import { expectAccessible } from './page-steps.ts';
import { chooseData, dataFile, openNewRun, runToEnd } from './run-steps.ts';

function results(page: Page) {
  return page.getByRole('grid', { name: 'Results' });
}

async function openRunOfList(page: Page): Promise<void> {
  // The button of a view that is shown hides it.
  await page.keyboard.press('Control+6');
  await page.getByRole('grid', { name: 'Runs and batches' }).getByRole('row').first().click();
}

test('a collection runs with the rows of a data file, and what failed runs again', async ({
  page,
  host,
}, info) => {
  await openNewRun(page, host.workspace);
  const tree = page.getByRole('treegrid', { name: 'Requests to run' });
  await tree.getByRole('row', { name: 'Same id again' }).press('Space');
  await expect(page.getByText('1 of 2 requests')).toBeVisible();
  await expect(page.getByText('november-regressions/refunds/partial-refund')).toBeVisible();
  await tree.getByRole('row', { name: 'Refunds' }).press('Space');
  await expect(page.getByText('all 2 requests')).toBeVisible();
  await chooseData(page, dataFile(12));
  await expect(page.getByText('--data orders.csv')).toBeVisible();
  await expect(page.getByText(/Sends 24 requests to Local sandbox/)).toBeVisible();
  await expectAccessible(page, { part: '#page-pane' });
  await runToEnd(page);

  await expect(page.getByRole('heading', { name: 'November regressions 2 failed' })).toBeVisible();
  await expect(page.getByText('45 of 48 passed')).toBeVisible();
  await page.getByRole('button', { name: 'Failed 2' }).press('Enter');
  await expect(results(page).getByRole('row')).toHaveCount(3);
  await results(page)
    .getByRole('row', { name: /Partial refund/ })
    .click();
  await page.keyboard.press('ArrowDown');
  const detail = page.getByRole('region', { name: 'Result 6: Same id again' });
  await expect(detail.getByRole('row', { name: /The answer has to contain already exists/ })).toContainText(
    'transaction does not exists',
  );
  await expectAccessible(page, { part: '#page-pane' });
  await page.screenshot({ path: info.outputPath('ended.png') });

  await page.getByRole('button', { name: 'Run the failed ones…' }).click();
  await expect(
    page.getByText(/Those that failed in the run of .*, with their rows of orders\.csv/),
  ).toBeVisible();
  await runToEnd(page);
  await expect(results(page).getByRole('row')).toHaveCount(3);
  await expect(results(page).getByRole('row').last()).toContainText('400');
  await expect(page.getByRole('grid', { name: 'Runs and batches' }).getByRole('row')).toHaveCount(2);

  await results(page).getByRole('row').last().click();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Refused: no such payment' })).toBeVisible();
});

test('a run is handed on as a report', async ({ page, host }) => {
  await openNewRun(page, host.workspace);
  await runToEnd(page);
  for (const [item, ending, beginning] of [
    ['Save as HTML, to read and attach', 'html', '<!doctype html>'],
    ['Save as JUnit XML, for CI systems', 'xml', '<?xml'],
    ['Save as JSON, for programs', 'json', '{'],
  ] as const) {
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Reports and more' }).click();
    await page.getByRole('menuitem', { name: item }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`));
    const text = readFileSync(await download.path(), 'utf8');
    expect(text.toLowerCase().startsWith(beginning)).toBe(true);
    expect(text).toContain('Same id again');
  }
});

test('a cancelled run ends cleanly, and one that the program left is told to be broken off', async ({
  page,
  host,
}, info) => {
  await openNewRun(page, host.workspace);
  await chooseData(page, dataFile(500));
  await page.getByRole('textbox', { name: 'Pause between requests' }).fill('150');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(results(page).getByRole('row').nth(3)).toBeVisible();
  await expect(page.getByText(/about \d:\d\d left/)).toBeVisible();
  await page.screenshot({ path: info.outputPath('running.png') });
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(
    page.getByText(/The requests under way came to their end\. \d+ requests were not sent\./),
  ).toBeVisible();
  await page.screenshot({ path: info.outputPath('cancelled.png') });

  await page.getByRole('button', { name: 'Run again…' }).click();
  await expect(page.getByText('500 rows, as they were in that run')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Pause between requests' })).toHaveValue('150');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(results(page).getByRole('row').nth(3)).toBeVisible();
  await page.goto('about:blank');
  await host.kill();
  await reopen(page, host);
  await openRunOfList(page);
  await expect(page.getByText('The program ended while this ran.')).toBeVisible();
  await expect(results(page).getByRole('row').nth(3)).toBeVisible();
  await page.screenshot({ path: info.outputPath('broken-off.png') });
});

test.describe('at a provider', () => {
  test.use({
    processVariables: {
      REFUND_WORKBENCH_SECRET_PAYU_ACCESSTOKEN: 'run-token',
      REFUND_WORKBENCH_SECRET_PAYU_CLIENTSECRET: 'run-secret',
    },
  });

  test('an unknown outcome stands out and leads to its exchange', async ({ page, host }, info) => {
    const server = await listen((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        if (body.includes('T-2')) return request.socket.destroy();
        response.setHeader('Content-Type', 'application/json');
        response.end('{"status":1,"msg":"Refund Request Queued","request_id":"1"}');
        return undefined;
      });
    });
    writeFileSync(
      `${host.workspace}/environments/cut.yaml`,
      `version: "1"\nname: Cut\nclass: test\nvariables:\n  payu.baseUrl: "${server.origin}"\n  payu.merchantId: "1"\n  payu.resellerId: "2"\n`,
    );
    await openNewRun(page, host.workspace);
    await page.getByRole('treegrid').getByRole('row', { name: 'Same id again' }).press('Space');
    await page.getByRole('combobox', { name: 'Environment' }).selectOption('cut');
    await chooseData(page, dataFile(3));
    await runToEnd(page);
    server.close();
    await expect(page.getByText('1 request has no known outcome.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'November regressions 1 unknown' })).toBeVisible();
    const row = results(page).getByRole('row').filter({ hasText: 'unknown' });
    await expect(row).toContainText('2');
    await row.click();
    await expect(page.getByText(/The refund may have happened, and nothing sent it again/)).toBeVisible();
    await expectAccessible(page, { part: '#page-pane' });
    await page.screenshot({ path: info.outputPath('unknown.png') });
    await page.getByRole('button', { name: 'Open the exchange' }).click();
    await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeVisible();
  });
});

test('what keeps a run from starting is said before anything is sent', async ({ page, host }, info) => {
  await openNewRun(page, host.workspace);
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    const bytes = new Uint8Array([0xff, 0xfe, 0x61, 0x00, 0x0a, 0x00, 0x31, 0x00]);
    transfer.items.add(new File([bytes], 'excel.csv', { type: 'text/csv' }));
    return transfer;
  });
  await page.getByText('or drop a CSV or JSON file here').dispatchEvent('drop', { dataTransfer: dropped });
  await expect(page.getByRole('main').getByRole('alert').first()).toContainText(
    'excel.csv is not written in UTF-8 but in UTF-16',
  );
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'Choose a file…' }).waitFor();
  writeFileSync(
    `${host.workspace}/environments/bare.yaml`,
    'version: "1"\nname: Bare\nclass: test\nvariables: {}\n',
  );
  await page.getByRole('combobox', { name: 'Environment' }).selectOption('bare');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('heading', { name: /keeps? it from starting/ })).toBeVisible();
  await expect(page.getByRole('main').getByRole('alert').last()).toContainText('payu.merchantId');
  await expectAccessible(page, { part: '#page-pane' });
  await page.screenshot({ path: info.outputPath('problems.png') });
  await expect(page.getByText('0 exchanges saved')).toBeVisible();
});
