import type { BrowserWindowConstructorOptions, Rectangle, WebPreferences } from 'electron';

import { app } from './app.ts';
import { Emitter } from './emitter.ts';
import { lifecycle } from './lifecycle.ts';
import { createPreventable, type Preventable } from './preventable.ts';
import { sayWhatIsMissing } from './say-what-is-missing.ts';
import { screen } from './screen.ts';
import { WebContents } from './web-contents.ts';

const windows = new Set<BrowserWindow>();

/** What may stand in the options. Place and preload count; the rest is for a window that has a frame. */
const knownOptions: ReadonlySet<string> = new Set([
  'x',
  'y',
  'width',
  'height',
  'fullscreen',
  'backgroundColor',
  'minWidth',
  'minHeight',
  'show',
  'title',
  'webPreferences',
]);

/** The only values that the stand-in can keep to; `preload` and `spellcheck` are free. */
const fixedPreferences: Readonly<Record<string, boolean>> = {
  contextIsolation: true,
  nodeIntegration: false,
  sandbox: true,
  webSecurity: true,
  webviewTag: false,
};

type WindowEvents = Readonly<Record<(typeof silentEvents)[number], readonly []>> & {
  readonly close: readonly [event: Preventable];
};

const silentEvents = [
  'ready-to-show',
  'resize',
  'move',
  'maximize',
  'unmaximize',
  'enter-full-screen',
  'leave-full-screen',
  // Told by tests only, like the next.
  'unresponsive',
  'responsive',
  'closed',
] as const;

export class BrowserWindow extends Emitter<WindowEvents> {
  readonly webContents: WebContents;
  #bounds: Rectangle;
  #isMaximized = false;
  #isFullScreen: boolean;
  #backgroundColor: string;
  #isVisible: boolean;
  #isShownReady = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super([...silentEvents, 'close']);
    if (!lifecycle.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    const { x = 0, y = 0, width = 800, height = 600, show = true, webPreferences = {} } = options;
    refuseUnknown(options, webPreferences);
    this.#isVisible = show;
    this.#bounds = { x, y, width, height };
    this.#isFullScreen = options.fullscreen === true;
    this.#backgroundColor = options.backgroundColor ?? '#FFFFFF';
    this.webContents = new WebContents({
      width,
      height,
      preload: webPreferences.preload ?? null,
      onLoad: () => this.#announceReady(),
    });
    windows.add(this);
    lifecycle.addWindow(this);
    app.emit('web-contents-created', sayWhatIsMissing({}, 'event'), this.webContents);
    app.emit('browser-window-created', sayWhatIsMissing({}, 'event'), this);
  }

  /** Without a head no window has the focus. */
  static getFocusedWindow(): null {
    return null;
  }

  static getAllWindows(): readonly BrowserWindow[] {
    return [...windows];
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  show(): void {
    this.#isVisible = true;
  }

  isVisible(): boolean {
    return this.#isVisible;
  }

  getBounds(): Rectangle {
    return this.#isMaximized || this.#isFullScreen
      ? { ...screen.getPrimaryDisplay().workArea }
      : this.getNormalBounds();
  }

  /** The place that it goes back to where it fills the display. */
  getNormalBounds(): Rectangle {
    return { ...this.#bounds };
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    this.emit('move');
    this.emit('resize');
  }

  isMaximized(): boolean {
    return this.#isMaximized;
  }

  maximize(): void {
    this.#isMaximized = true;
    this.emit('maximize');
  }

  isFullScreen(): boolean {
    return this.#isFullScreen;
  }

  setFullScreen(isFull: boolean): void {
    this.#isFullScreen = isFull;
    this.emit(isFull ? 'enter-full-screen' : 'leave-full-screen');
  }

  getBackgroundColor(): string {
    return this.#backgroundColor;
  }

  setBackgroundColor(color: string): void {
    this.#backgroundColor = color;
  }

  isDestroyed(): boolean {
    return !windows.has(this);
  }

  /** Nothing makes one small here. */
  isMinimized(): boolean {
    return false;
  }

  /** There is no screen that it could be in front of. */
  focus(): void {}

  /** Gives, for the stand-in's own use, whether nobody refused. */
  close(): boolean {
    const event = createPreventable({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
    return !event.defaultPrevented;
  }

  destroy(): void {
    if (!windows.delete(this)) return;
    lifecycle.removeWindow(this);
    this.emit('closed');
    void this.webContents.page.close();
    if (!lifecycle.hasWindows() && !lifecycle.isQuitting()) app.emit('window-all-closed');
  }

  #announceReady(): void {
    if (this.#isShownReady) return;
    this.#isShownReady = true;
    this.emit('ready-to-show');
  }
}

function refuseUnknown(options: BrowserWindowConstructorOptions, preferences: WebPreferences): void {
  const option = Object.keys(options).find((name) => !knownOptions.has(name));
  if (option !== undefined) throw new Error(`The stand-in for Electron has no window option "${option}".`);
  for (const [name, value] of Object.entries(preferences)) {
    if (name === 'preload' || name === 'spellcheck') continue;
    if (fixedPreferences[name] !== value) {
      throw new Error(`The stand-in for Electron has no web preference ${name}: ${String(value)}.`);
    }
  }
}
