import { apiJourneys, refundTwice } from '../journeys.ts';
import { test } from './fixtures.ts';

for (const journey of apiJourneys) {
  test(`${journey.api}: a refund, and the same again with its documented refusal`, async ({ page }) => {
    await refundTwice(page, journey);
  });
}
