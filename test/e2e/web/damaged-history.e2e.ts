import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from './fixtures.ts';
import { expectAccessible } from './page-steps.ts';

test('a damaged history is told in the window, until it is dismissed', async ({ page, host }) => {
  // It leaves first: a broken stream would be an error.
  await page.goto('about:blank');
  writeFileSync(join(host.data, 'history.db'), 'no history any more '.repeat(1000));
  await page.goto(await host.restart());
  const notice = page.getByRole('alert').filter({ hasText: 'The history was damaged' });
  await expect(notice).toContainText('starts empty');
  await expect(notice).toContainText('The guard against refunding twice may not know every earlier refund.');
  await expectAccessible(page);
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice).toHaveCount(0);
  await expect(page.getByRole('contentinfo')).toContainText('0 exchanges saved');
});
