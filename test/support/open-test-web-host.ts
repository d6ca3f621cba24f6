import { mkdirSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

import { createWebHost, type WebHost } from '../../electron/web-host/create-web-host.ts';
import { openTestWorkbench, type TestWorkbench } from './open-test-workbench.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { ticketOf } from './ticket-of.ts';

export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

export type Asked = {
  readonly method?: string;
  readonly path?: string;
  /** Beside `Host`, which is the right one unless given; a header of `undefined` is left out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
};

export type TestWebHost = WebHost & {
  readonly workbench: TestWorkbench;
  readonly pageDirectory: string;
  /** Sends exactly the given headers, also those that fetch would not. */
  readonly ask: (asked: Asked) => Promise<Answer>;
  /** A key, as a page gets it for a fresh ticket. */
  readonly openSession: () => Promise<string>;
  /** Calls a command as the page does. */
  readonly call: (key: string, command: string, input: unknown) => Promise<Answer>;
};

/** The real web host on the real core, with a small page of its own. */
export async function openTestWebHost(): Promise<TestWebHost> {
  const workbench = openTestWorkbench();
  const pageDirectory = writePage();
  const host = await createWebHost(workbench, { port: 0, pageDirectory });
  if (!host.ok) throw new Error(host.error.message);
  onTestFinished(() => host.value.close());
  const { origin } = host.value;
  const ask = (asked: Asked): Promise<Answer> => askServer(origin, asked);
  const post = (path: string, body: string, headers: Asked['headers'] = {}): Promise<Answer> =>
    ask({
      method: 'POST',
      path,
      body,
      headers: { Origin: origin, 'Content-Type': 'application/json', ...headers },
    });
  return {
    ...host.value,
    workbench,
    pageDirectory,
    ask,
    openSession: async () => {
      const { body } = await post('/session', JSON.stringify({ ticket: ticketOf(host.value.address()) }));
      return (JSON.parse(body) as { key: string }).key;
    },
    call: (key, command, input) =>
      post(`/call/${command}`, JSON.stringify(input), { Authorization: `Bearer ${key}` }),
  };
}

export function askServer(
  origin: string,
  { method = 'GET', path = '/', headers = {}, body }: Asked,
): Promise<Answer> {
  const length = body === undefined ? undefined : String(Buffer.byteLength(body));
  const given = Object.entries({ Host: new URL(origin).host, 'Content-Length': length, ...headers });
  const lines = given.flatMap(([name, value]) => (value === undefined ? [] : [name, value]));
  return new Promise((resolve, reject) => {
    const outgoing = request(origin, { method, path, headers: lines, setHost: false }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      incoming.once('end', () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: text }),
      );
      incoming.once('error', reject);
    });
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}

function writePage(): string {
  const base = temporaryDirectory();
  const directory = join(base, 'page');
  mkdirSync(join(directory, 'assets'), { recursive: true });
  writeFileSync(join(directory, 'index.html'), '<!doctype html><title>Page</title>');
  writeFileSync(join(directory, 'assets', 'main.js'), 'export {};');
  writeFileSync(join(directory, 'assets', 'main.js.map'), 'not for the page');
  writeFileSync(join(directory, '.env'), 'not for the page');
  writeFileSync(join(base, 'outside.js'), 'not for the page');
  return directory;
}
