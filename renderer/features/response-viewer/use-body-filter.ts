import { useEffect, useEffectEvent, useRef, useState } from 'react';

import type { BodyFacts, FoundValues } from '../../../shared/model/body-view.ts';
import type { OpenBody } from '../../workers/open-body.ts';

/** A filter by a path, as it is being typed. */
export type BodyFilterState = {
  readonly path: string;
  readonly setPath: (path: string) => void;
  /** What it found; `null` while nothing was asked, or where the path is none. */
  readonly found: FoundValues | null;
  /** Why the path is none, in words. */
  readonly fault: string | null;
};

/** How long nobody types before it is asked, in milliseconds. */
const pause = 250;

const nothing = { found: null, fault: null };

/** Asks a body for what a path selects. */
export function useBodyFilter(body: OpenBody, { isWhole }: BodyFacts): BodyFilterState {
  const [path, setPath] = useState('');
  const [answer, setAnswer] = useState<Pick<BodyFilterState, 'found' | 'fault'>>(nothing);
  const latest = useRef('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const ask = async (wanted: string): Promise<void> => {
    const found = await body.ask('filter', wanted);
    // An older answer that comes late must not replace a newer one.
    if (latest.current !== wanted) return;
    setAnswer(
      found.ok
        ? { found: found.value, fault: null }
        : { found: null, fault: `${found.error.message} (character ${found.error.column})` },
    );
  };
  const askAgain = useEffectEvent(() => {
    if (latest.current.trim() !== '') void ask(latest.current);
  });
  useEffect(() => {
    if (isWhole) askAgain();
  }, [isWhole]);
  return {
    path,
    found: isWhole ? answer.found : null,
    fault: isWhole ? answer.fault : 'the answer is still being read',
    setPath: (wanted) => {
      setPath(wanted);
      latest.current = wanted;
      clearTimeout(timer.current);
      if (wanted.trim() === '') setAnswer(nothing);
      else timer.current = setTimeout(() => void ask(wanted), pause);
    },
  };
}
