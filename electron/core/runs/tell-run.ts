import type { RunSummary } from '../../../shared/model/run.ts';

/** Milliseconds between two words on a run. */
const pause = 250;

/** Tells how a run goes, four times a second at the most; what it holds back is told after the pause. */
export type RunTeller = {
  readonly tell: (run: RunSummary) => void;
  /** Ends it; what was to be told is told by the one who ends it. */
  readonly stop: () => void;
};

export function createRunTeller(say: (run: RunSummary) => void): RunTeller {
  let waiting: RunSummary | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const sayNow = (run: RunSummary): void => {
    waiting = null;
    say(run);
    timer = setTimeout(() => {
      timer = null;
      if (waiting !== null) sayNow(waiting);
    }, pause);
  };
  return {
    tell: (run) => {
      if (timer === null) sayNow(run);
      else waiting = run;
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer);
      waiting = null;
    },
  };
}
