import type { Readable, Writable } from 'node:stream';

import type { CDPSession } from 'playwright';

/** The events of the Chrome DevTools Protocol that the stand-in listens to, and what it reads of them. */
export type ChromeEvents = {
  'Browser.downloadProgress': { readonly guid: string; readonly state: string };
  'Browser.downloadWillBegin': {
    readonly guid: string;
    readonly url: string;
    readonly suggestedFilename: string;
  };
  'Fetch.requestPaused': PausedRequest;
  'Page.frameAttached': { readonly frameId: string };
  'Page.frameNavigated': { readonly frame: { readonly id: string; readonly url: string } };
  'Page.loadEventFired': object;
  'Page.windowOpen': { readonly url: string };
  'Runtime.bindingCalled': { readonly payload: string; readonly executionContextId: number };
  'Runtime.executionContextCreated': { readonly context: ExecutionContext };
  'Target.targetCreated': { readonly targetInfo: { readonly targetId: string; readonly openerId?: string } };
  'Target.targetCrashed': { readonly targetId: string; readonly errorCode: number };
  'Target.targetDestroyed': { readonly targetId: string };
};

export type PausedRequest = {
  readonly requestId: string;
  readonly frameId: string;
  readonly resourceType: string;
  /** Only there for a request that follows a redirect. */
  readonly redirectedRequestId?: string;
  readonly request: { readonly url: string; readonly method: string };
};

export type ExecutionContext = {
  readonly id: number;
  readonly name: string;
  readonly auxData: { readonly frameId: string };
};

/** The browser as a whole, or one page of it. */
export type ChromeSession = {
  readonly send: CDPSession['send'];
  readonly on: <Name extends keyof ChromeEvents>(
    event: Name,
    listener: (payload: ChromeEvents[Name]) => void,
  ) => void;
};

/** For what is sent to a page or about a request that may be gone by the time it arrives. */
export async function evenIfGone(sent: Promise<unknown>): Promise<void> {
  await sent.catch(() => undefined);
}

type Message = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly sessionId?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
};

type Call = PromiseWithResolvers<unknown> & { readonly method: string };

/**
 * Speaks the Chrome DevTools Protocol through Chromium's pipe: texts that end in a NUL. Not through a socket, because
 * Chromium ends by itself when the other end of its pipe is gone, however that came about.
 */
export class ChromeConnection {
  readonly browser: ChromeSession = this.session('');
  readonly #calls = new Map<number, Call>();
  readonly #listeners = new Map<string, ((payload: never) => void)[]>();
  #output: Writable | null = null;
  #lastId = 0;

  open(output: Writable, input: Readable): void {
    this.#output = output;
    // The other end may be gone first; its process tells that better than the pipe.
    output.on('error', () => undefined);
    let rest = '';
    input.setEncoding('utf8').on('data', (text: string) => {
      const texts = (rest + text).split('\0');
      rest = texts.pop() ?? '';
      for (const whole of texts) this.#receive(JSON.parse(whole) as Message);
    });
  }

  session(sessionId: string): ChromeSession {
    return {
      send: ((method: string, params?: object) =>
        this.#send(method, params, sessionId)) as CDPSession['send'],
      on: (event, listener) => {
        const key = `${sessionId} ${event}`;
        this.#listeners.set(key, [...(this.#listeners.get(key) ?? []), listener]);
      },
    };
  }

  #send(method: string, params: object | undefined, sessionId: string): Promise<unknown> {
    if (this.#output === null) throw new Error(`Chromium has not been started: ${method}`);
    this.#lastId += 1;
    const call = { ...Promise.withResolvers<unknown>(), method };
    this.#calls.set(this.#lastId, call);
    const message = { id: this.#lastId, method, params, ...(sessionId === '' ? {} : { sessionId }) };
    this.#output.write(`${JSON.stringify(message)}\0`);
    return call.promise;
  }

  #receive({ id, method, params, sessionId = '', result, error }: Message): void {
    if (id === undefined) {
      for (const listener of this.#listeners.get(`${sessionId} ${method}`) ?? []) listener(params as never);
      return;
    }
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    if (error === undefined) call?.resolve(result);
    else call?.reject(new Error(`${call.method}: ${error.message}`));
  }
}
