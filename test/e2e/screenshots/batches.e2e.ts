import type { Page } from 'playwright/test';

import type { BatchSummary } from '../../../shared/model/batch.ts';
import { takePictures } from './take-pictures.ts';

const csv = [
  'Transaction;Refund reference;Sum;Customer',
  ...Array.from(
    { length: 120 },
    (_, index) =>
      `4039937160${String(index).padStart(8, '0')};R-${index};${index === 4 ? '12,50' : '12.50'};Customer ${index}`,
  ),
].join('\n');

const total = { currency: 'INR', unit: 'major', amount: '4250.00', rows: 118, withoutAmount: 0 } as const;
const check = {
  rows: 120,
  ready: 118,
  calls: 118,
  totals: [total],
  problems: [
    {
      row: 5,
      column: 'Sum',
      problem: {
        code: 'bad-amount',
        message: 'The amount “12,50” has a comma, which leaves open how much is meant.',
        remedy: 'Write it with a point: 12.50.',
      },
      stops: true,
    },
    {
      row: 17,
      column: null,
      problem: {
        code: 'repeated-refund',
        message: 'The same refund stands in row 3: transaction 403993716000000002, 12.50.',
        remedy: 'Take one of the two out.',
      },
      stops: true,
    },
    {
      row: 30,
      column: null,
      problem: {
        code: 'repeated-refund',
        message: 'The same amount of this transaction was refunded on 2026-11-20 10:02:00 UTC (history 12).',
        remedy: 'Look whether it is a second refund.',
      },
      stops: false,
    },
  ],
  problemCount: 3,
  confirmation: { text: '4250.00', asked: 'the total, 4250.00' },
  effect: ['Refunds 12.50 INR of payment 403993716000000000.', 'The money goes back to the customer.'],
};

const counts = {
  ready: 40,
  sending: 1,
  accepted: 2,
  pending: 60,
  refused: 6,
  unknown: 3,
  'not-sent': 2,
  invalid: 2,
};
const batch = (state: string) =>
  ({
    id: 'b1',
    startedAt: '2026-11-21T19:00:00.000Z',
    endedAt: null,
    state,
    reason:
      state === 'stopped'
        ? {
            code: 'bad-batch',
            message: 'Stopped after 5 failures in a row, as the stop rule says.',
            remedy: 'Look at the last rows before you resume.',
          }
        : null,
    plan: {
      api: 'payu',
      template: 'refund',
      environmentId: 'sandbox',
      table: 't',
      columns: {},
      values: {},
      stopRules: { failuresInARow: 5, totalLimit: null },
      delay: 0,
      timeout: 60000,
    },
    table: {
      name: 'refunds-november.csv',
      columns: ['Transaction', 'Refund reference', 'Sum', 'Customer'],
      rows: 116,
    },
    environment: { id: 'sandbox', name: 'Local sandbox', environmentClass: 'sandbox' },
    totals: [total],
    counts,
    left:
      state === 'running'
        ? null
        : { rows: 43, confirmation: { text: '537.50', asked: 'the total of what is left, 537.50' } },
  }) as unknown as BatchSummary;

