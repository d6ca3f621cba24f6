import { ChromePage } from './chrome-page.ts';
import { chromium } from './chromium.ts';
import { Emitter } from './emitter.ts';
import { answerInvoke, codeForPage } from './ipc.ts';
import { createPreventable, type Preventable } from './preventable.ts';
import { toChromium } from './protocol.ts';
import { sayWhatIsMissing } from './say-what-is-missing.ts';
import { defaultSession, isPermitted } from './session.ts';

type NavigationEvent = Preventable & { readonly url: string };
type WindowOpenHandler = (details: { readonly url: string }) => { readonly action: 'allow' | 'deny' };

type Gone = { readonly reason: string; readonly exitCode: number };

type WebContentsEvents = {
  readonly 'render-process-gone': readonly [event: Preventable, details: Gone];
  readonly 'will-navigate': readonly [event: NavigationEvent];
  readonly 'will-frame-navigate': readonly [event: NavigationEvent];
  readonly 'will-redirect': readonly [event: NavigationEvent];
  /** Never told: Chromium knows no webview. */
  readonly 'will-attach-webview': readonly [event: Preventable];
};

export type WebContentsSettings = {
  readonly width: number;
  readonly height: number;
  readonly preload: string | null;
  readonly onLoad: () => void;
};

/** Permissions that Electron and Chromium's own settings both know; in Electron's words, then in Chromium's. */
const permissions: readonly (readonly [permission: string, setting: string])[] = [
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['geolocation', 'geolocation'],
  ['idle-detection', 'idle-detection'],
  ['local-fonts', 'local-fonts'],
  ['media', 'camera'],
  ['media', 'microphone'],
  ['midi', 'midi'],
  ['notifications', 'notifications'],
  ['screen-wake-lock', 'screen-wake-lock'],
  ['window-management', 'window-management'],
];

export class WebContents extends Emitter<WebContentsEvents> {
  readonly session = defaultSession;
  /** For the stand-in's own use; nothing of Electron's. */
  readonly page: ChromePage;
  #windowOpenHandler: WindowOpenHandler = () => ({ action: 'allow' });

  constructor(settings: WebContentsSettings) {
    super([
      'render-process-gone',
      'will-navigate',
      'will-frame-navigate',
      'will-redirect',
      'will-attach-webview',
    ]);
    this.page = new ChromePage({
      ...settings,
      onWindowOpen: (url) => this.#refuseWindow(url),
      onInvoke: (call, isGone) => answerInvoke(call, isGone ? null : call.url),
    });
  }

  getURL(): string {
    return this.page.url;
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#windowOpenHandler = handler;
  }

  async loadURL(url: string): Promise<void> {
    await this.#askPermissions(url);
    await this.page.navigate(url);
  }

  reload(): void {
    void this.page.reload();
  }

  /** In the page's own world. */
  executeJavaScript(code: string): Promise<unknown> {
    return this.page.evaluate(code);
  }

  forcefullyCrashRenderer(): void {
    void this.page.crash();
  }

  /** For the stand-in's own use: Chromium says that the process of the page is gone, not of which signal it died. */
  hearCrash(exitCode: number): void {
    this.page.forget();
    const details = sayWhatIsMissing({ reason: 'crashed', exitCode }, 'RenderProcessGoneDetails');
    this.emit('render-process-gone', createPreventable({}), details);
  }

  send(channel: string, ...args: readonly unknown[]): void {
    void this.page.tell({ channel, args: args.map(codeForPage) });
  }

  /** Chromium has no event for a page that asks, so the app is asked before, and Chromium told what it said. */
  async #askPermissions(url: string): Promise<void> {
    const { origin } = new URL(toChromium(url));
    if (origin === 'null') return;
    for (const [permission, name] of permissions) {
      const setting = (await isPermitted(this, permission, url)) ? 'granted' : 'denied';
      await chromium.connection.browser.send('Browser.setPermission', {
        permission: { name },
        setting,
        origin,
      });
    }
  }

  /** Told when Chromium has opened one already, which is then closed: see `closeOpenedWindows`. */
  #refuseWindow(url: string): void {
    const { action } = this.#windowOpenHandler(sayWhatIsMissing({ url }, 'window details'));
    if (action !== 'deny')
      throw new Error('The stand-in for Electron can only deny a window that a page opens.');
  }
}
