import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished, vi } from 'vitest';

import { createEventStream } from '../../../renderer/client/event-stream.ts';
import type { Connection } from '../../../shared/contract/client.ts';
import type { WorkbenchEvent } from '../../../shared/contract/events.ts';

const event: WorkbenchEvent = { name: 'history.changed', count: 3 };

const stream: RequestListener = (_request, response) => {
  response.writeHead(200);
  response.write(`\n${JSON.stringify(event)}\n`);
};

const turnAway: RequestListener = (_request, response) => {
  response.writeHead(401);
  response.end();
};

async function serve(
  listener: RequestListener,
  port = 0,
): Promise<{ port: number; end: () => Promise<void> }> {
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const end = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(() => void end());
  return { port: (server.address() as AddressInfo).port, end };
}

/** The stream of a page of this host, with what it was told. */
function openStream(port: number) {
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init));
  onTestFinished(() => void vi.unstubAllGlobals());
  const connections: Connection[] = [];
  const events: WorkbenchEvent[] = [];
  const opened = createEventStream({});
  opened.follow((connection) => connections.push(connection));
  opened.on((told) => events.push(told));
  return { ...opened, connections, events };
}

it('says that the host is gone, finds it again, and ends where another one took its place', async () => {
  const first = await serve(stream);
  const { connections, events } = openStream(first.port);
  await vi.waitFor(() => expect(events).toEqual([event]));
  expect(connections).toEqual([]);
  await first.end();
  await vi.waitFor(() => expect(connections).toEqual(['lost']));
  const second = await serve(stream, first.port);
  await vi.waitFor(() => expect(connections).toEqual(['lost', 'open']), { timeout: 5000 });
  expect(events).toEqual([event, event]);
  await second.end();
  await serve(turnAway, first.port);
  await vi.waitFor(() => expect(connections.at(-1)).toBe('closed'), { timeout: 5000 });
});

it('lets whoever was not answered wait until the host is back', async () => {
  const first = await serve(stream);
  const { noteSilence, events } = openStream(first.port);
  await vi.waitFor(() => expect(events.length).toBe(1));
  await first.end();
  const later = noteSilence();
  await serve(stream, first.port);
  expect(await later).toBe('back');
});

it('tells whoever waits that nobody will come back', async () => {
  const { port } = await serve(turnAway);
  const { noteSilence, connections } = openStream(port);
  expect(await noteSilence()).toBe('gone');
  expect(connections).toEqual(['closed']);
  expect(await noteSilence()).toBe('gone');
});
