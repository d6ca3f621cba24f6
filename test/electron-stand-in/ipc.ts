import { type CodedValue, decodeValue, encodeValue } from './coded-value.ts';
import type { IpcCall, IpcMessage } from './page-bridge.ts';
import { sayWhatIsMissing } from './say-what-is-missing.ts';

type InvokeEvent = { readonly senderFrame: { readonly url: string; readonly parent: null } | null };
type Handler = (event: InvokeEvent, ...args: readonly unknown[]) => unknown;

const handlers = new Map<string, Handler>();

const registry = {
  handle: (channel: string, handler: Handler): void => {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
};

export const ipcMain = sayWhatIsMissing(registry, 'ipcMain');

/** Carries a call of a preload script out; `url` is `null` where its frame has gone elsewhere since. */
export async function answerInvoke({ id, channel, args }: IpcCall, url: string | null): Promise<IpcMessage> {
  const senderFrame = url === null ? null : sayWhatIsMissing({ url, parent: null }, 'senderFrame');
  const event = sayWhatIsMissing({ senderFrame }, 'IpcMainInvokeEvent');
  try {
    const handler = handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    const given = args.map((arg) => decodeValue(arg, refuse));
    return { id, value: codeForPage(await handler(event, ...given)) };
  } catch (error) {
    return { id, error: `Error invoking remote method '${channel}': ${String(error)}` };
  }
}

export function codeForPage(value: unknown): CodedValue {
  return encodeValue(value, refuse);
}

function refuse(): never {
  throw new Error('An object could not be cloned.');
}
