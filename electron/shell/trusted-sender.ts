import type { IpcMainInvokeEvent } from 'electron';

import { isOwn } from './app-protocol.ts';

/** Whether a message comes from the page itself, in the window's top frame. The frame is gone after a navigation. */
export function isTrustedSender({ senderFrame }: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOwn(senderFrame.url);
}
