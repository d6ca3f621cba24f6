import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, type Page } from 'playwright/test';

const refund = (name: string, checks: string): string => `version: "1"
name: ${name}
api: payu
template: refund
operation: refund
method: POST
url: "{{payu.baseUrl}}/partner/refunds"
headers:
  - Content-Type: application/json
  - Authorization: Bearer {{payu.accessToken}}
body:
  kind: json
  text: |-
    {
      "refund_id": "{{payu.refundId}}",
      "payu_id": {{payu.payuId}},
      "merchant_id": "{{payu.merchantId}}",
      "reseller_id": "{{payu.resellerId}}",
      "hash": "{{$signature}}",
      "amount": {{payu.amount}}
    }
${checks}`;

const files: Readonly<Record<string, string>> = {
  'collection.yaml': 'version: "1"\nname: November regressions\norder:\n  - refunds\n',
  'refunds/folder.yaml': 'version: "1"\nname: Refunds\norder:\n  - partial-refund\n  - same-id-again\n',
  'refunds/partial-refund.yaml': refund(
    'Partial refund',
    `checks:
  - of: status
    equals: "200"
  - of: verdict
    equals: pending
captures:
  - of: json
    path: $.status
    into: lastStatus
`,
  ),
  'refunds/same-id-again.yaml': refund(
    'Same id again',
    `checks:
  - of: verdict
    equals: refused
  - of: body
    contains: already exists
`,
  ),
};

/** Puts a collection of two PayU refunds into the workspace, the second of which has to be refused. */
export function writeCollection(workspace: string): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(workspace, 'collections', 'november-regressions', name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
  }
}

/** A data file of so many small refunds of a payment that the sandbox knows; the third is of one it does not know. */
export function dataFile(rows: number): {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
} {
  const lines = Array.from({ length: rows }, (_, index) => {
    const payment = index === 2 ? '403993715529000000' : '403993715529339129';
    return `${payment},T-${index + 1},0.${String(index + 10).padStart(2, '0')}`;
  });
  const text = ['payu.payuId,payu.refundId,payu.amount', ...lines].join('\n');
  return { name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
}

/** Opens the page for a new run of the collection. */
export async function openNewRun(page: Page, workspace: string): Promise<void> {
  writeCollection(workspace);
  await page.getByRole('button', { name: 'Runs and batches' }).click();
  await page.getByRole('button', { name: 'Run a collection…' }).click();
  await expect(page.getByRole('treegrid', { name: 'Requests to run' })).toBeVisible();
}

/** Chooses a data file through the dialog of the browser. */
export async function chooseData(page: Page, file: ReturnType<typeof dataFile>): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  await (await choosing).setFiles(file);
  await expect(page.getByRole('region', { name: `First rows of ${file.name}` })).toBeVisible();
}

/** Starts the run that is set up, and waits for its end. */
export async function runToEnd(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Run again…' })).toBeVisible({ timeout: 30_000 });
}
