import { BrowserWindow, ipcMain } from 'electron';

import { callHandler, type Rejection } from '../../shared/contract/call-handler.ts';
import type { Handlers } from '../../shared/contract/commands.ts';
import { largestCall } from '../../shared/contract/largest-call.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { CoreDoor } from '../core/create-workbench.ts';
import { isOwn } from './app-protocol.ts';
import { callChannel, eventChannel } from './channels.ts';
import { isTrustedSender } from './trusted-sender.ts';

/**
 * The one door for messages from the page, and the one way of events to it. Who sends is looked at before anything else
 * and without waiting: the frame is gone after a navigation. Then the message is parsed by the contract.
 */
export function bindIpc({ handlers, listen }: CoreDoor): void {
  ipcMain.handle(callChannel, (event, command: unknown, input: unknown) => {
    if (!isTrustedSender(event)) throw new Error('This message does not come from the workbench page.');
    return answerCall(handlers, command, input);
  });
  listen((event) => {
    const text = JSON.stringify(event);
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      if (isOwn(webContents.getURL())) webContents.send(eventChannel, text);
    }
  });
}

/** The answer to a call, as JSON: an output, or the rejection of a message that is none. */
async function answerCall(handlers: Handlers, command: unknown, input: unknown): Promise<string> {
  if (typeof command !== 'string' || typeof input !== 'string') return reject('A call takes two texts.');
  if (input.length > largestCall) return reject('The input is too long.');
  const parsed = parseInput(input);
  if (!parsed.ok) return reject(parsed.error);
  const result = await callHandler(handlers, command, parsed.value);
  return 'output' in result ? `{"output":${result.output}}` : JSON.stringify(result);
}

function parseInput(input: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(input));
  } catch {
    return fail('The input is not JSON.');
  }
}

function reject(message: string): string {
  return JSON.stringify({ rejection: { code: 'bad-input', message } satisfies Rejection });
}
