import type { WorkbenchEvent } from '../../shared/contract/events.ts';

/** Makes sure that what was typed last is on the disk before a window goes. */
export type DraftKeeper = {
  /** Asks the page for its drafts, and waits until they are kept; a page that does not answer is not waited for long. */
  readonly keep: () => Promise<void>;
  /** To be called when drafts were kept. */
  readonly kept: () => void;
};

/** Milliseconds that a page has to give its drafts; one that hangs or has crashed gives none. */
const patience = 1000;

export function createDraftKeeper(emit: (event: WorkbenchEvent) => void): DraftKeeper {
  const waiting = new Set<() => void>();
  return {
    keep: () =>
      new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          waiting.delete(done);
          resolve();
        };
        const timer = setTimeout(done, patience);
        waiting.add(done);
        emit({ name: 'drafts.wanted', within: patience });
      }),
    kept: () => waiting.forEach((done) => done()),
  };
}
