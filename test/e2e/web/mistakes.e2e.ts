import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Locator, Page } from 'playwright/test';

import { expect, listen, reopen, test } from './fixtures.ts';
import { findTemplate } from './page-steps.ts';

/** Replaces the text of the editor as a person would: select all, delete, type. The editor indents by itself. */
async function typeBody(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Request body' }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(text);
}

/** Why nothing was sent. Monaco has alert regions of its own. */
const stopped = (page: Page): Locator => page.getByRole('alert').filter({ hasText: 'Not sent' });

const send = async (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Send', exact: true }).click();

test('a variable without a value stops the send with its name, line and column', async ({ page }) => {
  await findTemplate(page, 'Partial refund');
  await typeBody(page, '{\n"refund_id": "{{ticket}}-01"\n}');
  await expect(page.getByText('1 problem')).toBeVisible();
  await send(page);
  const alert = stopped(page);
  await expect(alert).toContainText('Not sent');
  await expect(alert).toContainText('Body, line 2, column 17');
  await expect(alert).toContainText('The variable ticket has no value.');
});

test('a body that is not JSON is named with line and column and loses nothing', async ({ page }) => {
  await findTemplate(page, 'Partial refund');
  await typeBody(page, '{\n"refund_id": "a",\n"amount": 1,5\n}');
  await send(page);
  await expect(stopped(page)).toContainText('The body is not JSON: line 3, column 15');
  await expect(page.locator('.view-lines').first()).toContainText('"amount"');
});

test('nothing was recorded for what was never sent', async ({ page }) => {
  await findTemplate(page, 'Partial refund');
  await typeBody(page, '{');
  await send(page);
  await expect(stopped(page)).toContainText('Not sent');
  await expect(page.getByRole('contentinfo')).toContainText('0 exchanges saved');
});

test('tabs that cannot be read are told, and their file is kept', async ({ page, host }) => {
  const file = join(host.data, 'tabs.json');
  await page.goto('about:blank');
  writeFileSync(file, '{"tabs": [');
  await reopen(page, host);
  const notice = page.getByRole('region', { name: 'Notices' });
  await expect(notice).toContainText('The tabs of the last time cannot be read');
  expect(readFileSync(`${file}.damaged-1`, 'utf8')).toBe('{"tabs": [');
});

test('drafts survive a reload and a restart of the host', async ({ page, host }) => {
  await findTemplate(page, 'Partial refund');
  // The draft is on disk once the core has confirmed it; a reload may come at any time after that.
  const saved = page.waitForResponse(
    (response) =>
      response.url().endsWith('/call/tabs.save') &&
      response.ok() &&
      response.request().postData()?.includes('half written') === true,
  );
  await typeBody(page, '{ "note": "half written');
  await expect.poll(async () => page.getByTitle('Edited').count()).toBe(1);
  await saved;
  await page.reload();
  await expect(page.locator('.view-lines').first()).toContainText('half written');
  await reopen(page, host);
  await expect(page.locator('.view-lines').first()).toContainText('half written');
});

test('an address that was used before says so and loses nothing', async ({ page, host, context }) => {
  await page.goto('about:blank');
  const address = await host.restart();
  await page.goto(address);
  await page.getByRole('banner').waitFor();
  const second = await context.newPage();
  await second.goto(address);
  await expect(second.getByRole('heading')).toHaveText('This address is no longer good');
  await second.close();
});

test.describe('with a provider that misbehaves', () => {
  const file = (origin: string): string =>
    `version: "1"\nname: Odd provider\nclass: test\nvariables:\n  payu.baseUrl: "${origin}"\n  payu.merchantId: "1"\n  payu.resellerId: "2"\n  payu.payuId: "403993715529606983"\n  payu.refundId: "R-1"\n  payu.amount: "1.00"\n`;

  async function useProvider(page: Page, host: { workspace: string }, origin: string): Promise<void> {
    writeFileSync(`${host.workspace}/environments/odd.yaml`, file(origin));
    await page.reload();
    await page.getByRole('button', { name: /^Environment:/ }).click();
    await page.getByRole('menuitem', { name: 'Odd provider' }).click();
    await page.getByRole('button', { name: /^Environment: Odd provider/ }).click();
    await page.getByRole('menuitem', { name: 'Edit Odd provider' }).click();
    await page.getByText('PayU · WhatsApp refunds').last().waitFor();
    await page.getByLabel('Access token').fill('canary-token-4711');
    await page.getByLabel('Client secret').fill('canary-secret-4711');
    await page.getByRole('button', { name: 'Save and use' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await findTemplate(page, 'Refund captured payment');
    await expect(page.getByText('Valid against the documented schema')).toBeVisible();
  }

  test('an HTML page with status 200 is unknown, never accepted', async ({ page, host }) => {
    const provider = await listen((_request, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end('<!doctype html><html><body>Welcome</body></html>');
    });
    await useProvider(page, host, provider.origin);
    await send(page);
    await expect(page.getByRole('status').filter({ hasText: 'Unknown: a web page came back' })).toBeVisible();
    provider.close();
  });

  test('a cut answer is shown as malformed, with its place, and is not repaired', async ({ page, host }) => {
    const provider = await listen((_request, response) => response.end('{"status": 1,\n "msg": "Refund Req'));
    await useProvider(page, host, provider.origin);
    await send(page);
    await expect(
      page.getByRole('heading', { name: /not well-formed JSON \(line 2, column 9\)/ }),
    ).toBeVisible();
    await page.getByRole('tab', { name: 'Raw' }).click();
    await expect(page.locator('.view-lines').last()).toContainText('"Refund Req');
    provider.close();
  });

  test('a cancelled request is an unknown outcome, and Escape cancels it', async ({ page, host }) => {
    let arrived = 0;
    const provider = await listen(() => (arrived += 1));
    await useProvider(page, host, provider.origin);
    await send(page);
    await expect(page.getByRole('button', { name: /^Cancel ·/ })).toBeVisible();
    await expect.poll(() => arrived).toBe(1);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { name: 'Outcome unknown: you cancelled it' })).toBeVisible();
    expect(arrived).toBe(1);
    provider.close();
  });

  test('a refused port says that nothing was sent', async ({ page, host }) => {
    const provider = await listen(() => undefined);
    provider.close();
    await useProvider(page, host, provider.origin);
    await send(page);
    await expect(page.getByRole('heading', { name: /^Not sent: nothing answers/ })).toBeVisible();
    await expect(page.getByText('Sending it again is safe.')).toBeVisible();
  });

  test('a secret goes to the provider and never comes back to the page', async ({ page, host }) => {
    const bodies: string[] = [];
    const provider = await listen((request, response) => {
      bodies.push(`${request.headers.authorization ?? ''} ${JSON.stringify(request.headers)}`);
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ message: `echo of ${request.headers.authorization ?? ''}` }));
    });
    const answers: string[] = [];
    page.on('response', (response) => {
      if (!response.url().includes('/call/')) return;
      // The answers of a page that was left are gone with it.
      void response.text().then(
        (text) => answers.push(text),
        () => undefined,
      );
    });
    await useProvider(page, host, provider.origin);
    await send(page);
    await expect(page.getByText('echo of').first()).toBeVisible();
    expect(bodies.join()).toContain('Bearer canary-token-4711');
    expect(await page.content()).not.toContain('canary-');
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.join()).not.toContain('canary-');
    provider.close();
  });
});

test.describe('with a broken file in the workspace', () => {
  test.use({
    environments: { broken: 'version: "1"\nname: [', fine: 'version: "1"\nname: Fine\nclass: test\n' },
  });

  test('the file is named, the others are there, and it is left as it is', async ({ page, host }) => {
    await page.keyboard.press('Control+4');
    await expect(page.getByRole('complementary', { name: 'Side bar' })).toContainText(
      'broken.yaml cannot be read',
    );
    await expect(page.getByRole('option', { name: 'Fine' })).toBeVisible();
    expect(readFileSync(`${host.workspace}/environments/broken.yaml`, 'utf8')).toBe('version: "1"\nname: [');
  });
});
