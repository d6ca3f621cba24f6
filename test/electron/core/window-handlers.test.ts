import { expect, it } from 'vitest';

import { windowHandlers } from '../../../electron/core/window-handlers.ts';
import { apis } from '../../../shared/apis/registry.ts';
import type { Desktop } from '../../../shared/ports/desktop.ts';

const addresses = apis.flatMap(({ documentationPage }) => documentationPage ?? []);

function openDesktop() {
  const opened: string[] = [];
  const desktop: Desktop = {
    setMenu: () => undefined,
    takeFiles: () => [],
    openLink: async (url) => void opened.push(url),
    listen: () => () => undefined,
  };
  return { opened, open: windowHandlers({ desktop })['window.open-link'] };
}

it('the addresses of the providers are https, and written as a browser writes them', () => {
  expect(addresses.length).toBeGreaterThan(3);
  for (const address of addresses) {
    const { protocol, href, username, password } = new URL(address);
    expect([protocol, href, username + password]).toEqual(['https:', address, '']);
  }
});

it('each of them is opened', async () => {
  const { open, opened } = openDesktop();
  for (const url of addresses) expect(await open({ url })).toEqual({ ok: true, value: null });
  expect(opened).toEqual(addresses);
});

it.each(
  addresses.flatMap((address) => [`${address}?secret`, `${address}#`, address.replace('https', 'http')]),
)('%s is not', async (url) => {
  const { open, opened } = openDesktop();
  expect(await open({ url })).toMatchObject({ ok: false, error: { code: 'bad-url' } });
  expect(opened).toEqual([]);
});

it('in a browser none is opened for the page, known or not', async () => {
  const open = windowHandlers({ desktop: null })['window.open-link'];
  expect(await open({ url: addresses[0] ?? '' })).toMatchObject({ error: { code: 'missing-capability' } });
  expect(await open({ url: 'https://evil.example/' })).toMatchObject({ error: { code: 'bad-url' } });
});
