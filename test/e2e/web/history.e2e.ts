import type { Locator, Page } from 'playwright/test';

import { type Seed, seedHistory } from '../../support/seed-history.ts';
import { expect, type Host, test } from './fixtures.ts';
import { expectAccessible } from './page-steps.ts';

const list = (page: Page): Locator => page.getByRole('grid', { name: 'History' });
const rows = (page: Page): Locator =>
  list(page)
    .getByRole('row')
    .filter({ has: page.getByRole('button') });
const box = (page: Page): Locator => page.getByRole('combobox', { name: 'Search the history' });
const side = (page: Page): Locator => page.getByRole('region', { name: 'History', exact: true });
const response = (page: Page): Locator => page.getByRole('region', { name: 'Response' });

const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

const day = 24 * 60;

/** One transaction with a story, one that is lost, and a call of an API that is no more. */
const story: readonly Seed[] = [
  {
    startedAt: minutesAgo(20 * day),
    verdict: 'accepted',
    status: 200,
    headline: 'Accepted: refunded',
    transaction: 'ODR-77/0042',
    amount: '5.00',
  },
  {
    startedAt: minutesAgo(2 * day),
    verdict: 'pending',
    status: 200,
    headline: 'Accepted, not final: queued',
    transaction: '403993715529606983',
    amount: '23.12',
  },
  {
    startedAt: minutesAgo(4),
    verdict: 'refused',
    status: 400,
    headline: 'Refused: same amount twice',
    code: '227',
    transaction: '403993715529606983',
    amount: '23.12',
  },
  {
    startedAt: minutesAgo(3),
    verdict: 'accepted',
    status: 200,
    headline: 'Accepted: the refund succeeded',
    about: '403993715529606983',
    draft: { template: 'refund-status', operation: 'status' },
  },
  {
    startedAt: minutesAgo(2),
    verdict: 'unknown',
    status: 504,
    headline: 'Outcome unknown: no answer in time',
    transaction: '8812',
    amount: '100.00',
  },
  {
    startedAt: minutesAgo(1),
    verdict: 'refused',
    status: 403,
    headline: 'Refused: invalid hash',
    draft: { api: 'gone', template: 'gone', operation: 'gone' },
  },
];

async function openHistory(page: Page, host: Host, seeds: readonly Seed[]): Promise<readonly string[]> {
  const ids = seedHistory(host.data, seeds);
  await page.reload();
  await page.getByRole('banner').waitFor();
  await page.keyboard.press('Control+3');
  await expect(rows(page).first()).toBeVisible();
  return ids;
}

