import { BrowserWindow, ipcMain } from 'electron';

import { callHandler } from '../../shared/contract/call-handler.ts';
import type { Workbench } from '../core/create-workbench.ts';
import { callChannel, eventChannel } from './channels.ts';
import { isTrustedSender } from './trusted-sender.ts';

/** The one door for messages from the page: who sends is checked first, then the message is parsed by the contract. */
export function bindIpc({ handlers, listen }: Workbench): void {
  ipcMain.handle(callChannel, async (event, command: unknown, input: unknown) => {
    if (!isTrustedSender(event)) throw new Error('This message does not come from the workbench page.');
    if (typeof command !== 'string' || typeof input !== 'string') throw new Error('A call takes two texts.');
    const result = await callHandler(handlers, command, JSON.parse(input));
    return 'output' in result ? `{"output":${result.output}}` : JSON.stringify(result);
  });
  listen((event) => {
    for (const window of BrowserWindow.getAllWindows()) {
      window.webContents.send(eventChannel, JSON.stringify(event));
    }
  });
}