const states = [
  'pending',
  'pending',
  'refused',
  'accepted',
  'unknown',
  'invalid',
  'sending',
  'ready',
  'not-sent',
];
const rows = Array.from({ length: 116 }, (_, index) => {
  const state = states[index % states.length] ?? 'ready';
  return {
    row: index + 1,
    cells: [`4039937160${String(index).padStart(8, '0')}`, `R-${index}`, '12.50', `Customer ${index}`],
    state,
    code: state === 'refused' ? '214' : null,
    meaning:
      state === 'refused'
        ? 'Refused: same amount refunded twice within 5 minutes'
        : state === 'pending'
          ? 'Accepted, not final: refund request queued'
          : state === 'unknown'
            ? 'Outcome unknown: the connection broke before an answer came'
            : '',
    transaction: `4039937160${String(index).padStart(8, '0')}`,
    amount: '12.50',
    refundId: `R-${index}`,
    providerId: state === 'accepted' ? '1310' : null,
    exchangeId: '1',
    at: '2026-11-21T19:02:00.000Z',
  };
});
const reconciliation = {
  counts: { same: 100, missing: 2, extra: 1, 'different-amount': 1, 'not-accepted': 3 },
  requested: [total],
  accepted: [total],
  confirmed: '4200.00',
  rows: [
    {
      key: '403993716000000001',
      finding: 'missing',
      requested: '12.50',
      accepted: '12.50',
      confirmed: null,
      row: 2,
      exportRow: null,
      detail: 'Row 2 was accepted, and the export does not have it.',
    },
    {
      key: '403993716000000009',
      finding: 'extra',
      requested: null,
      accepted: null,
      confirmed: '9.00',
      row: null,
      exportRow: 14,
      detail: 'The export has a refund that no row asked for.',
    },
    {
      key: '403993716000000011',
      finding: 'different-amount',
      requested: '12.50',
      accepted: '12.50',
      confirmed: '12.05',
      row: 12,
      exportRow: 15,
      detail: 'The export says 12.05 where 12.50 was accepted.',
    },
  ],
};

async function fake(page: Page, state: string): Promise<void> {
  const answer = (name: string, value: unknown) =>
    page.route(`**/call/${name}`, (route) => route.fulfill({ json: { ok: true, value } }));
  await answer('batch.check', check);
  await answer('batch.start', batch(state));
  await answer('batch.get', batch(state));
  await answer('batch.rows', rows);
  await answer('batch.reconcile', reconciliation);
}

async function openPage(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Search' }).waitFor();
  await page.keyboard.type('Refund from a table');
  await page
    .getByRole('option', { name: /Refund from a table/ })
    .first()
    .click();
}

async function filled(page: Page): Promise<void> {
  await openPage(page);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'refunds-november.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByText('4039937160').first().waitFor();
}
async function looked(page: Page): Promise<void> {
  await filled(page);
  await page.getByRole('button', { name: /Look at all/ }).click();
  await page.getByText('118 of 120').waitFor();
}
async function started(page: Page): Promise<void> {
  await looked(page);
  await page.getByLabel(/Type the total/).fill('4250.00');
  await page.getByRole('button', { name: 'Start the batch' }).click();
  await page
    .getByRole('row', { name: /Customer|403993/ })
    .first()
    .waitFor();
}

takePictures({
  'batch-empty': openPage,
  'batch-filled': filled,
  'batch-checked': async (page) => {
    await fake(page, 'running');
    await looked(page);
  },
  'batch-checked-end': async (page) => {
    await fake(page, 'running');
    await looked(page);
    await page.getByLabel(/Type the total/).scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 2000);
    await page.getByText('The same on the command line').scrollIntoViewIfNeeded();
    await page.waitForTimeout(300);
  },
  'batch-running': async (page) => {
    await fake(page, 'running');
    await started(page);
    await page.waitForTimeout(300);
  },
  'batch-stopped': async (page) => {
    await fake(page, 'stopped');
    await started(page);
    await page.getByRole('row', { name: /403993716000000004/ }).click();
    await page.waitForTimeout(300);
  },
  'batch-resume': async (page) => {
    await fake(page, 'broken-off');
    await started(page);
    await page.getByRole('button', { name: 'Resume…' }).click();
    await page.waitForTimeout(300);
  },
  'batch-reconcile': async (page) => {
    await fake(page, 'stopped');
    await started(page);
    await page.getByRole('button', { name: 'Reconcile…' }).click();
    await page
      .getByRole('dialog')
      .locator('input[type=file]')
      .setInputFiles({ name: 'export.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.getByLabel('Column that names the refund').selectOption('Transaction');
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.waitForTimeout(500);
  },
});