/** Opens the menu of the first exchange with this headline, and chooses. */
async function choose(page: Page, headline: string, item: string): Promise<void> {
  await list(page).getByRole('row', { name: headline }).first().getByRole('button').click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

test.describe('finding', () => {
  test('takes a part of an id, words and filters as typed', async ({ page, host }) => {
    await openHistory(page, host, story);
    await expect(side(page).getByRole('status')).toHaveText('6 exchanges');
    // A minute ago may be another day.
    await expect(list(page).getByRole('rowheader').first()).toHaveText(/^(?:Today|Yesterday)$/);

    await box(page).fill('606983');
    await expect(rows(page)).toHaveCount(2);
    await expect(side(page).getByRole('status')).toHaveText('2 found');
    await box(page).fill('606983 verdict:refused');
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toContainText(
      '23.12 · 403993715529606983 · Staging · Refused: same amount twice',
    );
    await box(page).fill('770042 before:7d');
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toContainText('ODR-77/0042');
  });

  test('completes filters with the arrow keys, and takes them from the popover', async ({ page, host }) => {
    await openHistory(page, host, story);
    await page.keyboard.press('Control+Shift+F');
    await expect(box(page)).toBeFocused();
    await page.keyboard.type('ver');
    await expect(page.getByRole('option')).toHaveText(['verdict:accepted, pending, refused, unknown']);
    await expectAccessible(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(box(page)).toHaveValue('verdict:');
    await page.keyboard.type('ref');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(box(page)).toHaveValue('verdict:refused ');
    await expect(page.getByRole('listbox', { name: 'Filters' })).toHaveCount(0);
    await expect(rows(page)).toHaveCount(2);

    await page.getByRole('button', { name: 'Filter, 1 in use' }).click();
    const filters = page.getByRole('dialog', { name: 'Filter the history' });
    await expect(filters.getByRole('button', { name: 'Refused' })).toHaveAttribute('aria-pressed', 'true');
    await expectAccessible(page);
    await filters.getByRole('button', { name: '4xx' }).click();
    await filters.getByRole('button', { name: 'Refused' }).click();
    await filters.getByRole('button', { name: 'Today' }).click();
    await expect(box(page)).toHaveValue('status:4xx on:today');
    await filters.getByLabel('From').fill('2026-01-31');
    await expect(box(page)).toHaveValue('status:4xx after:2026-01-31');
    await filters.getByRole('button', { name: 'Take all filters out' }).click();
    await expect(box(page)).toHaveValue('');
    await page.keyboard.press('Escape');
    await expect(rows(page)).toHaveCount(6);
  });

  test('says what is wrong with a filter and keeps the last list; says where nothing was found', async ({
    page,
    host,
  }) => {
    await openHistory(page, host, story);
    await box(page).fill('invalid');
    await expect(rows(page)).toHaveCount(1);
    await box(page).fill('invalid verdict:declined');
    await expect(side(page).getByRole('alert')).toContainText('verdict:declined is not one of accepted');
    await expect(rows(page)).toHaveCount(1);
    await expectAccessible(page);
    await box(page).fill('invalid verdict:accepted');
    await expect(side(page).getByRole('status')).toContainText('Looked through all 6 exchanges');
    await expect(side(page).getByRole('alert')).toHaveCount(0);
    await expectAccessible(page);
    await side(page).getByText('Clear the search').click();
    await expect(rows(page)).toHaveCount(6);
  });

  test('shows the answer of the newest query, however late an older one comes', async ({ page, host }) => {
    await openHistory(page, host, story);
    await page.route('**/call/history.list', async (route) => {
      if (route.request().postData()?.includes('"invalid"') === true)
        await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    const late = page.waitForResponse(
      (answer) => answer.request().postData()?.includes('"invalid"') === true,
    );
    await box(page).fill('invalid');
    await page.waitForTimeout(300);
    await box(page).fill('8812');
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toContainText('8812');
    await (await late).finished();
    await expect(box(page)).toHaveValue('8812');
    await expect(rows(page)).toContainText('8812');
  });
});

test('older pages come while scrolling, and new ones do not push away what is read', async ({
  page,
  host,
}) => {
  const many = Array.from({ length: 320 }, (_, index): Seed => ({
    startedAt: minutesAgo(400 - index),
    verdict: 'accepted',
    status: 200,
    headline: `Accepted: number ${index}`,
    transaction: `T-${index}`,
    amount: '1.00',
  }));
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/call/history.list')) asked.push(request.postData() ?? '');
    if (/\/call\/history\.(?:get|body)$/.test(request.url())) asked.push('a stored answer');
  });
  await openHistory(page, host, many);
  await expect(side(page).getByRole('status')).toHaveText('100 of 320, more below');
  expect(asked.filter((body) => !body.includes('"before":null'))).toEqual([]);
  expect(await rows(page).count()).toBeLessThan(60);
  await expect(async () => {
    await list(page).evaluate((grid) => grid.scrollTo({ top: grid.scrollHeight }));
    await expect(side(page).getByRole('status')).toHaveText('320 exchanges', { timeout: 300 });
  }).toPass();
  await list(page).evaluate((grid) => grid.scrollTo({ top: grid.scrollHeight }));
  await expect(
    list(page).getByRole('row', { name: 'Accepted: number 0', exact: false }).last(),
  ).toBeVisible();

  await list(page).evaluate((grid) => grid.scrollTo({ top: 4000 }));
  const inView = (): Promise<readonly string[]> =>
    rows(page).evaluateAll((found) =>
      found
        .filter((row) => row.getBoundingClientRect().top > 200 && row.getBoundingClientRect().top < 500)
        .map((row) => `${Math.round(row.getBoundingClientRect().top)} ${row.textContent}`),
    );
  // The rows of the new place are drawn a frame after the scrolling.
  await expect.poll(async () => (await inView()).length).toBeGreaterThan(3);
  const before = await inView();
  seedHistory(host.data, [
    {
      startedAt: minutesAgo(0),
      verdict: 'refused',
      status: 400,
      headline: 'Refused: brand new',
      transaction: 'T-new',
    },
  ]);
  await page.getByRole('button', { name: 'Reload the history' }).click();
  await expect(page.getByRole('button', { name: '1 new one above' })).toBeVisible();
  await expect.poll(inView).toEqual(before);
  await expectAccessible(page);
  await page.getByRole('button', { name: '1 new one above' }).click();
  await expect(rows(page).first()).toContainText('brand new');
});

test.describe('using', () => {
  test('sends again through the rails, and makes a draft that is tied to nothing', async ({ page }) => {
    await page.getByRole('button', { name: 'Send my first refund' }).click();
    await expect(page.getByRole('heading', { name: /^Accepted, not final/ })).toBeVisible();
    await page.keyboard.press('Control+3');
    await choose(page, 'Accepted, not final', 'Send again');
    await expect(
      page.getByRole('heading', { name: /^Refused: this refund_id was sent before/ }),
    ).toBeVisible();
    await expect(rows(page)).toHaveCount(2);

    await choose(page, 'Refused', 'Use as a new draft');
    await expect(response(page)).toContainText('Nothing sent from this tab yet');
    await expect(page.getByRole('textbox', { name: 'URL' })).toHaveValue(/refund/);
    await expect(rows(page)).toHaveCount(2);
  });

  test('sending an exchange of another server again is stopped before it leaves', async ({ page, host }) => {
    await openHistory(page, host, story);
    await choose(page, 'Refused: same amount twice', 'Send again');
    await expect(response(page).getByRole('heading', { name: 'Not sent' })).toBeVisible();
    await expect(rows(page)).toHaveCount(6);
  });

  test('the timeline tells everything of one transaction, and leads on', async ({ page, host }) => {
    await openHistory(page, host, story);
    await choose(page, 'Refused: same amount twice', 'Timeline');
    const events = page.getByRole('listbox', { name: 'Timeline of 403993715529606983' });
    await expect(events.getByRole('option')).toHaveCount(3);
    await expect(response(page)).toContainText(
      /Refunded \d+ \w+ \d\d:\d\d accepted, not final, .*\d\d:\d\d refused 227, status .*\d\d:\d\d accepted\./,
    );
    await expect(events.getByRole('option').nth(1)).toContainText('this exchange');
    await expectAccessible(page);
    await events.getByRole('option').first().click();
    await expect(events.getByRole('option').first()).toContainText('this exchange');
    await expect(response(page).getByRole('tab', { name: 'Timeline' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await choose(page, 'Refused: invalid hash', 'Timeline');
    await expect(response(page)).toContainText('names no transaction that was refunded here');
  });

  test('a note is stored when its field is left, survives other tabs, and is found', async ({
    page,
    host,
  }) => {
    await openHistory(page, host, story);
    await choose(page, 'Outcome unknown', 'Note, tags, ticket…');
    const note = page.getByRole('textbox', { name: 'Note' });
    await note.fill('  Kundin rief an: Grüße ');
    await expect(response(page)).toContainText('Not saved yet');
    await page.getByRole('textbox', { name: 'Tags' }).fill('VIP, vip, call back');
    await page.getByRole('textbox', { name: 'Ticket' }).fill('ACME-4711');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(response(page)).toContainText('Saved');
    await expect(page.getByRole('textbox', { name: 'Tags' })).toHaveValue('VIP, call back');
    await expectAccessible(page);

    await note.fill('Typed and left by a key');
    await page.keyboard.press('Alt+w');
    await expect(list(page).getByRole('img', { name: 'Note: Typed and left by a key' })).toBeVisible();
    await box(page).fill('tag:vip ticket:acme-4711 left');
    await expect(rows(page)).toHaveCount(1);
    await choose(page, 'Outcome unknown', 'Note, tags, ticket…');
    await expect(note).toHaveValue('Typed and left by a key');
  });

  test('what cannot be stored is said, and stays as typed', async ({ page, host }) => {
    await openHistory(page, host, story);
    await choose(page, 'Outcome unknown', 'Note, tags, ticket…');
    const tags = page.getByRole('textbox', { name: 'Tags' });
    await tags.fill(`${'x'.repeat(51)}, fine`);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(response(page).getByRole('alert')).toContainText('is longer than 50 characters');
    await choose(page, 'Accepted: refunded', 'Open');
    await choose(page, 'Outcome unknown', 'Note, tags, ticket…');
    await expect(tags).toHaveValue(`${'x'.repeat(51)}, fine`);
    await expect(response(page)).toContainText('Not saved yet');
  });

  test('pins from the row and from the answer', async ({ page, host }) => {
    await openHistory(page, host, story);
    await choose(page, 'Accepted: refunded', 'Pin');
    await expect(list(page).getByRole('img', { name: 'Pinned' })).toHaveCount(1);
    await box(page).fill('is:pinned');
    await expect(rows(page)).toHaveCount(1);
    await choose(page, 'Accepted: refunded', 'Open');
    await response(page).getByRole('button', { name: 'More', exact: true }).click();
    await expectAccessible(page);
    await page.getByRole('menuitem', { name: 'Unpin' }).click();
    await expect(list(page).getByRole('img', { name: 'Pinned' })).toHaveCount(0);
  });

  test('works by the keyboard alone', async ({ page, host }) => {
    await openHistory(page, host, story);
    await page.keyboard.press('Control+Shift+F');
    await expect(box(page)).toBeFocused();
    await page.keyboard.type('606983');
    await page.keyboard.press('Enter');
    await expect(rows(page)).toHaveCount(2);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(rows(page).first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menuitem', { name: 'Open' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    // A menu that closes gives the focus back a moment later.
    await expect(list(page).locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Control+Shift+F');
    await expect(box(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(box(page)).toHaveValue('');
    await expect(rows(page)).toHaveCount(6);
  });

  test('an exchange of an API that is no more is shown as it was', async ({ page, host }) => {
    await openHistory(page, host, story);
    await choose(page, 'Refused: invalid hash', 'Open');
    await expect(page.getByRole('heading', { name: 'Refused: invalid hash' })).toBeVisible();
    await expect(response(page)).toContainText('This workbench knows no API “gone”');
    await expectAccessible(page);
  });
});

test('limits are set on purpose only; what is pinned or unresolved stays', async ({ page, host }) => {
  await openHistory(page, host, story);
  await choose(page, 'Accepted: refunded', 'Pin');
  await page.getByRole('button', { name: 'Keep…' }).click();
  const dialog = page.getByRole('dialog', { name: 'How long exchanges are kept' });
  await expect(dialog).toContainText('6 exchanges');
  await expect(dialog.getByRole('radio', { name: /For ever/ })).toBeChecked();
  await dialog.getByText('Within limits').click();
  const set = dialog.getByRole('button', { name: 'Set, and remove what is beyond' });
  await expect(set).toBeDisabled();
  await dialog.getByLabel('Days at the most').fill('0');
  await expect(set).toBeDisabled();
  await dialog.getByLabel('Days at the most').fill('1');
  await expectAccessible(page);
  await set.click();
  await expect(dialog).toContainText('Set.');
  await expect(dialog).toContainText('5 exchanges');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(rows(page)).toHaveCount(5);
  await expect(list(page)).toContainText('ODR-77/0042');
  await expect(list(page)).not.toContainText('Accepted, not final: queued');
});

test.describe('in a small window', () => {
  test.use({ viewport: { width: 1024, height: 700 } });

  test('everything of the history can be reached', async ({ page, host }) => {
    await openHistory(page, host, story);
    await choose(page, 'Refused: same amount twice', 'Timeline');
    await page.getByRole('button', { name: /^Filter/ }).click();
    const last = page.getByRole('button', { name: 'Take all filters out' });
    await last.scrollIntoViewIfNeeded();
    await expect(last).toBeInViewport();
    await page.keyboard.press('Escape');
    await response(page).getByRole('tab', { name: 'Notes' }).click();
    const save = page.getByRole('button', { name: 'Save', exact: true });
    await save.scrollIntoViewIfNeeded();
    await expect(save).toBeInViewport();
  });
});
