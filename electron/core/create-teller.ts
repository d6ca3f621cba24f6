/** Milliseconds between two words on the same thing. */
const pause = 250;

/** Tells how something goes, four times a second at the most; what it holds back is told after the pause. */
export type Teller<Value> = {
  readonly tell: (value: Value) => void;
  /** Ends it; what was to be told is told by the one who ends it. */
  readonly stop: () => void;
};

export function createTeller<Value>(say: (value: Value) => void): Teller<Value> {
  let waiting: { readonly value: Value } | null = null;
  let timer: NodeJS.Timeout | null = null;
  const sayNow = (value: Value): void => {
    waiting = null;
    say(value);
    timer = setTimeout(() => {
      timer = null;
      if (waiting !== null) sayNow(waiting.value);
    }, pause);
    // Nobody is left to hear it where nothing else keeps the program running.
    timer.unref();
  };
  return {
    tell: (value) => {
      if (timer === null) sayNow(value);
      else waiting = { value };
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer);
      waiting = null;
    },
  };
}
