import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from 'playwright/test';

import { readAll } from '../../support/traces-of.ts';
import { heapOf } from './heap-of.ts';
import { expect, test } from './fixtures.ts';
import { expectAccessible } from './page-steps.ts';

// A trace would hold what the tests themselves paste.
test.use({ trace: 'off' });

const pastedToken = 'canary-pasted-token-4711';

const command = [
  "curl 'https://api.payu.in/partner/refunds' \\",
  `  -H 'Authorization: Bearer ${pastedToken}' \\`,
  "  -H 'Content-Type: application/json' -H 'User-Agent: Mozilla' -k \\",
  `  --data-raw '{"refund_id":"TICKET-1","payu_id":403993715529606983,"merchant_id":"8238480","reseller_id":"1","hash":"{{$signature}}","amount":1.00}'`,
].join('\n');

const call = (url: string, status: number, text: string): object => ({
  startedDateTime: '2026-11-01T10:00:00.000Z',
  time: 12,
  request: {
    method: 'POST',
    url,
    headers: [
      { name: 'Authorization', value: `Bearer ${pastedToken}` },
      { name: 'Content-Type', value: 'application/json' },
    ],
    postData: { mimeType: 'application/json', text: '{"payu_id":403993715529606983,"amount":1.00}' },
  },
  response: { status, headers: [], content: { size: 99, mimeType: 'application/json', text } },
});

const har = JSON.stringify({
  log: {
    version: '1.2',
    entries: [
      call('https://ads.example/pixel', 204, ''),
      call('https://api.payu.in/partner/refunds', 403, '{"message":"Invalid Hash"}'),
      call('https://api.payu.in/partner/refund/status', 200, '{}'),
    ],
  },
});

/** Ctrl+V as the page sees it, with a text of the test's own. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((given) => navigator.clipboard.writeText(given), text);
  await page.locator('body').press('Control+v');
}

/** A file let go of over the window. */
async function drop(page: Page, name: string, bytes: readonly number[] | string): Promise<void> {
  const data = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      const part = typeof content === 'string' ? content : Uint8Array.from(content ?? []);
      transfer.items.add(new File([part], fileName ?? ''));
      return transfer;
    },
    [name, bytes] as [string, string | number[]],
  );
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: data });
  await expect(page.getByText('It is read in this window; nothing is sent.')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
}

