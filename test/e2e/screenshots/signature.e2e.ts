import type { Page } from 'playwright/test';

import { expect } from '../web/fixtures.ts';
import { findTemplate } from '../web/page-steps.ts';
import { type Reach, takePictures } from './take-pictures.ts';

const paste = (page: Page, hash: string): Promise<void> =>
  page.getByLabel('Compare with a hash you were given').fill(hash);

const states: Readonly<Record<string, Reach>> = {
  signature: async (page) => {
    await findTemplate(page, 'Refund captured payment');
    await expect(page.getByText(/^hash, set in the body when sent/)).toBeVisible();
  },
  'signature-compared': async (page) => {
    await findTemplate(page, 'Refund captured payment');
    // SHA-512 of the sandbox's own text with 500 for 500.00.
    await paste(page, hashWithoutDecimals);
    await page.getByText('Different, and this is why:').scrollIntoViewIfNeeded();
  },
  'session-open': async (page) => {
    await findTemplate(page, 'Refund single purchase');
    await page.getByRole('button', { name: 'Log in', exact: true }).click();
    await expect(page.getByText(/^Logged in at/)).toBeVisible();
  },
  credentials: async (page) => {
    await findTemplate(page, 'Batch with one refusal');
    await expect(page.getByText(/Bound to 127/)).toBeVisible();
  },
};

const hashWithoutDecimals =
  '39e5b33882f88dd318b24dd3d7229c233ed0afdc687bdac56dd37c6c3cc372e0226c9ff87146c0fd70b90f1dd798f8cc87dfcccb829da290308578e977a566b2';

takePictures(states);
