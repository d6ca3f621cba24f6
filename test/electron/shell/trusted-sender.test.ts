import { describe, expect, it, vi } from 'vitest';

import { isTrustedSender } from '../../../electron/shell/trusted-sender.ts';

type Sender = Parameters<typeof isTrustedSender>[0];

// The guard needs the name of the page's origin only; importing Electron's package starts a download.
vi.mock('electron', () => ({ protocol: {} }));

/** Events that no page can be made to send: the window's spec sends the others for real. */
describe('the sender of a message', () => {
  it('is trusted in the top frame of the page', () => {
    expect(isTrustedSender(sender({ url: 'app://bundle/', parent: null }))).toBe(true);
    expect(isTrustedSender(sender({ url: 'app://bundle/index.html#here', parent: null }))).toBe(true);
  });

  it('is not trusted once its frame is gone', () => {
    expect(isTrustedSender(sender(null))).toBe(false);
  });

  it('is not trusted in a frame inside the page, even of the same origin', () => {
    expect(isTrustedSender(sender({ url: 'app://bundle/', parent: { url: 'app://bundle/' } }))).toBe(false);
  });

  it.each([
    'https://bundle/',
    'https://example.com/app://bundle/',
    'app://bundle.example/',
    'app://other/',
    'app:bundle',
    'about:blank',
    'data:text/html,app://bundle/',
    'file:///app://bundle/',
  ])('is not trusted at %s', (url) => {
    expect(isTrustedSender(sender({ url, parent: null }))).toBe(false);
  });
});

type Frame = { readonly url: string; readonly parent: { readonly url: string } | null };

function sender(senderFrame: Frame | null): Sender {
  return { senderFrame } as Sender;
}
