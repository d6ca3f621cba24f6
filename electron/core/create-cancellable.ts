import type { RunCancellable } from './session-handlers.ts';

/** What a page asked for by itself and waits for: single sends and logins. */
export type Cancellable = {
  readonly run: RunCancellable;
  /** Gives false where nothing of this id is under way. */
  readonly cancel: (sendId: string) => boolean;
  readonly count: () => number;
  /** Cancels everything, and waits until it is recorded. */
  readonly end: () => Promise<void>;
};

/** What is on its way to a provider, by the id that its client chose. */
export function createCancellable(): Cancellable {
  const underWay = new Map<string, AbortController>();
  const running = new Map<AbortController, Promise<unknown>>();
  return {
    run: async (sendId, timeout, run) => {
      const controller = new AbortController();
      underWay.set(sendId, controller);
      try {
        const ended = run({ timeout, signal: controller.signal });
        running.set(controller, ended);
        return await ended;
      } finally {
        running.delete(controller);
        if (underWay.get(sendId) === controller) underWay.delete(sendId);
      }
    },
    cancel: (sendId) => {
      const controller = underWay.get(sendId);
      controller?.abort();
      return controller !== undefined;
    },
    count: () => running.size,
    end: async () => {
      for (const controller of running.keys()) controller.abort();
      await Promise.allSettled(running.values());
    },
  };
}
