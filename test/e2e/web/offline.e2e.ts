import type { Page } from 'playwright/test';

import { expect, forgiveSilence, listen, test } from './fixtures.ts';
import { expectAccessible, findTemplate } from './page-steps.ts';

const banner = (page: Page) => page.getByRole('region', { name: 'Connection' });
const send = (page: Page) => page.getByRole('button', { name: 'Send', exact: true });

test('while the workbench does not answer, drafts stay, nothing is sent, and all is well when it is back', async ({
  page,
  context,
  complaints,
}) => {
  await findTemplate(page, 'Partial refund');
  await context.setOffline(true);
  await page.getByRole('textbox', { name: 'URL' }).fill('{{payu.baseUrl}}/typed/while/offline');
  await expect(banner(page)).toContainText('The workbench does not answer.');
  await expect(send(page)).toBeDisabled();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('nothing was sent');
  await expectAccessible(page, { part: 'section[aria-label="Connection"]' });
  const kept = page.waitForResponse((response) => response.url().endsWith('/call/tabs.save'));
  await context.setOffline(false);
  await expect(banner(page)).toHaveCount(0);
  await expect(send(page)).toBeEnabled();
  expect((await kept).request().postData()).toContain('/typed/while/offline');
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'URL' })).toHaveValue(
    '{{payu.baseUrl}}/typed/while/offline',
  );
  forgiveSilence(complaints);
});

test.describe('with a provider that never answers', () => {
  test.use({
    environments: {
      acme: 'version: "1"\nname: Acme\nclass: test\n',
    },
  });

  test('a send whose workbench dies is unknown, never failed', async ({ page, host, complaints }) => {
    const asked = Promise.withResolvers<null>();
    const provider = await listen(() => asked.resolve(null));
    await findTemplate(page, 'Refund captured payment');
    await page.getByRole('textbox', { name: 'URL' }).fill(`${provider.origin}/refunds`);
    await send(page).click();
    await asked.promise;
    await host.kill();
    const lost = page.getByRole('alert').filter({ hasText: 'Unknown: the workbench was gone' });
    await expect(lost).toContainText('money may have moved');
    await expect(page.getByText('Not sent')).toHaveCount(0);
    await expect(banner(page)).toContainText('Start it with npm start', { ignoreCase: true });
    provider.close();
    forgiveSilence(complaints);
  });
});
