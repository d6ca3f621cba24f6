import { type ChromeSession, evenIfGone } from './chrome-connection.ts';
import { chromium } from './chromium.ts';
import {
  type IpcCall,
  type IpcMessage,
  pageScript,
  preloadScript,
  preloadWorld,
  receiveName,
  sendName,
} from './page-bridge.ts';
import { fromChromium, toChromium } from './protocol.ts';

export type PageSettings = {
  readonly width: number;
  readonly height: number;
  /** The preload script's path. */
  readonly preload: string | null;
  readonly onLoad: () => void;
  readonly onWindowOpen: (url: string) => void;
  /** A call of the preload script; `isGone` where its document has been left since. Gives the answer. */
  readonly onInvoke: (call: IpcCall, isGone: boolean) => Promise<IpcMessage>;
};

/** One page of Chromium, the inside of a window. */
export class ChromePage {
  readonly #settings: PageSettings;
  readonly #frames = new Set<string>();
  readonly #opened: Promise<ChromeSession>;
  #mainFrame = '';
  #url = '';
  /** The preload world of the document that is shown. */
  #context: number | null = null;
  /** Where the app itself is about to send this page. */
  #destination: string | null = null;

  constructor(settings: PageSettings) {
    this.#settings = settings;
    this.#opened = this.#open();
  }

  get url(): string {
    return this.#url;
  }

  isTarget(targetId: string): boolean {
    return this.#mainFrame === targetId;
  }

  hasFrame(frameId: string): boolean {
    return this.#frames.has(frameId);
  }

  isMainFrame(frameId: string): boolean {
    return this.#mainFrame === frameId;
  }

  /** Whether the app itself sent the page there, not a script or a link; told once. */
  isSentTo(url: string): boolean {
    const sent = this.#destination === url;
    if (sent) this.#destination = null;
    return sent;
  }

  async navigate(url: string): Promise<void> {
    const session = await this.#opened;
    const { href } = new URL(toChromium(url));
    const loaded = new Promise<void>((resolve) => {
      session.on('Page.loadEventFired', () => {
        if (this.#url !== '') resolve();
      });
    });
    this.#destination = fromChromium(href);
    const { errorText } = await session.send('Page.navigate', { url: href });
    if (errorText !== undefined) throw new Error(`${errorText} loading '${url}'`);
    await loaded;
  }

  /** Tells the document that is shown, or the one that asked; one that has been left since hears nothing. */
  async tell(message: IpcMessage, contextId = this.#context): Promise<void> {
    const session = await this.#opened;
    if (contextId === null) return;
    const expression = `${receiveName}(${JSON.stringify(message)})`;
    await evenIfGone(session.send('Runtime.evaluate', { contextId, expression }));
  }

  async reload(): Promise<void> {
    const session = await this.#opened;
    this.#destination = this.#url;
    await evenIfGone(session.send('Page.reload'));
  }

  /** Gives what an expression comes to, as JSON carries it. */
  async evaluate(expression: string): Promise<unknown> {
    const session = await this.#opened;
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? 'an error');
    return result.value;
  }

  async crash(): Promise<void> {
    const session = await this.#opened;
    // It never answers: what would is gone.
    void evenIfGone(session.send('Page.crash'));
  }

  /** The document that was shown is gone, and with it the preload world. */
  forget(): void {
    this.#context = null;
  }

  async close(): Promise<void> {
    await this.#opened;
    await evenIfGone(chromium.connection.browser.send('Target.closeTarget', { targetId: this.#mainFrame }));
  }

  async #open(): Promise<ChromeSession> {
    const { browser } = chromium.connection;
    const { width, height, preload } = this.#settings;
    const target = { url: 'about:blank', width, height, newWindow: true };
    const { targetId } = await browser.send('Target.createTarget', target);
    // The main frame of a page is called as the page.
    this.#mainFrame = targetId;
    this.#frames.add(targetId);
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
    const session = chromium.connection.session(sessionId);
    this.#listen(session);
    await session.send('Page.enable');
    await session.send('Runtime.enable');
    if (preload === null) return session;
    await session.send('Runtime.addBinding', { name: sendName, executionContextName: preloadWorld });
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source: pageScript });
    await session.send('Page.addScriptToEvaluateOnNewDocument', {
      source: preloadScript(preload),
      worldName: preloadWorld,
    });
    return session;
  }

  #listen(session: ChromeSession): void {
    session.on('Page.frameAttached', ({ frameId }) => this.#frames.add(frameId));
    session.on('Page.frameNavigated', ({ frame }) => {
      // Every page of Chromium starts with a blank one, which counts for nothing.
      if (this.isMainFrame(frame.id) && frame.url !== 'about:blank') this.#url = fromChromium(frame.url);
    });
    session.on('Page.loadEventFired', () => {
      if (this.#url !== '') this.#settings.onLoad();
    });
    session.on('Page.windowOpen', ({ url }) => this.#settings.onWindowOpen(fromChromium(url)));
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === preloadWorld && this.isMainFrame(context.auxData.frameId))
        this.#context = context.id;
    });
    session.on('Runtime.bindingCalled', ({ payload, executionContextId }) => {
      const { url, ...call } = JSON.parse(payload) as IpcCall;
      const isGone = executionContextId !== this.#context;
      void this.#settings
        .onInvoke({ ...call, url: fromChromium(url) }, isGone)
        .then((answer) => this.tell(answer, executionContextId));
    });
  }
}
