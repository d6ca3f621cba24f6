import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Locator, Page } from 'playwright/test';

import { expect, type Host, listen, reopen, test } from './fixtures.ts';
import { expectAccessible, findTemplate } from './page-steps.ts';

const queued = '{"status":1,"msg":"Refund Request Queued","request_id":"1","error_code":102}';
const succeeded = JSON.stringify({
  '403993715529606983': { '1': { status: 'success', amt: '1.00', token: 'R-1' } },
});

/** What the provider got, and what it says next; `null` leaves a request without an answer, as a lost line does. */
type Provider = { readonly bodies: string[]; answer: string | null; readonly close: () => void };

type Setting = { readonly page: Page; readonly host: Host; readonly environmentClass: 'test' | 'production' };

/** A provider of PayU on loopback, its environment active, and a refund of 1.00 of …6983 in the editor. */
async function openRefund({ page, host, environmentClass }: Setting): Promise<Provider> {
  const bodies: string[] = [];
  const provider: Provider = { bodies, answer: queued, close: () => server.close() };
  const server = await listen((request: IncomingMessage, response: ServerResponse) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      bodies.push(body);
      if (provider.answer !== null) response.end(provider.answer);
    });
  });
  writeFileSync(
    join(host.workspace, 'environments', 'acme.yaml'),
    `version: "1"\nname: Acme\nclass: ${environmentClass}\nvariables:\n  payu.baseUrl: "${server.origin}"\n  payu.merchantId: "1"\n  payu.resellerId: "2"\n  payu.payuId: "403993715529606983"\n  payu.refundId: "R-1"\n  payu.amount: "1.00"\n`,
  );
  await page.reload();
  await page.getByRole('button', { name: /^Environment:/ }).click();
  await page.getByRole('menuitem', { name: 'Acme' }).click();
  await findTemplate(page, 'Refund captured payment');
  return provider;
}

const bar = (page: Page): Locator => page.getByRole('banner');
const response = (page: Page): Locator => page.getByRole('region', { name: 'Response' });
const inspector = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' });
const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });

const openTab = (page: Page, name: RegExp): Locator =>
  page.getByRole('toolbar', { name: 'Open requests' }).getByRole('button', { name }).first();

async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send', exact: true }).click();
}

async function arm(page: Page, minutes: string): Promise<void> {
  await bar(page).getByRole('button', { name: 'Arm…' }).click();
  await dialog(page, 'Arm Acme').getByText(minutes, { exact: true }).click();
  await dialog(page, 'Arm Acme')
    .getByRole('button', { name: `Arm for ${minutes}` })
    .click();
  await expect(dialog(page, 'Arm Acme')).toHaveCount(0);
  await expect(bar(page)).toContainText('LIVE · ARMED');
}

/** Calls the core as any script could that got hold of the page's key. */
async function call(page: Page, name: string, input: object): Promise<string> {
  return page.evaluate(
    async ([command, body]) => {
      const headers = {
        authorization: `Bearer ${sessionStorage.getItem('refund-workbench.key')}`,
        'content-type': 'application/json',
      };
      return (await fetch(`/call/${command}`, { method: 'POST', headers, body })).text();
    },
    [name, JSON.stringify(input)] as const,
  );
}

test.use({
  processVariables: {
    REFUND_WORKBENCH_SECRET_PAYU_ACCESSTOKEN: 'invented-token',
    REFUND_WORKBENCH_SECRET_PAYU_CLIENTSECRET: 'invented-secret',
  },
});

