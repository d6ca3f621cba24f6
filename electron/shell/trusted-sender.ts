import type { IpcMainInvokeEvent } from 'electron';

import { pageOrigin } from './app-protocol.ts';

/** Whether a message comes from the page itself, in the window's top frame. The frame is gone after a navigation. */
export function isTrustedSender({ senderFrame }: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  if (senderFrame === null || senderFrame.parent !== null) return false;
  const { protocol, host } = new URL(senderFrame.url);
  return `${protocol}//${host}` === pageOrigin;
}
