import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { type CodedValue, decodeValue, encodeValue } from './coded-value.ts';
import { sayWhatIsMissing } from './say-what-is-missing.ts';
import { type LinkNames, linkWorlds } from './world-link.ts';

/** A call of the preload script, on its way to the main process. */
export type IpcCall = {
  readonly id: number;
  readonly channel: string;
  readonly args: readonly CodedValue[];
  /** Where the frame is at this moment; only the preload world can say it, and it cannot lie to itself. */
  readonly url: string;
};

/** What the main process tells the preload script. */
export type IpcMessage =
  | { readonly id: number; readonly value: CodedValue }
  | { readonly id: number; readonly error: string }
  | { readonly channel: string; readonly args: readonly CodedValue[] };

/** The world of the preload script: same DOM as the page, nothing else in common. */
export const preloadWorld = 'electron-stand-in';
/** The function that Chromium puts into that world only. */
export const sendName = 'electronStandInSend';
/** The function of that world which takes messages of the main process. */
export const receiveName = 'electronStandInReceive';

const pageEnd = `electron-stand-in-${randomUUID()}`;
const preloadEnd = `electron-stand-in-${randomUUID()}`;

const shared = [encodeValue, decodeValue, linkWorlds].join('\n');

/** Runs first in the page's own world; leaves nothing behind but what the preload script exposes. */
export const pageScript = inTopFrame(`
  ${shared}
  (${String(takeExposed)})(${JSON.stringify({ here: pageEnd, there: preloadEnd } satisfies LinkNames)});
`);

/** Runs the preload script in its own world, with the one module that a sandboxed one needs. */
export function preloadScript(path: string): string {
  const names = { link: { here: preloadEnd, there: pageEnd } satisfies LinkNames, sendName, receiveName };
  return inTopFrame(`
    ${shared}
    ${String(sayWhatIsMissing)}
    ((require) => {
      ${readFileSync(path, 'utf8')}
    })((${String(createPreloadRequire)})(${JSON.stringify(names)}));
  `);
}

/** Frames inside the page get no preload script, as in Electron. */
function inTopFrame(script: string): string {
  return `(() => { if (window !== window.top) return; ${script} })();`;
}

/** Sent into the page as text. */
function takeExposed(names: LinkNames): void {
  linkWorlds(names, [
    (name, api) => {
      const key = String(name);
      if (key in window) {
        throw new Error('Cannot bind an API on top of an existing property on the window object');
      }
      Object.defineProperty(window, key, { value: Object.freeze(api), enumerable: true });
    },
  ]);
}

type PreloadNames = { readonly link: LinkNames; readonly sendName: string; readonly receiveName: string };

/** Sent into the preload world as text. */
function createPreloadRequire(names: PreloadNames): (module: string) => unknown {
  type Listener = (event: object, ...args: unknown[]) => void;
  const expose = linkWorlds(names.link, []);
  const calls = new Map<number, PromiseWithResolvers<unknown>>();
  const listeners = new Map<string, Set<Listener>>();
  let lastId = 0;
  const refuse = (): never => {
    throw new Error('An object could not be cloned.');
  };
  const receive = (message: IpcMessage): void => {
    if ('channel' in message) {
      const args = message.args.map((arg) => decodeValue(arg, refuse));
      for (const listener of listeners.get(message.channel) ?? []) {
        listener(sayWhatIsMissing({}, 'IpcRendererEvent'), ...args);
      }
      return;
    }
    const call = calls.get(message.id);
    calls.delete(message.id);
    if ('error' in message) call?.reject(new Error(message.error));
    else call?.resolve(decodeValue(message.value, refuse));
  };
  Object.defineProperty(globalThis, names.receiveName, { value: receive });
  const ipcRenderer = {
    invoke: async (channel: string, ...args: unknown[]) => {
      const coded = args.map((arg) => encodeValue(arg, refuse));
      lastId += 1;
      const call = Promise.withResolvers<unknown>();
      calls.set(lastId, call);
      const message: IpcCall = { id: lastId, channel, args: coded, url: location.href };
      (Reflect.get(globalThis, names.sendName) as (text: string) => void)(JSON.stringify(message));
      return call.promise;
    },
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
    },
    off: (channel: string, listener: Listener) => void listeners.get(channel)?.delete(listener),
  };
  const electron = {
    ipcRenderer: sayWhatIsMissing(ipcRenderer, 'ipcRenderer'),
    contextBridge: sayWhatIsMissing({ exposeInMainWorld: expose }, 'contextBridge'),
  };
  return (module) => {
    if (module === 'electron') return sayWhatIsMissing(electron, 'electron');
    throw new Error(`module not found: ${module}`);
  };
}
