import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type { CommandName, Commands } from '../../shared/contract/commands.ts';
import type { WorkbenchEvent } from '../../shared/contract/events.ts';

const keyName = 'refund-workbench.key';

/** How long to wait before an event stream that broke is opened again, in milliseconds. */
const pause = 2000;

/**
 * The core behind the loopback web host. The ticket in the address is swapped for a key, which lives in this tab only:
 * a reload keeps it, another tab needs another address. Gives `null` where there is neither.
 */
export async function createHttpClient(): Promise<WorkbenchClient | null> {
  const ticket = takeTicket();
  const key = ticket === null ? sessionStorage.getItem(keyName) : await redeem(ticket);
  if (key === null) return null;
  sessionStorage.setItem(keyName, key);
  const headers = { authorization: `Bearer ${key}` };
  return {
    call: async <Name extends CommandName>(name: Name, input: Commands[Name]['input']) => {
      const response = await fetch(`/call/${name}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
      if (!response.ok)
        throw new Error(`The workbench did not answer (${response.status}): ${await response.text()}`);
      return (await response.json()) as Commands[Name]['output'];
    },
    on: (listener) => listen(headers, listener),
  };
}

/** Reads the ticket and takes it out of the address, so that it is in no history and no screenshot. */
function takeTicket(): string | null {
  const ticket = new URLSearchParams(location.hash.slice(1)).get('ticket');
  if (ticket !== null) history.replaceState(null, '', location.pathname);
  return ticket;
}

async function redeem(ticket: string): Promise<string | null> {
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ticket }),
  });
  return response.ok ? ((await response.json()) as { key: string }).key : sessionStorage.getItem(keyName);
}

function listen(headers: Record<string, string>, listener: (event: WorkbenchEvent) => void): () => void {
  const controller = new AbortController();
  void (async () => {
    while (!controller.signal.aborted) {
      await readStream(headers, controller.signal, listener).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  })();
  return () => controller.abort();
}

async function readStream(
  headers: Record<string, string>,
  signal: AbortSignal,
  listener: (event: WorkbenchEvent) => void,
): Promise<void> {
  const response = await fetch('/events', { headers, signal });
  if (!response.ok || response.body === null) return;
  let rest = '';
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') listener(JSON.parse(line) as WorkbenchEvent);
  }
}
