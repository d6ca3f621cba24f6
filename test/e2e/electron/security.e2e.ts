import type { ElectronApplication, JSHandle } from 'playwright/test';

import { bridgeName, type WorkbenchBridge } from '../../../shared/contract/client.ts';
import { callBridge, expect, openStranger, test } from './fixtures.ts';
import { runtimes } from './runtimes.ts';

for (const runtime of runtimes) {
  test.describe(`${runtime.name}, attacked`, () => {
    test.skip('reason' in runtime, 'reason' in runtime ? runtime.reason : '');
    test.use({ runtime });
    opensLinksAfterAQuestion();
    listensToItsPageOnly();
  });
}

type Opened = { readonly asked: string[]; readonly opened: string[] };

function opensLinksAfterAQuestion(): void {
  test('opens a page of a provider in the browser, after a question', async ({ app, page }) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Search' }).waitFor();
    await page.keyboard.type('?hash amount as written');
    await expect(page.getByRole('option', { name: /^Documentation/ }).first()).toBeVisible();
    await page.keyboard.press('Enter');
    const docs = page.getByRole('dialog', { name: /^Documentation/ });
    const link = docs.getByRole('link');
    const address = (await link.getAttribute('href')) ?? '';
    expect(address).toMatch(/^https:\/\//);
    for (const [answer, opened] of [
      [0, []],
      [1, [address]],
    ] as const) {
      const seen = await answerBoxes(app, answer);
      await link.click();
      await expect.poll(() => seen.jsonValue()).toEqual({ asked: [address], opened });
    }
    expect(app.windows()).toHaveLength(1);
  });

  test('opens no other address, whoever wants it', async ({ app, page }) => {
    const seen = await answerBoxes(app, 1);
    const others = [
      'https://docs.payu.in/?stolen=secret',
      'https://docs.payu.in.evil.example/',
      'https://evil.example/https://docs.payu.in/',
      'HTTPS://DOCS.PAYU.IN/',
      'http://docs.payu.in/',
      'file:///etc/passwd',
      'mailto:a@b.example',
      'ms-settings:about',
      'javascript:alert(1)',
    ];
    for (const url of others) {
      const answer = await callBridge(page, 'window.open-link', JSON.stringify({ url }));
      expect(answer, url).toContain('"code":"bad-url"');
      await page.evaluate((address) => {
        window.open(address);
        const link = document.createElement('a');
        Object.assign(link, { href: address, target: '_blank' });
        document.body.append(link);
        if (!address.startsWith('javascript:')) link.click();
      }, url);
    }
    expect(await callBridge(page, 'window.open-link', '{"url":"no address"}')).toContain(
      '"code":"bad-input"',
    );
    await expect.poll(() => app.windows().length).toBe(1);
    expect(await seen.jsonValue()).toEqual({ asked: [], opened: [] });
  });
}

function listensToItsPageOnly(): void {
  test('refuses a text that is too long, and goes on', async ({ page }) => {
    const answer = await page.evaluate(async (name) => {
      const { call } = Reflect.get(window, name) as WorkbenchBridge;
      return call('history.list', `"${'x'.repeat(8 * 1024 * 1024)}"`);
    }, bridgeName);
    expect(answer).toBe('{"rejection":{"code":"bad-input","message":"The input is too long."}}');
    expect(await callBridge(page, 'settings.load', 'null')).toContain('"output":');
  });

  test('tells its events to its own page only', async ({ app, page }) => {
    const stranger = await openStranger(app, '<h1>stranger</h1>');
    await expect(stranger.getByRole('heading')).toHaveText('stranger');
    const listening = await Promise.all(
      [page, stranger].map((one) =>
        one.evaluateHandle((name) => {
          const heard: string[] = [];
          (Reflect.get(window, name) as WorkbenchBridge).on((text) => heard.push(text));
          return heard;
        }, bridgeName),
      ),
    );
    await callBridge(page, 'settings.change', '{"theme":"dark"}');
    const heard = (index: number): Promise<readonly string[] | undefined> =>
      listening[index]?.jsonValue() ?? Promise.resolve(undefined);
    await expect.poll(async () => (await heard(0))?.join()).toContain('settings.changed');
    expect(await heard(1)).toEqual([]);
  });

  test('a page that was reloaded in the middle of a call gets no answer of before', async ({ page }) => {
    await page.evaluate((name) => {
      const { call } = Reflect.get(window, name) as WorkbenchBridge;
      void call('history.list', '{"query":"","limit":1,"before":null}');
      location.reload();
    }, bridgeName);
    await page.getByRole('banner').waitFor();
    expect(await callBridge(page, 'settings.load', 'null')).toContain('"output":');
  });
}

/** Answers every question from now on with one button, and notes what was asked and what was opened outside. */
function answerBoxes(app: ElectronApplication, response: number): Promise<JSHandle<Opened>> {
  return app.evaluateHandle(({ dialog, shell }, answer) => {
    const seen: Opened = { asked: [], opened: [] };
    dialog.showMessageBox = async (...given: readonly object[]) => {
      const { detail = '' } = given.at(-1) as { detail?: string };
      seen.asked.push(detail);
      return { response: answer, checkboxChecked: false };
    };
    shell.openExternal = async (url) => void seen.opened.push(url);
    return seen;
  }, response);
}
