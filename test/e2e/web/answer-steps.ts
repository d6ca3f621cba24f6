import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, type Page } from 'playwright/test';

import { type Host, listen } from './fixtures.ts';
import { findTemplate } from './page-steps.ts';

const values = {
  'payu.merchantId': '1',
  'payu.resellerId': '2',
  'payu.payuId': '403993715529606983',
  'payu.refundId': 'R-1',
  'payu.amount': '1.00',
};

/**
 * Sends a refund to a server of the test's own that answers with this text, and waits until the answer is shown. Gives
 * when that was.
 */
export async function showAnswer(
  page: Page,
  host: Host,
  answer: string | Buffer,
  contentType = 'application/json',
  { beforeSend = async () => undefined }: { readonly beforeSend?: () => Promise<void> } = {},
): Promise<number> {
  const provider = await listen((_request, response) => {
    response.setHeader('Content-Type', contentType);
    response.end(answer);
  });
  const variables = Object.entries({ 'payu.baseUrl': provider.origin, ...values });
  const lines = variables.map(([name, value]) => `  ${name}: "${value}"\n`).join('');
  writeFileSync(
    join(host.workspace, 'environments', 'own.yaml'),
    `version: "1"\nname: Own provider\nclass: test\nvariables:\n${lines}`,
  );
  await page.reload();
  await page.getByRole('button', { name: /^Environment:/ }).click();
  await page.getByRole('menuitem', { name: 'Own provider' }).click();
  await page.getByRole('button', { name: /^Environment: Own provider/ }).click();
  await page.getByRole('menuitem', { name: 'Edit Own provider' }).click();
  await page.getByText('PayU · WhatsApp refunds').last().waitFor();
  await page.getByLabel('Access token').fill('token-4711');
  await page.getByLabel('Client secret').fill('secret-4711');
  await page.getByRole('button', { name: 'Save and use' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await findTemplate(page, 'Refund captured payment');
  await expect(page.getByText('Valid against the documented schema')).toBeVisible();
  await beforeSend();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Copy response' })).toBeVisible({ timeout: 120_000 });
  provider.close();
  return Date.now();
}

/** A list of refunds as JSON, laid out or in one line; about 130 characters a refund. */
export function refundsJson(count: number, indent: number): string {
  const refunds = Array.from({ length: count }, (_, place) => ({
    refund_id: `R-${place}`,
    payu_id: `4039937155${place}`,
    amount: '10.00',
    currency: 'INR',
    state: place % 7 === 0 ? 'refused' : 'accepted',
  }));
  return JSON.stringify({ status: 1, refunds }, null, indent);
}

/** The same as XML, with a prefix and a default namespace. */
export function refundsXml(count: number): string {
  const refunds = Array.from(
    { length: count },
    (_, place) =>
      `  <r:refund id="R-${place}">\n    <refund_amount currency="INR">1000</refund_amount>\n    <note>A &amp; B ${place}</note>\n  </r:refund>\n`,
  );
  return `<?xml version="1.0"?>\n<r:result xmlns:r="urn:refunds" xmlns="urn:amounts">\n${refunds.join('')}</r:result>\n`;
}
