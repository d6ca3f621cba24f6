import { describe, expect, it, vi } from 'vitest';

import { bindIpc } from '../../../electron/shell/bind-ipc.ts';
import type { Workbench } from '../../../electron/core/create-workbench.ts';
import type { Handlers } from '../../../shared/contract/commands.ts';

type Answer = (event: object, ...given: readonly unknown[]) => Promise<string>;
type Shown = { readonly url: string; readonly sent: string[] };

const electron = vi.hoisted(() => ({ answers: [] as Answer[], windows: [] as Shown[] }));

vi.mock('electron', () => ({
  protocol: {},
  ipcMain: { handle: (_channel: string, answer: Answer) => electron.answers.unshift(answer) },
  BrowserWindow: {
    getAllWindows: () =>
      electron.windows.map(({ url, sent }) => ({
        webContents: { getURL: () => url, send: (_channel: string, text: string) => sent.push(text) },
      })),
  },
}));

const own = { senderFrame: { url: 'app://bundle/', parent: null } };
const foreign = 'This message does not come from the workbench page.';

/** The door on a core that notes what it is asked to do. */
function openDoor() {
  const carriedOut: string[] = [];
  const heard: Parameters<Workbench['listen']>[0][] = [];
  const handlers = new Proxy({} as Handlers, {
    get: (_target, name) => async () => void carriedOut.push(String(name)),
  });
  const listen: Workbench['listen'] = (listener) => {
    heard.push(listener);
    return () => undefined;
  };
  bindIpc({ handlers, listen });
  const [call] = electron.answers;
  const [tell] = heard;
  if (call === undefined || tell === undefined) throw new Error('The door was not opened.');
  return { carriedOut, tell, call };
}

describe('a message', () => {
  it('of the page is carried out', async () => {
    const { call, carriedOut } = openDoor();
    await call(own, 'settings.load', 'null');
    expect(carriedOut).toEqual(['settings.load']);
  });

  it.each([
    ['of a frame inside the page', { url: 'app://bundle/', parent: own.senderFrame }],
    ['of a frame that has gone', null],
    ['of another page', { url: 'https://example.com/', parent: null }],
    ['of a page without an address', { url: '', parent: null }],
  ])('%s is refused at once, without a look at what it says', (_what, senderFrame) => {
    const { call, carriedOut } = openDoor();
    const event = { senderFrame };
    expect(() => call(event, 'settings.load', 'null')).toThrow(foreign);
    expect(() => call(event, 'no command', '{')).toThrow(foreign);
    expect(carriedOut).toEqual([]);
  });

  it('is judged by the frame it came from, also where the page goes away meanwhile', async () => {
    const { call, carriedOut } = openDoor();
    const event: { senderFrame: object | null } = { ...own };
    const answer = call(event, 'settings.load', 'null');
    event.senderFrame = null;
    await answer;
    expect(carriedOut).toEqual(['settings.load']);
  });

  it.each([
    [
      'of a hundred megabytes',
      'settings.load',
      `"${'x'.repeat(100 * 1024 * 1024)}"`,
      'The input is too long.',
    ],
    ['that is no JSON', 'settings.load', '{"a":', 'The input is not JSON.'],
    ['that is empty', 'settings.load', '', 'The input is not JSON.'],
    ['that is no text', 'settings.load', { input: 'null' }, 'A call takes two texts.'],
    ['without an input', 'settings.load', undefined, 'A call takes two texts.'],
    ['whose command is no text', ['settings.load'], 'null', 'A call takes two texts.'],
    ['of a command that is none', '__proto__', 'null', 'There is no command "__proto__".'],
  ])('%s is rejected', async (_what, command, input, message) => {
    const { call, carriedOut } = openDoor();
    const answer = JSON.parse(await call(own, command, input)) as { rejection: { message: string } };
    expect(answer.rejection.message).toBe(message);
    expect(carriedOut).toEqual([]);
  });
});

it('an event is told to the windows that show the page, and to no other', () => {
  const { tell } = openDoor();
  const shown = ['app://bundle/', 'app://bundle/index.html', 'https://example.com/', 'app://other/', ''];
  electron.windows = shown.map((url) => ({ url, sent: [] }));
  tell({ name: 'history.changed', count: 1 });
  expect(electron.windows.map(({ sent }) => sent.length)).toEqual([1, 1, 0, 0, 0]);
});