test.describe('in production', () => {
  test('nothing leaves until it is armed and what is asked for is typed', async ({ page, host }) => {
    const provider = await openRefund({ page, host, environmentClass: 'production' });
    await expect(page.getByRole('region', { name: 'Request' })).toContainText('Read-only');
    await send(page);
    await expect(response(page)).toContainText('Acme is production, and production is read-only');
    await response(page).getByRole('button', { name: 'Arm…' }).click();
    await expectAccessible(page);
    await dialog(page, 'Arm Acme').getByRole('button', { name: 'Arm for 5 minutes' }).click();
    await expect(bar(page).getByRole('timer')).toHaveText(/^(?:5:00|4:5\d)$/);

    await send(page);
    const confirmation = dialog(page, 'Send to Acme, LIVE');
    await expect(confirmation).toContainText('127.0.0.1');
    await expect(confirmation.getByRole('button', { name: 'Send' })).toBeDisabled();
    await confirmation.getByRole('textbox').fill('6984');
    await confirmation.getByRole('button', { name: 'Send' }).click();
    await expect(confirmation.getByRole('alert')).toContainText('Nothing was sent: “6984” is not');
    await expect(confirmation.getByRole('textbox')).toHaveValue('6984');
    await expectAccessible(page);
    expect(provider.bodies).toHaveLength(0);

    await confirmation.getByRole('textbox').fill('6983');
    await confirmation.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByRole('heading', { name: /^Accepted, not final/ })).toBeVisible();
    expect(provider.bodies).toHaveLength(1);

    await bar(page).getByRole('button', { name: 'Disarm' }).click();
    await expect(bar(page)).not.toContainText('ARMED');
    provider.close();
  });

  test('arming, confirming and sending take the keyboard alone', async ({ page, host }) => {
    const provider = await openRefund({ page, host, environmentClass: 'production' });
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Arm Acme');
    await page.keyboard.press('Enter');
    await dialog(page, 'Arm Acme').waitFor();
    await expect(page.getByRole('radio', { name: '5 minutes', exact: true })).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect(bar(page).getByRole('timer')).toHaveText(/^(?:1:00|0:5\d)$/);
    await page.keyboard.press('Control+Enter');
    await dialog(page, /LIVE/).waitFor();
    await page.keyboard.press('Escape');
    await expect(dialog(page, /LIVE/)).toHaveCount(0);
    expect(provider.bodies).toHaveLength(0);
    await page.keyboard.press('Control+Enter');
    await dialog(page, /LIVE/).waitFor();
    await page.keyboard.type('1.00');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: /^Accepted, not final/ })).toBeVisible();
    expect(provider.bodies).toHaveLength(1);
    provider.close();
  });

  test('the core refuses too, whoever calls it with the key of the page', async ({ page, host }) => {
    const provider = await openRefund({ page, host, environmentClass: 'production' });
    const sent = page.waitForRequest((request) => request.url().endsWith('/call/exchange.send'));
    await send(page);
    const input = JSON.parse((await sent).postData() ?? '') as object;
    const answer = await call(page, 'exchange.send', { ...input, sendId: 'by hand', confirmation: '6983' });
    expect(answer).toContain('"code":"not-armed"');
    expect(provider.bodies).toHaveLength(0);
    provider.close();
  });

  test('what another client armed is shown, and the end of its time too', async ({ page, host }) => {
    const provider = await openRefund({ page, host, environmentClass: 'production' });
    await page.clock.install();
    await page.reload();
    await call(page, 'production.arm', { environmentId: 'acme', minutes: 1 });
    await expect(bar(page)).toContainText('LIVE · ARMED');
    await page.clock.runFor(61_000);
    await expect(page.getByRole('region', { name: 'Notices' })).toContainText(
      'The time is over: Acme is read-only again.',
    );
    await expect(bar(page).getByRole('button', { name: 'Arm…' })).toBeVisible();
    provider.close();
  });
});

test.describe('the same refund again', () => {
  test('is foretold, stopped with what is known of the first, and goes out on a second press', async ({
    page,
    host,
  }) => {
    const provider = await openRefund({ page, host, environmentClass: 'test' });
    await send(page);
    await expect(page.getByRole('heading', { name: /^Accepted, not final/ })).toBeVisible();
    await expect(inspector(page)).toContainText('was sent before');
    await expect(inspector(page)).toContainText(/PayU India refuses the same amount for another [45]:\d\d/);

    await send(page);
    const card = response(page);
    await expect(card.getByRole('heading', { name: 'Not sent' })).toBeVisible();
    await expect(card).toContainText('with the same id R-1');
    await expect(card).not.toContainText('--');
    const earlier = card.getByRole('region', { name: 'Earlier exchange 1' });
    await expect(earlier).toContainText('Accepted, not final: refund request queued');
    await expect(earlier.getByRole('button', { name: 'Check the refund status' })).toBeVisible();
    await expect(earlier.getByRole('button', { name: 'Open the earlier exchange' })).toBeVisible();
    await expect(card.getByRole('timer')).toHaveText(/^[45]:\d\d$/);

    await card.getByRole('button', { name: 'Send it all the same…' }).click();
    const asking = dialog(page, 'Send the same refund again?');
    await expect(asking.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(asking).toHaveCount(0);
    expect(provider.bodies).toHaveLength(1);

    await card.getByRole('button', { name: 'Send it all the same…' }).click();
    await asking.getByRole('button', { name: 'Send a second refund' }).click();
    await expect(page.getByRole('heading', { name: /^Accepted, not final/ })).toBeVisible();
    expect(provider.bodies).toHaveLength(2);
    provider.close();
  });

  test('in production is asked for twice: that it is meant, and what it refunds', async ({ page, host }) => {
    const provider = await openRefund({ page, host, environmentClass: 'production' });
    await arm(page, '15 minutes');
    for (const number of [1, 2]) {
      await send(page);
      if (number === 2) {
        await response(page).getByRole('button', { name: 'Send it all the same…' }).click();
        await page.getByRole('button', { name: 'Send a second refund' }).click();
      }
      await dialog(page, /LIVE/).getByRole('textbox').fill('6983');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: /^Accepted, not final/ })).toBeVisible();
      await expect.poll(() => provider.bodies).toHaveLength(number);
    }
    provider.close();
  });
});

