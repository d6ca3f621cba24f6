import { type ClientRequest, request } from 'node:http';
import { expect, it, onTestFinished, vi } from 'vitest';

import { createWebHost } from '../../../electron/web-host/create-web-host.ts';
import type { WorkbenchEvent } from '../../../shared/contract/events.ts';
import { sendInput } from '../../support/open-test-workbench.ts';
import { askServer, openTestWebHost } from '../../support/open-test-web-host.ts';
import { ticketOf } from '../../support/ticket-of.ts';

type EventStream = {
  readonly type: string | undefined;
  readonly events: readonly WorkbenchEvent[];
  readonly close: () => void;
};

/** Listens as the page does: one JSON object a line, empty lines are signs of life. */
async function listenTo(origin: string, key: string): Promise<EventStream> {
  const events: WorkbenchEvent[] = [];
  const headers = { Authorization: `Bearer ${key}` };
  const { outgoing, type } = await new Promise<{ outgoing: ClientRequest; type: string | undefined }>(
    (resolve, reject) => {
      const asked = request(`${origin}/events`, { headers }, (incoming) => {
        let text = '';
        incoming.setEncoding('utf8').on('data', (chunk: string) => {
          const lines = (text + chunk).split('\n');
          text = lines.pop() ?? '';
          for (const line of lines.filter(Boolean)) events.push(JSON.parse(line) as WorkbenchEvent);
        });
        incoming.on('error', () => undefined);
        resolve({ outgoing: asked, type: incoming.headers['content-type'] });
      });
      asked.on('error', reject).end();
    },
  );
  const close = (): void => void outgoing.destroy();
  onTestFinished(close);
  return { type, events, close };
}

it('tells every page that the history has changed', async () => {
  const host = await openTestWebHost();
  const streams = [
    await listenTo(host.origin, await host.openSession()),
    await listenTo(host.origin, await host.openSession()),
  ];
  const key = await host.openSession();
  await host.call(key, 'exchange.send', sendInput('payu', 'refund'));
  for (const stream of streams) {
    expect(stream.type).toBe('application/x-ndjson');
    await vi.waitFor(() => expect(stream.events).toContainEqual({ name: 'history.changed', count: 1 }));
  }
  await host.call(key, 'exchange.send', sendInput('payu', 'refund'));
  await vi.waitFor(() => expect(streams[0]?.events).toContainEqual({ name: 'history.changed', count: 2 }));
});

it('tells that the sandbox has started, and where', async () => {
  const host = await openTestWebHost();
  const key = await host.openSession();
  const stream = await listenTo(host.origin, key);
  const started = await host.call(key, 'sandbox.start', null);
  const { value } = JSON.parse(started.body) as { value: { origin: string } };
  await vi.waitFor(() =>
    expect(stream.events).toContainEqual({ name: 'sandbox.changed', origin: value.origin }),
  );
});

it('tells nothing without a key', async () => {
  const host = await openTestWebHost();
  expect((await host.ask({ path: '/events' })).status).toBe(401);
});

it('stops listening when the page is closed', async () => {
  const { workbench, pageDirectory } = await openTestWebHost();
  let listeners = 0;
  const listen: typeof workbench.listen = (listener) => {
    const stop = workbench.listen(listener);
    listeners += 1;
    return () => {
      listeners -= 1;
      stop();
    };
  };
  const host = await createWebHost({ ...workbench, listen }, { port: 0, pageDirectory });
  if (!host.ok) throw new Error(host.error.message);
  onTestFinished(() => host.value.close());
  const { origin } = host.value;
  const session = await askServer(origin, {
    method: 'POST',
    path: '/session',
    headers: { Origin: origin, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ticket: ticketOf(host.value.address()) }),
  });
  const { key } = JSON.parse(session.body) as { key: string };
  const streams = [await listenTo(origin, key), await listenTo(origin, key)];
  expect(listeners).toBe(2);
  for (const [index, stream] of streams.entries()) {
    stream.close();
    await vi.waitFor(() => expect(listeners).toBe(1 - index));
  }
});
