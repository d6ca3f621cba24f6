import type { Page } from 'playwright/test';

import { seedHistory, type Seed } from '../../support/seed-history.ts';
import { expect } from '../web/fixtures.ts';
import { type Reach, takePictures } from './take-pictures.ts';

const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

/** Some weeks of a busy desk. */
const seeds: readonly Seed[] = [
  ...Array.from({ length: 140 }, (_, index): Seed => {
    const verdict = (['accepted', 'refused', 'pending'] as const)[index % 3] ?? 'accepted';
    return {
      startedAt: minutesAgo((140 - index) * 190),
      verdict,
      status: verdict === 'refused' ? 400 : 200,
      headline: {
        accepted: 'Accepted: refunded',
        refused: 'Refused: amount is more than what is left',
        pending: 'Accepted, not final: refund request queued',
      }[verdict],
      transaction: `40399371552960${6000 + index}`,
      amount: `${index}.50`,
    };
  }),
  {
    startedAt: minutesAgo(48),
    verdict: 'pending',
    status: 200,
    headline: 'Accepted, not final: refund request queued',
    transaction: '403993715529606983',
    amount: '23.12',
  },
  {
    startedAt: minutesAgo(44),
    verdict: 'refused',
    status: 400,
    headline: 'Refused: same amount refunded twice within 5 minutes',
    transaction: '403993715529606983',
    amount: '23.12',
    annotation: {
      note: 'The customer called at ten; the first one is on its way.',
      tags: ['vip', 'chargeback'],
      ticket: 'ACME-4711',
      pinned: true,
    },
  },
  {
    startedAt: minutesAgo(31),
    verdict: 'accepted',
    status: 200,
    headline: 'Accepted: the first refund succeeded',
    draft: { template: 'refund-status', operation: 'status' },
    about: '403993715529606983',
  },
  {
    startedAt: minutesAgo(12),
    verdict: 'unknown',
    status: 504,
    headline: 'Outcome unknown: the provider did not answer in time',
    transaction: '8812',
    amount: '100.00',
  },
  {
    startedAt: minutesAgo(9),
    verdict: 'refused',
    status: 403,
    headline: 'Refused: invalid hash',
    draft: { api: 'gone', template: 'gone' },
  },
];

const list = (page: Page) => page.getByRole('grid', { name: 'History' });

async function openNoted(page: Page): Promise<void> {
  await list(page)
    .getByRole('row', { name: /within 5 minutes/ })
    .click();
  await expect(page.getByRole('tab', { name: 'Timeline' })).toBeVisible();
}

const states: Readonly<Record<string, Reach>> = {
  'history-list': async () => undefined,
  'history-completion': async (page) => {
    await page.getByRole('combobox').pressSequentially('403 ver');
    await page.keyboard.press('ArrowDown');
  },
  'history-filters': async (page) => {
    await page.getByRole('combobox').fill('verdict:refused after:7d');
    await page.getByRole('button', { name: /^Filter/ }).click();
    await page.getByRole('dialog', { name: 'Filter the history' }).waitFor();
  },
  'history-wrong-filter': async (page) => {
    await page.getByRole('combobox').fill('verdict:declined');
    await page.getByRole('alert').waitFor();
  },
  'history-no-result': async (page) => {
    await page.getByRole('combobox').fill('verdict:refused 999999');
    await page.getByRole('button', { name: 'Clear the search', exact: true }).last().waitFor();
  },
  'history-menu': async (page) => {
    await list(page)
      .getByRole('row', { name: /within 5 minutes/ })
      .getByRole('button')
      .click();
    await page.getByRole('menu').waitFor();
  },
  'history-timeline': async (page) => {
    await openNoted(page);
    await page.getByRole('tab', { name: 'Timeline' }).click();
    await page.getByRole('listbox', { name: /^Timeline of/ }).waitFor();
  },
  'history-notes': async (page) => {
    await openNoted(page);
    await page.getByRole('tab', { name: 'Notes' }).click();
    await page.getByRole('textbox', { name: 'Note' }).waitFor();
  },
  'history-keep': async (page) => {
    await page.getByRole('button', { name: 'Keep…' }).click();
    await page.getByRole('radio', { name: /Within limits/ }).waitFor();
    await page.getByText('Within limits').click();
  },
  'history-unknown-api': async (page) => {
    await list(page)
      .getByRole('row', { name: /invalid hash/ })
      .click();
    await page.getByRole('tab', { name: 'Timeline' }).waitFor();
  },
};

/** Opens the seeded history before the state is reached. */
function withHistory(reach: Reach): Reach {
  return async (page, host) => {
    seedHistory(host.data, seeds);
    await page.reload();
    await page.getByRole('banner').waitFor();
    await page.keyboard.press('Control+3');
    await list(page).getByRole('row').first().waitFor();
    await reach(page, host);
  };
}

takePictures(
  Object.fromEntries(Object.entries(states).map(([name, reach]) => [name, withHistory(reach)] as const)),
);
