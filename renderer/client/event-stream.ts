import type { Connection } from '../../shared/contract/client.ts';
import type { WorkbenchEvent } from '../../shared/contract/events.ts';

/** How long to wait before a connection that broke is tried again, in milliseconds. */
const pause = 1000;

/** The host gives a sign of life every five seconds; after this long without one it counts as gone, in milliseconds. */
const patience = 12_000;

export type EventStream = {
  readonly on: (listener: (event: WorkbenchEvent) => void) => () => void;
  readonly follow: (listener: (connection: Connection) => void) => void;
  /** Somebody was not answered: looks at once whether the host is there. Tells once it is, or that it never will be. */
  readonly noteSilence: () => Promise<'back' | 'gone'>;
};

/** The one stream of events of a page, opened again and again; by it the page knows whether the host is there. */
export function createEventStream(headers: Record<string, string>): EventStream {
  const listeners = new Set<(event: WorkbenchEvent) => void>();
  const followers = new Set<(connection: Connection) => void>();
  let connection: Connection = 'open';
  let isFirst = true;
  let isListening = false;
  let waiting: ((end: 'back' | 'gone') => void)[] = [];
  let breakOff = new AbortController();
  const tell = (next: Connection): void => {
    if (next === connection && next !== 'open') return;
    connection = next;
    followers.forEach((follower) => follower(next));
  };
  const endWaiting = (end: 'back' | 'gone'): void => {
    waiting.forEach((goOn) => goOn(end));
    waiting = [];
  };
  const opened = (): void => {
    if (!isFirst) tell('open');
    isFirst = false;
    isListening = true;
    endWaiting('back');
  };
  const run = async (): Promise<void> => {
    for (;;) {
      breakOff = new AbortController();
      const end = await readStream(headers, breakOff, {
        opened,
        heard: (event) => listeners.forEach((listener) => listener(event)),
      });
      isListening = false;
      if (end === 'turned-away') {
        tell('closed');
        return endWaiting('gone');
      }
      if (end === 'not-opened') {
        tell('lost');
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  };
  void run();
  return {
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow: (listener) => void followers.add(listener),
    noteSilence: () => {
      if (connection === 'closed') return Promise.resolve('gone');
      if (isListening) breakOff.abort();
      return new Promise((resolve) => waiting.push(resolve));
    },
  };
}

type Hearing = { readonly opened: () => void; readonly heard: (event: WorkbenchEvent) => void };

/** Reads until the stream ends, is broken off, or stays silent for too long. */
async function readStream(
  headers: Record<string, string>,
  controller: AbortController,
  { opened, heard }: Hearing,
): Promise<'not-opened' | 'turned-away' | 'ended'> {
  let timer = setTimeout(() => controller.abort(), patience);
  let isOpen = false;
  try {
    const response = await fetch('/events', { headers, signal: controller.signal });
    if (response.status === 401) return 'turned-away';
    if (!response.ok || response.body === null) return 'not-opened';
    isOpen = true;
    opened();
    let rest = '';
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return 'ended';
      clearTimeout(timer);
      timer = setTimeout(() => controller.abort(), patience);
      const lines = (rest + value).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line !== '') heard(JSON.parse(line) as WorkbenchEvent);
    }
  } catch {
    return isOpen ? 'ended' : 'not-opened';
  } finally {
    clearTimeout(timer);
  }
}
