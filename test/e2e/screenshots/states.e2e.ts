import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';

import type { Page } from 'playwright/test';

import { seedHistory } from '../../support/seed-history.ts';
import { refundsJson, showAnswer } from '../web/answer-steps.ts';
import { expect, listen, reopen } from '../web/fixtures.ts';
import { createVault, findTemplate } from '../web/page-steps.ts';
import { writeCollection } from '../web/run-steps.ts';
import { pictureFolder, type Reach, takePictures } from './take-pictures.ts';

/** The state the README shows. */
const readmePicture = 'refused-dark-1440x900.png';

/** The states that a window for money has to have been designed for. */
const states: Readonly<Record<string, Reach>> = {
  'first-start': async (page) => {
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  },
  sending: async (page) => {
    await sendTo(page, () => undefined);
    await expect(
      page.getByRole('region', { name: 'Request' }).getByRole('button', { name: /^Cancel/ }),
    ).toBeVisible();
  },
  refused: async (page) => {
    await findTemplate(page, 'Partial refund');
    await send(page, /^Accepted, not final/);
    await findTemplate(page, 'Duplicate within 5 minutes');
    await send(page, /^Refused/);
  },
  'accepted-not-final': async (page) => {
    await findTemplate(page, 'Refund an order');
    await send(page, /^Accepted, not final/);
  },
  'outcome-unknown': async (page) => {
    await sendTo(page, (request) => request.socket.destroy());
    await expect(page.getByRole('heading', { name: /^Outcome unknown/ })).toBeVisible();
  },
  offline: async (page) => {
    await findTemplate(page, 'Partial refund');
    await page.context().setOffline(true);
    await page.getByRole('textbox', { name: 'URL' }).fill('{{payu.baseUrl}}/typed/while/offline');
    await expect(page.getByRole('region', { name: 'Connection' })).toBeVisible();
  },
  'malformed-answer': async (page) => {
    await sendTo(page, (_request, response) => response.end('{"status": 1,\n "msg": "Refund Req'));
    await expect(page.getByRole('heading', { name: /not well-formed JSON/ })).toBeVisible();
  },
  'huge-answer': async (page, host) => {
    await showAnswer(page, host, refundsJson(60_000, 2));
    await page.getByRole('tree', { name: 'Parsed answer' }).waitFor();
  },
  'vault-locked': async (page, host) => {
    await createVault(page, 'Secrets for this session only', 'invented passphrase');
    await reopen(page, host);
    await page.getByRole('contentinfo').getByRole('button', { name: 'Vault locked' }).click();
    await page.getByRole('dialog').waitFor();
  },
  'changed-on-disk': async (page, host) => {
    writeCollection(host.workspace);
    await page.keyboard.press('Control+2');
    await page.getByText('November regressions').first().click();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Search' }).waitFor();
    await page.keyboard.type('Same id again');
    await page
      .getByRole('option', { name: /Same id again/ })
      .first()
      .click();
    await page.getByRole('textbox', { name: 'URL' }).fill('{{payu.baseUrl}}/mine');
    const path = join(host.workspace, 'collections', 'november-regressions', 'refunds', 'same-id-again.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('/partner/refunds', '/theirs'));
    await expect(page.getByRole('alert', { name: 'Changed on the disk' })).toBeVisible();
  },
  'unsaved-draft-closed': async (page) => {
    await findTemplate(page, 'Partial refund');
    await findTemplate(page, 'Refund status');
    await page.getByRole('textbox', { name: 'URL' }).fill('{{payu.baseUrl}}/mine');
    await page.keyboard.press('Alt+w');
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  },
  'nothing-found': async (page, host) => {
    await longHistory(page, host.data, 40);
    await page.getByRole('combobox').fill('verdict:refused 999999');
    await page.getByRole('button', { name: 'Clear the search', exact: true }).last().waitFor();
  },
  'long-history': async (page, host) => longHistory(page, host.data, 5000),
};

async function send(page: Page, headline: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('heading', { name: headline })).toBeVisible();
}

/** Sends a refund to a provider of the test's own. */
async function sendTo(
  page: Page,
  answer: (request: IncomingMessage, response: ServerResponse) => unknown,
): Promise<void> {
  const provider = await listen((request, response) => void answer(request, response));
  page.once('close', provider.close);
  await findTemplate(page, 'Refund captured payment');
  await page.getByRole('textbox', { name: 'URL' }).fill(`${provider.origin}/partner/refunds`);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
}

async function longHistory(page: Page, data: string, count: number): Promise<void> {
  seedHistory(
    data,
    Array.from({ length: count }, (_, index) => ({
      startedAt: new Date(Date.now() - (count - index) * 60_000).toISOString(),
      verdict: index % 3 === 0 ? ('refused' as const) : ('accepted' as const),
      status: index % 3 === 0 ? 400 : 200,
      headline: index % 3 === 0 ? 'Refused: amount is more than what is left' : 'Accepted: refunded',
      transaction: `4039937155${String(index).padStart(8, '0')}`,
      amount: `${index}.50`,
    })),
  );
  await page.reload();
  await page.getByRole('banner').waitFor();
  await page.keyboard.press('Control+3');
  await page.getByRole('grid', { name: 'History' }).getByRole('row').first().waitFor();
}

takePictures(states, {
  whenTaken: (picture) => {
    if (picture !== readmePicture) return;
    copyFileSync(join(pictureFolder, picture), join(import.meta.dirname, 'window.png'));
  },
});