/** Sends without ever getting an answer: whether it happened is then known to nobody. */
async function loseAnswer(page: Page, provider: Provider): Promise<void> {
  const before = provider.bodies.length;
  provider.answer = null;
  await send(page);
  await expect.poll(() => provider.bodies.length).toBe(before + 1);
}

test.describe('an outcome that nobody knows', () => {
  test('locks the refund until somebody writes down what became of it', async ({ page, host }) => {
    const provider = await openRefund({ page, host, environmentClass: 'test' });
    await loseAnswer(page, provider);
    await page.keyboard.press('Escape');
    const card = response(page);
    await expect(card).toContainText('Locked: this refund may have happened');
    await expect(page.getByRole('contentinfo')).toContainText('1 without a known outcome');
    await expectAccessible(page);

    await send(page);
    await expect(card).toContainText('it may have happened');
    await expect(card.getByRole('button', { name: 'Send the same id again…' })).toBeVisible();
    await card.getByRole('button', { name: 'I know what became of it…' }).click();
    const deciding = dialog(page, 'What became of it?');
    await expect(deciding.getByRole('button', { name: 'Write it down' })).toBeDisabled();
    await deciding.getByText('It did not happen').click();
    await expect(deciding.getByRole('button', { name: 'Write it down' })).toBeDisabled();
    await deciding.getByLabel('How do you know?').fill('The dashboard lists no refund.');
    await expectAccessible(page);
    await deciding.getByRole('button', { name: 'Write it down' }).click();
    await expect(card).toContainText(/It did not happen: written down \d{4}-\d\d-\d\d/);
    await expect(card).toContainText('The dashboard lists no refund.');
    await expect(page.getByRole('contentinfo')).not.toContainText('without a known outcome');

    provider.answer = queued;
    await send(page);
    await expect(page.getByRole('heading', { name: /^Accepted, not final/ })).toBeVisible();
    provider.close();
  });

  test('is found out by the status call, and every card says so', async ({ page, host }) => {
    const provider = await openRefund({ page, host, environmentClass: 'test' });
    await loseAnswer(page, provider);
    await page.keyboard.press('Escape');
    await expect(response(page)).toContainText('Locked: this refund may have happened');
    provider.answer = succeeded;
    await response(page).getByRole('button', { name: 'Check the refund status' }).click();
    await expect(openTab(page, /Refund status/)).toHaveAttribute('aria-pressed', 'true');
    await send(page);
    await expect(page.getByRole('contentinfo')).not.toContainText('without a known outcome');
    await openTab(page, /Refund captured payment/).click();
    await expect(response(page)).toContainText('It happened: looked up');
    provider.close();
  });

  test('after a power cut is told at the start and leads to its exchange', async ({ page, host }) => {
    const provider = await openRefund({ page, host, environmentClass: 'test' });
    await loseAnswer(page, provider);
    await page.goto('about:blank');
    await host.kill();
    await reopen(page, host);
    const notice = page.getByRole('region', { name: 'Open outcomes' });
    await expect(notice).toContainText('1 refund request has no known outcome.');
    await expectAccessible(page);
    await notice.getByRole('button', { name: 'Show them' }).click();
    const list = dialog(page, 'Without a known outcome');
    await expect(list.getByRole('option')).toHaveCount(1);
    await expectAccessible(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(list).toHaveCount(0);
    await expect(response(page)).toContainText('Locked: this refund may have happened');
    await expect(response(page)).toContainText('The program ended before the answer was recorded.');
    provider.close();
  });
});