/** For people to look at; nothing is compared. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = join(import.meta.dirname, '..', '..', '..', 'dist', 'screenshots');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

for (const [colorScheme, viewport] of [
  ['dark', { width: 1440, height: 900 }],
  ['light', { width: 1024, height: 700 }],
] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, viewport });

    test('a cURL command pasted anywhere becomes a draft without its secret', async ({ page, host }) => {
      await paste(page, command);
      const dialog = page.getByRole('dialog', { name: 'Paste or drop' });
      await expect(dialog.getByRole('heading', { name: /^PayU .* · Refund or cancel/ })).toBeVisible();
      await expect(dialog).toContainText('the address is that of PayU production');
      await expect(dialog.getByRole('list', { name: 'Remarks' })).toContainText(
        'set payu.accessToken in the environment',
      );
      await expectAccessible(page, { part: '[role="dialog"]', further: ['best-practice'] });
      await picture(page, `paste-curl-${colorScheme}`);
      await dialog.getByRole('button', { name: 'Open as draft' }).click();
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await page.getByRole('tab', { name: /^Headers/ }).click();
      await expect(page.locator('input[value="Bearer {{payu.accessToken}}"]')).toHaveCount(1);
      await expect(page.getByText('Valid against the documented schema')).toBeVisible();
      // Drafts are written a moment after the last change.
      await page.waitForTimeout(600);
      expect(readAll(host.data)).toContain('TICKET-1');
      expect(readAll(host.data)).not.toContain(pastedToken);
      expect((await heapOf(page)).includes(pastedToken)).toBe(false);
    });

    test('a HAR file dropped on the window is a list of calls, each explained', async ({ page }) => {
      await drop(page, 'shop.har', har);
      const dialog = page.getByRole('dialog', { name: 'Paste or drop' });
      await expect(dialog).toContainText('A HAR file with 3 calls, 2 of an API known here');
      await expect(dialog.getByRole('listbox', { name: 'Calls' }).getByRole('option')).toHaveCount(3);
      await expect(dialog.getByRole('heading', { name: /^Refused: / })).toBeVisible();
      await expect(dialog).toContainText('says that the answer has 99 bytes; it holds 26');
      await expectAccessible(page, { part: '[role="dialog"]', further: ['best-practice'] });
      await picture(page, `paste-har-${colorScheme}`);
      await dialog.getByRole('option', { name: /ads\.example/ }).click();
      await expect(dialog).toContainText('None of the APIs recognises this call');
      await expect(dialog.getByRole('button', { name: 'Open as draft' })).toHaveCount(0);
    });
  });
}

test('the middle button pastes nothing outside a field', async ({ page }) => {
  // What was selected last is what the middle button would paste.
  await page.getByPlaceholder('Filter by name').fill('{"message":"Invalid Hash"}');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await page.getByRole('heading', { level: 1 }).click({ button: 'middle' });
  await page.getByRole('main').click({ button: 'middle', position: { x: 5, y: 5 } });
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});

test('a paste into a field stays in the field, and nothing opens over another dialog', async ({ page }) => {
  await page.evaluate(() => navigator.clipboard.writeText('curl https://x.example'));
  await page.keyboard.press('F1');
  await page.keyboard.press('Control+v');
  await expect(page.getByRole('dialog', { name: 'Paste or drop' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Control+v');
  await expect(page.getByRole('searchbox')).toHaveValue('curl https://x.example');
});

test('what cannot be read is one sentence: a picture, a cut-off HAR file, a multipart form, nonsense', async ({
  page,
}) => {
  const dialog = page.getByRole('dialog', { name: 'Paste or drop' });
  await drop(page, 'refund.png', [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]);
  await expect(dialog).toContainText('refund.png is no text, so there is nothing in it to read.');
  await drop(page, 'cut.har', har.slice(0, -40));
  await expect(dialog).toContainText('The HAR file is not JSON: line 1, column');
  const field = dialog.getByLabel(/Answer from a ticket/);
  await field.fill("curl https://api.payu.in/partner/refunds -F 'a=@b'");
  await expect(dialog).toContainText('multipart form');
  await field.fill('Good morning!');
  await expect(dialog).toContainText('None of the APIs recognises this.');
  await drop(page, 'old.txt', [...Buffer.from('Zur\u00fcck: {"message":"Invalid Hash"}', 'latin1')]);
  await expect(dialog).toContainText('it was read as Windows-1252');
  await expect(dialog.getByRole('heading', { name: /^Refused: / })).toBeVisible();
  await expectAccessible(page, { part: '[role="dialog"]', further: ['best-practice'] });
});

test.describe('copied as cURL', () => {
  const token = 'canary-copied-token-4712';
  const secret = 'canary-copied-secret-4713';
  test.use({
    environments: {
      echo: 'version: "1"\nname: Echo\nclass: test\nvariables:\n  payu.baseUrl: "http://127.0.0.1:9"\n  payu.merchantId: "1"\n  payu.resellerId: "2"\n  payu.payuId: "403993715529606983"\n  payu.refundId: "R-1"\n  payu.amount: "1.00"\n',
    },
    processVariables: {
      REFUND_WORKBENCH_SECRET_PAYU_ACCESSTOKEN: token,
      REFUND_WORKBENCH_SECRET_PAYU_CLIENTSECRET: secret,
    },
  });

  const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

  /** Read in another page, so that the reading leaves nothing in the heap of this one. */
  const clipboardElsewhere = async (page: Page): Promise<string> => {
    const other = await page.context().newPage();
    await other.goto(new URL('/', page.url()).href);
    await other.bringToFront();
    const text = await clipboard(other);
    await other.close();
    await page.bringToFront();
    return text;
  };

  test('secrets stand in the text only where that was asked for, and nowhere afterwards', async ({
    page,
    host,
  }) => {
    await page.getByRole('button', { name: /^Environment:/ }).click();
    await page.getByRole('menuitem', { name: 'Echo' }).click();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Search' }).waitFor();
    await page.keyboard.type('Refund captured payment');
    await page.getByRole('option', { name: 'Refund captured payment' }).first().click();
    await expect(page.getByText('Valid against the documented schema')).toBeVisible();

    await page.getByRole('button', { name: 'Copy the request' }).click();
    await page.getByRole('menuitem', { name: 'Copy as cURL', exact: true }).click();
    await expect(page.getByText('Copied as cURL; secrets stand in it as variables to set')).toBeVisible();
    const plain = await clipboard(page);
    expect(plain).toContain('"${PAYU_ACCESSTOKEN:?set it first}"');
    expect(plain).not.toContain('canary');

    await page.getByRole('button', { name: 'Copy the request' }).click();
    await page.getByRole('menuitem', { name: 'Copy as cURL with secrets…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Copy as cURL with secrets' });
    await expect(dialog).toContainText('payu.accessToken of Echo will stand in the command in clear text');
    await expectAccessible(page, { part: '[role="dialog"]', further: ['best-practice'] });
    await picture(page, 'copy-secrets-question');
    await dialog.getByRole('button', { name: 'Copy with secrets' }).click();
    await expect(dialog).toContainText('with payu.accessToken in clear text. Clear the clipboard once');
    await picture(page, 'copy-secrets-copied');
    expect(await clipboardElsewhere(page)).toContain(`'Authorization: Bearer ${token}'`);
    await dialog.getByRole('button', { name: 'Clear the clipboard' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(await clipboard(page)).toBe('');
    const places = [await page.content(), await heapOf(page), readAll(host.data), readAll(host.workspace)];
    for (const [index, place] of places.entries())
      for (const canary of [token, secret])
        expect(place.includes(canary), `${canary} in ${index}`).toBe(false);
    expect(places[2]).toContain('secrets-copied');
  });
});

test('a stored exchange is copied from its menu: as cURL, and its bodies exactly', async ({ page }) => {
  const clipboard = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  const choose = async (item: string): Promise<void> => {
    await page
      .getByRole('region', { name: 'Response' })
      .getByRole('button', { name: 'More', exact: true })
      .click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
  };
  await page.getByRole('button', { name: 'Send my first refund' }).click();
  await expect(page.getByRole('heading', { name: /^Accepted, not final/ })).toBeVisible();
  await choose('Copy response body');
  await expect(page.getByText('The response body is on the clipboard')).toBeVisible();
  expect(await clipboard()).toMatch(/^\{.*"Refund Request Queued".*\}$/s);
  await choose('Copy request body');
  await expect(page.getByText('The request body is on the clipboard')).toBeVisible();
  expect(await clipboard()).toContain('"payu_id": 403993715529606983');
  await choose('Copy as cURL');
  await expect(page.getByText(/^Copied as cURL; secrets/)).toBeVisible();
  expect(await clipboard()).toMatch(/^# Sending this moves money[^]*PAYU_ACCESSTOKEN:\?/);
});
