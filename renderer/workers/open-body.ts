import type { BodyView } from '../../shared/engine/body-view/create-body-view.ts';
import type { BodyPart } from '../../shared/model/body-part.ts';
import type { BodyFacts } from '../../shared/model/body-view.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/model/result.ts';
import type { BodyAnswer, BodyQuestion } from './body-questions.ts';
import { startWorker } from './start-worker.ts';

/** Where a body comes from. Lengths and offsets in UTF-16 units. */
export type BodySource = {
  /** What of it is here already. */
  readonly start: string;
  readonly length: number;
  readonly read: (offset: number) => Promise<Result<BodyPart, Problem>>;
};

/** What is known of an open body; `facts` is `null` until its beginning was read. */
export type BodyState = { readonly facts: BodyFacts | null; readonly problem: string | null };

/** A body in a worker of its own: its beginning can be asked about at once, the rest when it has come. */
export type OpenBody = {
  readonly length: number;
  readonly ask: <Name extends keyof BodyView>(
    name: Name,
    ...given: Parameters<BodyView[Name]>
  ) => Promise<ReturnType<BodyView[Name]>>;
  readonly state: () => BodyState;
  /** Calls back after every change of the state; the returned function stops that. */
  readonly listen: (listener: () => void) => () => void;
  /** Ends the worker and frees its memory. What was asked and is not answered stays unanswered. */
  readonly close: () => void;
};

/** Opens a body, and reads on until all of it is there. */
export function openBody(source: BodySource): OpenBody {
  const worker = startWorker('body');
  const waiting = new Map<number, (answer: BodyAnswer) => void>();
  const listeners = new Set<() => void>();
  let state: BodyState = { facts: null, problem: null };
  let isClosed = false;
  let asked = 0;
  const change = (part: Partial<BodyState>): void => {
    state = { ...state, ...part };
    listeners.forEach((listener) => listener());
  };
  const fail = (message: string): void => {
    if (!isClosed) change({ problem: message });
  };
  worker.addEventListener('message', ({ data }: MessageEvent<BodyAnswer>) => {
    waiting.get(data.number)?.(data);
    waiting.delete(data.number);
  });
  worker.addEventListener('error', ({ message }) => fail(`The reader of this body stopped: ${message}`));
  const ask: OpenBody['ask'] = (name, ...given) =>
    new Promise((resolve) => {
      asked += 1;
      waiting.set(asked, (answer) => {
        if ('failure' in answer) fail(`The body could not be read: ${answer.failure}`);
        // The worker answers with what the function of that name gives.
        else resolve(answer.value as never);
      });
      // A worker has no origin to name, a window would.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      worker.postMessage({ number: asked, name, given } satisfies BodyQuestion);
    });
  const readOn = async (): Promise<void> => {
    let read = source.start.length;
    change({ facts: await ask('add', source.start, read >= source.length) });
    // It is closed from outside.
    // oxlint-disable-next-line no-unmodified-loop-condition
    while (read < source.length && !isClosed) {
      const part = await source.read(read);
      if (isClosed) return;
      if (!part.ok) return fail(`The rest of the body cannot be read: ${part.error.message}`);
      if (part.value.text === '') return fail('The rest of the body is not in the history any more.');
      read += part.value.text.length;
      change({ facts: await ask('add', part.value.text, read >= source.length) });
    }
  };
  void readOn();
  return {
    length: source.length,
    ask,
    state: () => state,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      isClosed = true;
      worker.terminate();
    },
  };
}
