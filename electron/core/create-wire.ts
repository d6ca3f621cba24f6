import type { Sender } from '../../shared/ports/sender.ts';

/** The one way out of the core, so that everything on it can be given up at once. */
export type Wire = {
  readonly sender: Sender;
  /** Gives up what is on its way, so that its outcome is unknown, and lets nothing more out. */
  readonly giveUp: () => void;
};

/** Whatever sends, a tab, a run, a batch or a login, goes through this sender. */
export function createWire(sender: Sender): Wire {
  const givenUp = new AbortController();
  return {
    sender: {
      send: async (request, options) => {
        const { signal } = options;
        const cancelled = new AbortController();
        const cancel = (): void => cancelled.abort();
        if (signal.aborted || givenUp.signal.aborted) cancel();
        signal.addEventListener('abort', cancel);
        givenUp.signal.addEventListener('abort', cancel);
        try {
          return await sender.send(request, { ...options, signal: cancelled.signal });
        } finally {
          signal.removeEventListener('abort', cancel);
          givenUp.signal.removeEventListener('abort', cancel);
        }
      },
    },
    giveUp: () => givenUp.abort(),
  };
}
