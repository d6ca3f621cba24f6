import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { parse } from 'yaml';

import { GuardedContents } from './fake-electron.ts';
import { type Edit, loadWithElectron, sourceOf } from './load-with-electron.ts';

/** One of the twenty, the check that holds it, and changes of the product that each undo it. */
export type SecurityPoint = {
  readonly number: number;
  readonly title: string;
  readonly holds: (edit?: Edit) => Promise<boolean>;
  readonly undo: readonly Edit[];
};

/**
 * The majors of Electron that got fixes when somebody last looked. To bump: install the newest major, read its list of
 * breaking changes, run the window's spec on the real runtime, then write the majors of that day here.
 */
const supportedElectron = { majors: [43, 44, 45], knownOn: '2026-11-22' } as const;

const guard = 'electron/shell/guard-web-contents.ts';
const preferences = 'electron/shell/safe-preferences.ts';
const policy = 'electron/content-security-policy.ts';
const protocol = 'electron/shell/app-protocol.ts';
const ipc = 'electron/shell/bind-ipc.ts';
const link = 'electron/shell/open-link.ts';
const builder = 'electron-builder.yml';

/** Takes the guard from every window there will ever be. */
const unguarded = change(
  'electron/main.ts',
  "app.on('web-contents-created', (_event, contents) => guardWebContents(contents));",
  '',
);

const strangers = ['https://example.com/', 'http://127.0.0.1:4010/', 'app://other/', 'file:///etc/passwd'];

/** A switch of Chromium but the one that lets the command line run without a screen; there no page is ever opened. */
const otherSwitches = /appendArgument|appendSwitch(?!\('ozone-platform', 'headless'\))/;

