import type { Connection, WorkbenchClient } from '../../shared/contract/client.ts';
import type { CommandName, Commands } from '../../shared/contract/commands.ts';
import type { WorkbenchEvent } from '../../shared/contract/events.ts';
import { createEventStream, type EventStream } from './event-stream.ts';
import { isRepeatable } from './is-repeatable.ts';
import { lostAnswer } from './lost-answer.ts';

const keyName = 'refund-workbench.key';

/** The host did not answer, so nobody knows whether it heard. */
class ConnectionLost extends Error {}

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
  const events = createEventStream(headers);
  expectLostCalls();
  return {
    call: async <Name extends CommandName>(name: Name, input: Commands[Name]['input']) => {
      const answer = await ask({ headers, events }, name, JSON.stringify(input));
      return answer as Commands[Name]['output'];
    },
    on: (listener: (event: WorkbenchEvent) => void) => events.on(listener),
    follow: (listener: (connection: Connection) => void) => events.follow(listener),
  };
}

type Way = { readonly headers: Record<string, string>; readonly events: EventStream };

/** Where the host does not answer, what may be asked twice waits until it does; everything else ends there. */
async function ask({ headers, events }: Way, name: CommandName, input: string): Promise<unknown> {
  for (;;) {
    try {
      return await post(headers, name, input);
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error;
      const later = events.noteSilence();
      if (isRepeatable(name) && (await later) === 'back') continue;
      const answer = isRepeatable(name) ? null : lostAnswer(name);
      if (answer === null) throw error;
      return answer;
    }
  }
}

async function post(headers: Record<string, string>, name: CommandName, input: string): Promise<unknown> {
  const response = await fetch(`/call/${name}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: input,
  }).catch(lost);
  // Another host took the place of this one, and knows no page of before.
  if (response.status === 401) throw new ConnectionLost('the workbench was started anew');
  if (!response.ok)
    throw new Error(`The workbench did not answer (${response.status}): ${await response.text()}`);
  return (await response.json().catch(lost)) as unknown;
}

function lost(): never {
  throw new ConnectionLost('the workbench does not answer');
}

/** Who asks for something that may not be asked twice need not care for a broken connection: the page says it once. */
function expectLostCalls(): void {
  addEventListener('unhandledrejection', (event) => {
    if (event.reason instanceof ConnectionLost) event.preventDefault();
  });
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
