import { useEffect, useState } from 'react';

/**
 * What the core answers; `undefined` until it does. It is asked again whenever `ask` is another function, so that has to
 * stay the same while the question does, and whenever `subscribe` tells of a change. A late answer to an older question
 * never replaces a newer one.
 */
export function useAsked<Value>(
  ask: () => Promise<Value>,
  subscribe?: (listener: () => void) => () => void,
): Value | undefined {
  const [answer, setAnswer] = useState<Value | undefined>(undefined);
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<void> => {
      const value = await ask();
      if (isCurrent) setAnswer(value);
    };
    void read();
    const silence = subscribe?.(() => void read());
    return () => {
      isCurrent = false;
      silence?.();
    };
  }, [ask, subscribe]);
  return answer;
}
