import { expect, type Page } from 'playwright/test';

/** What the page has to say about an answer: the verdict in words, and the row of the error catalog that it marks. */
export type ExpectedAnswer = { readonly headline: string; readonly entry: string };

export type ApiJourney = {
  /** As they stand in the side bar. */
  readonly api: string;
  readonly template: string;
  readonly first: ExpectedAnswer;
  /** The same request again, on the same ledger. */
  readonly second: ExpectedAnswer;
};

/** One refund of every API on a fresh sandbox, and what is documented for sending it twice. */
export const apiJourneys: readonly ApiJourney[] = [
  {
    api: 'PayU · WhatsApp refunds',
    template: 'Refund captured payment',
    first: { headline: 'Accepted, not final: refund request queued', entry: 'queued' },
    second: { headline: 'Refused: this refund_id was sent before', entry: 'already-exists' },
  },
  {
    api: 'Luminate Online',
    template: 'Refund a donation',
    first: { headline: 'Accepted: recorded', entry: 'recorded' },
    second: { headline: 'Refused: the refund was not recorded', entry: 'item-refused' },
  },
  {
    api: 'Front Payment · terminal',
    template: 'Refund an order',
    first: {
      headline: 'Accepted, not final: refund request sent to the terminal',
      entry: 'refund-requested',
    },
    second: { headline: 'Refused: more than is left of a product', entry: 'product-amount-exceeded' },
  },
  {
    api: 'DigiPay.Guru wallet',
    template: 'Refund a transaction',
    first: { headline: 'Accepted: refunded', entry: 'refunded' },
    second: { headline: 'Refused: rejected without a reason', entry: 'bad-request' },
  },
  {
    api: 'EduBrite LMS',
    template: 'Refund single purchase',
    first: { headline: 'Accepted: the purchase is undone', entry: 'success' },
    second: { headline: 'Refused: the invoice is refunded already', entry: '0231-refunded' },
  },
];

/** Opens a template through the side bar. */
export async function openTemplate(page: Page, api: string, template: string): Promise<void> {
  const tree = page.getByRole('treegrid', { name: 'Refund APIs' });
  const row = tree.getByRole('row', { name: api, exact: true });
  if ((await row.getAttribute('aria-expanded')) === 'false') await row.click();
  await tree.getByRole('row', { name: template, exact: true }).click();
  await expect(tree.getByRole('row', { name: template, exact: true, selected: true })).toBeVisible();
}

/** Sends what is in the open tab, and waits for the answer with the marked row of the catalog in view. */
export async function send(page: Page, { headline, entry }: ExpectedAnswer): Promise<void> {
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(
    page.getByRole('region', { name: 'Response' }).getByRole('heading', { name: headline, exact: true }),
  ).toBeVisible();
  const marked = page.getByRole('region', { name: 'Error catalog' }).locator('tr[aria-current="true"]');
  await expect(marked).toHaveCount(1);
  await expect(marked).toHaveAttribute('data-entry', entry);
  await expect(marked).toBeInViewport();
}

/** A refund, and the same once more: the answer to the second is the documented refusal. */
export async function refundTwice(page: Page, { api, template, first, second }: ApiJourney): Promise<void> {
  await openTemplate(page, api, template);
  await send(page, first);
  await send(page, second);
}