export const points: readonly SecurityPoint[] = [
  {
    number: 1,
    title: 'only secure content is loaded',
    holds: async (edit) => {
      const { session } = await guarded(edit);
      const leaving = [...strangers, 'ws://127.0.0.1/', 'wss://example.com/', 'blob:https://example.com/1'];
      return session.lets('app://bundle/assets/main.js') && !leaving.some((url) => session.lets(url));
    },
    undo: [
      unguarded,
      change(guard, '    decide({ cancel: !isOwn(url)', '    decide({ cancel: false && !isOwn(url)'),
    ],
  },
  {
    number: 2,
    title: 'the page has no Node',
    holds: async (edit) =>
      (await readPreferences(edit))['nodeIntegration'] === false && setsPreferences(edit),
    undo: [
      change(preferences, 'nodeIntegration: false', 'nodeIntegration: true'),
      change('electron/shell/create-window.ts', '...safePreferences', 'nodeIntegration: true'),
    ],
  },
  {
    number: 3,
    title: 'context isolation is on',
    holds: async (edit) =>
      (await readPreferences(edit))['contextIsolation'] === true && setsPreferences(edit),
    undo: [change(preferences, 'contextIsolation: true', 'contextIsolation: false')],
  },
  {
    number: 4,
    title: 'every process of a page is in the sandbox',
    holds: async (edit) =>
      (await readPreferences(edit))['sandbox'] === true &&
      /^ *app\.enableSandbox\(\);$/m.test(sourceOf('electron/main.ts', edit)),
    undo: [
      change(preferences, 'sandbox: true', 'sandbox: false'),
      change('electron/main.ts', 'app.enableSandbox();', ''),
    ],
  },
  {
    number: 5,
    title: 'permissions are denied, but for writing to the clipboard',
    holds: async (edit) => {
      const { session } = await guarded(edit);
      const own = 'app://bundle/';
      const asked = ['clipboard-read', 'geolocation', 'media', 'notifications', 'openExternal', 'fileSystem'];
      const granted = [
        ...asked.flatMap((permission) => session.grants(permission, own)),
        ...strangers.flatMap((url) => session.grants('clipboard-sanitized-write', url)),
        session.devicePermission?.({ deviceType: 'usb', origin: own }) !== false,
      ];
      return !granted.includes(true) && !session.grants('clipboard-sanitized-write', own).includes(false);
    },
    undo: [
      unguarded,
      change(guard, 'grant(permission === allowed && isOwn(requestingUrl))', 'grant(true)'),
      change(guard, '=> permission === allowed && isOwn(requestingOrigin)', '=> true'),
      change(guard, 'setDevicePermissionHandler(() => false)', 'setDevicePermissionHandler(() => true)'),
    ],
  },
  {
    number: 6,
    title: 'web security stays on',
    holds: async (edit) => (await readPreferences(edit))['webSecurity'] === true && setsPreferences(edit),
    undo: [change(preferences, 'webSecurity: true', 'webSecurity: false')],
  },
  {
    number: 7,
    title: 'a strict content security policy comes with every file',
    holds: async (edit) => isStrict(await servedPolicy(edit)),
    undo: [
      change(policy, `"default-src 'none'"`, `"default-src *"`),
      change(policy, `"script-src 'self'"`, `"script-src 'self' 'unsafe-eval'"`),
      change(policy, `"script-src 'self'"`, `"script-src 'self' 'unsafe-inline'"`),
      change(policy, `"connect-src 'self'"`, `"connect-src *"`),
      change(policy, `"frame-ancestors 'none'",`, ''),
      change(policy, `"require-trusted-types-for 'script'",`, ''),
      change(protocol, `'Content-Security-Policy': contentSecurityPolicy,`, ''),
    ],
  },
  {
    number: 8,
    title: 'a secure page runs nothing insecure',
    holds: async (edit) => !('allowRunningInsecureContent' in (await readPreferences(edit))),
    undo: [adding('allowRunningInsecureContent: true')],
  },
  {
    number: 9,
    title: 'no experimental features',
    holds: async (edit) => !('experimentalFeatures' in (await readPreferences(edit))),
    undo: [adding('experimentalFeatures: true')],
  },
  {
    number: 10,
    title: 'no features of Blink are switched on',
    holds: async (edit) =>
      !('enableBlinkFeatures' in (await readPreferences(edit))) && !mentions(otherSwitches, edit),
    undo: [
      adding("enableBlinkFeatures: 'PaymentRequest'"),
      change('electron/main.ts', 'app.enableSandbox();', "app.commandLine.appendSwitch('enable-features');"),
    ],
  },
  {
    number: 11,
    title: 'there is no webview',
    holds: async (edit) => (await readPreferences(edit))['webviewTag'] === false && setsPreferences(edit),
    undo: [change(preferences, 'webviewTag: false', 'webviewTag: true')],
  },
  {
    number: 12,
    title: 'a webview that is there all the same is not attached',
    holds: async (edit) => !(await guarded(edit)).allows('will-attach-webview'),
    undo: [
      unguarded,
      change(guard, "contents.on('will-attach-webview', (event) => event.preventDefault());", ''),
    ],
  },
  {
    number: 13,
    title: 'the page stays where it is',
    holds: async (edit) => {
      const contents = await guarded(edit);
      const ways = ['will-navigate', 'will-frame-navigate', 'will-redirect'];
      const left = ways.flatMap((way) => strangers.map((url) => contents.allows(way, { url })));
      return !left.includes(true) && ways.every((way) => contents.allows(way, { url: 'app://bundle/' }));
    },
    undo: [
      unguarded,
      change(guard, "contents.on('will-navigate', stay);", ''),
      change(guard, "contents.on('will-frame-navigate', stay);", ''),
      change(guard, "contents.on('will-redirect', stay);", ''),
      change(protocol, 'url.startsWith(`${pageOrigin}/`)', 'url.startsWith(`${scheme}:`)'),
    ],
  },
  {
    number: 14,
    title: 'the page opens no window',
    holds: async (edit) => {
      const { windowOpen } = await guarded(edit);
      const answers = [...strangers, 'app://bundle/'].map((url) => windowOpen?.({ url }));
      return answers.every((answer) => JSON.stringify(answer) === '{"action":"deny"}');
    },
    undo: [
      unguarded,
      change(guard, "{ action: 'deny' }", "{ action: 'allow' }"),
      change(guard, "contents.setWindowOpenHandler(() => ({ action: 'deny' }));", ''),
    ],
  },
  {
    number: 15,
    title: 'nothing opens outside but https, after a question',
    holds: async (edit) => {
      const refused = [
        'file:///etc/passwd',
        'http://docs.payu.in/',
        'mailto:a@b.c',
        'C:\\a.exe',
        'app://bundle/',
      ];
      const opened = await Promise.all(refused.map((url) => openedAfter(url, 1, edit)));
      return (
        !opened.flat().includes(true) &&
        JSON.stringify(await openedAfter('https://docs.payu.in/', 0, edit)) === '[true,false]' &&
        JSON.stringify(await openedAfter('https://docs.payu.in/', 1, edit)) === '[true,true]' &&
        filesWith(/openExternal/, edit).join() === link
      );
    },
    undo: [
      change(link, 'if (!isHttps(url)) return;', ''),
      change(link, 'if (response === 1) await', 'await'),
      change(guard, "contents.setWindowOpenHandler(() => ({ action: 'deny' }));", 'shell.openExternal(url);'),
    ],
  },
  {
    number: 16,
    title: `Electron is one of the majors that got fixes on ${supportedElectron.knownOn}`,
    holds: async (edit) => {
      const manifest = JSON.parse(sourceOf('package.json', edit)) as {
        devDependencies: { electron: string };
      };
      const [major = ''] = manifest.devDependencies.electron.split('.');
      return supportedElectron.majors.some((supported) => String(supported) === major);
    },
    undo: [change('package.json', `"electron": "${installedElectron()}"`, '"electron": "41.0.0"')],
  },
  {
    number: 17,
    title: 'who sends a message is looked at first',
    holds: async (edit) => {
      const own = { url: 'app://bundle/', parent: null };
      const foreign = [null, { ...own, parent: own }, ...strangers.map((url) => ({ url, parent: null }))];
      const refused = await Promise.all(foreign.map((frame) => callFrom(frame, edit)));
      return refused.every((carriedOut) => !carriedOut) && (await callFrom(own, edit));
    },
    undo: [
      change(
        ipc,
        "if (!isTrustedSender(event)) throw new Error('This message does not come from the workbench page.');",
        '',
      ),
      change('electron/shell/trusted-sender.ts', 'senderFrame.parent === null && ', ''),
      change('electron/shell/trusted-sender.ts', ' && isOwn(senderFrame.url)', ''),
    ],
  },
  {
    number: 18,
    title: 'no page comes from file:',
    holds: async (edit) =>
      !mentions(/\bloadFile\b|file:\/\//, edit) &&
      sourceOf('electron/shell/create-window.ts', edit).includes('loadURL(`${pageOrigin}/`)') &&
      (await servedPolicy(edit)) !== null,
    undo: [
      change('electron/shell/create-window.ts', 'loadURL(`${pageOrigin}/`)', "loadFile('index.html')"),
      change(protocol, 'protocol.handle(scheme,', "protocol.handle('http',"),
    ],
  },
  {
    number: 19,
    title: 'the fuses are set',
    holds: async (edit) => {
      const { electronFuses } = parse(sourceOf(builder, edit)) as { electronFuses: Record<string, boolean> };
      const isSet = ([name, isOn]: (typeof fuses)[number]): boolean => electronFuses[name] === isOn;
      return fuses.every(isSet) && Object.keys(electronFuses).length === fuses.length;
    },
    undo: fuseLines().map((line) => change(builder, line, `  # ${line.trim()}`)),
  },
  {
    number: 20,
    title: 'the page gets a call and a listener of one channel each, and nothing of Electron',
    holds: async (edit) => JSON.stringify(await exposed(edit)) === JSON.stringify(expectedBridge),
    undo: [
      change('electron/preload.ts', 'listener(text);', 'listener(_event as unknown as string);'),
      change(
        'electron/preload.ts',
        'ipcRenderer.invoke(callChannel, name, input)',
        'ipcRenderer.invoke(name, input)',
      ),
      change('electron/preload.ts', 'const bridge = {', 'const bridge = { ipcRenderer,'),
    ],
  },
];

/** Off is what lets a stranger run code as this program, on is what protects its files. */
const fuses: readonly (readonly [name: string, isOn: boolean])[] = [
  ['runAsNode', false],
  ['enableCookieEncryption', true],
  ['enableNodeOptionsEnvironmentVariable', false],
  ['enableNodeCliInspectArguments', false],
  ['enableEmbeddedAsarIntegrityValidation', true],
  ['onlyLoadAppFromAsar', true],
  ['loadBrowserProcessSpecificV8Snapshot', false],
  ['grantFileProtocolExtraPrivileges', false],
];

const expectedBridge = {
  worlds: ['refundWorkbench'],
  members: ['call', 'on'],
  invoked: [['workbench:call', 'name', 'input']],
  heard: [['text']],
};

function change(file: string, from: string, to: string): Edit {
  return { file, from, to };
}

function adding(preference: string): Edit {
  return change(preferences, 'webviewTag: false', `webviewTag: false, ${preference}`);
}

/** The inside of a window as the program leaves it: guarded where the entry sees to that. */
async function guarded(edit?: Edit): Promise<GuardedContents> {
  type Shell = { guardWebContents: (contents: object) => void };
  const { guardWebContents } = await loadWithElectron<Shell>(
    guard,
    { dialog: {}, protocol: {}, shell: {} },
    edit,
  );
  const contents = new GuardedContents();
  if (sourceOf(unguarded.file, edit).includes(unguarded.from)) guardWebContents(contents);
  return contents;
}

async function readPreferences(edit?: Edit): Promise<Record<string, unknown>> {
  type Shell = { safePreferences: Record<string, unknown> };
  return (await loadWithElectron<Shell>(preferences, {}, edit)).safePreferences;
}

/** Whether every window that is made has the safe preferences, and nothing after them. */
function setsPreferences(edit?: Edit): boolean {
  const makers = filesWith(/new BrowserWindow\(/, edit);
  return (
    makers.length > 0 &&
    makers.every((file) => sourceOf(file, edit).includes('webPreferences: { preload, ...safePreferences }'))
  );
}

type Serve = (request: Request) => Promise<Response>;

/** The policy that comes with the page over its own scheme; `null` where nothing is served there. */
async function servedPolicy(edit?: Edit): Promise<string | null> {
  const handlers = new Map<string, Serve>();
  const electron = { protocol: { handle: (scheme: string, serve: Serve) => handlers.set(scheme, serve) } };
  type Shell = { servePage: (directory: string) => void };
  const { servePage } = await loadWithElectron<Shell>(protocol, electron, edit);
  const directory = mkdtempSync(join(tmpdir(), 'refund-workbench-points-'));
  writeFileSync(join(directory, 'index.html'), '<!doctype html>');
  servePage(directory);
  const response = await handlers.get('app')?.(new Request('app://bundle/'));
  rmSync(directory, { recursive: true, force: true });
  return response?.headers.get('content-security-policy') ?? (response === undefined ? null : '');
}

function isStrict(served: string | null): boolean {
  const rules = new Map(
    (served ?? '').split('; ').map((rule): [string, string] => {
      const [name = '', ...values] = rule.split(' ');
      return [name, values.join(' ')];
    }),
  );
  const needed: Readonly<Record<string, string>> = {
    'default-src': "'none'",
    'script-src': "'self'",
    'worker-src': "'self'",
    'connect-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
    'require-trusted-types-for': "'script'",
  };
  return Object.entries(needed).every(([name, value]) => rules.get(name) === value);
}

/** Whether a question was asked about an address, and whether it was opened after the answer. */
async function openedAfter(
  url: string,
  response: number,
  edit?: Edit,
): Promise<[asked: boolean, opened: boolean]> {
  let asked = false;
  let opened = false;
  const showMessageBox = async ({ detail }: { detail: string }): Promise<{ response: number }> => {
    asked = detail === url;
    return { response };
  };
  const openExternal = async (): Promise<void> => void (opened = true);
  type Shell = { openLink: (url: string) => Promise<void> };
  const electron = { dialog: { showMessageBox }, shell: { openExternal } };
  const { openLink } = await loadWithElectron<Shell>(link, electron, edit);
  await openLink(url);
  return [asked, opened];
}

type Answer = (event: object, ...given: readonly unknown[]) => unknown;

/** Whether the core carries out what a frame sends. */
async function callFrom(senderFrame: object | null, edit?: Edit): Promise<boolean> {
  let carriedOut = false;
  const answers: Answer[] = [];
  const ipcMain = { handle: (_channel: string, answer: Answer) => answers.push(answer) };
  const electron = { ipcMain, BrowserWindow: { getAllWindows: () => [] }, protocol: {} };
  type Shell = { bindIpc: (workbench: object) => void };
  const { bindIpc } = await loadWithElectron<Shell>(ipc, electron, edit);
  const handlers = { 'workbench.describe': async () => (carriedOut = true) };
  bindIpc({ handlers, listen: () => () => undefined });
  try {
    await answers[0]?.({ senderFrame }, 'workbench.describe', 'null');
  } catch {
    // The refusal.
  }
  return carriedOut;
}

/** What the preload script puts into a page, and what comes of using it. */
async function exposed(edit?: Edit): Promise<object> {
  const worlds: string[] = [];
  const invoked: unknown[][] = [];
  const heard: unknown[][] = [];
  const forwards: ((...given: unknown[]) => void)[] = [];
  let bridge: Record<string, (...given: unknown[]) => unknown> = {};
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, members: typeof bridge) => {
        worlds.push(name);
        bridge = members;
      },
    },
    ipcRenderer: {
      invoke: (...given: unknown[]) => invoked.push(given),
      on: (_channel: string, forward: (...given: unknown[]) => void) => forwards.push(forward),
      off: () => undefined,
    },
  };
  await loadWithElectron('electron/preload.ts', electron, edit);
  bridge['call']?.('name', 'input', 'more');
  bridge['on']?.((...given: unknown[]) => heard.push(given));
  for (const forward of forwards) forward({ sender: 'Electron' }, 'text', 'more');
  return { worlds, members: Object.keys(bridge), invoked, heard };
}

/** Files of the product that run in Electron and hold a text. */
function filesWith(text: RegExp, edit?: Edit): readonly string[] {
  const project = join(import.meta.dirname, '..', '..');
  return globSync('electron/{shell/**/*,main,preload,open-window}.ts', { cwd: project })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((file) => text.test(sourceOf(file, edit)));
}

function mentions(text: RegExp, edit?: Edit): boolean {
  return filesWith(text, edit).length > 0;
}

function installedElectron(): string {
  const manifest = JSON.parse(sourceOf('package.json')) as { devDependencies: { electron: string } };
  return manifest.devDependencies.electron;
}

function fuseLines(): readonly string[] {
  const lines = sourceOf(builder).split('\n');
  const start = lines.indexOf('electronFuses:');
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('  '));
  return lines.slice(start + 1, end === -1 ? undefined : end);
}
