import { useEffect, useId, useRef, useState } from 'react';

import type { HashComparison } from '../../../shared/model/hash-comparison.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { Result } from '../../../shared/model/result.ts';
import { previewInput } from '../../actions/preview-input.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { ComparisonResult } from './comparison-result.tsx';
import classes from './signature.module.css';

/** Milliseconds after the last change: an answer takes the core some thousand hashes. */
const patience = 250;

type Compared = Result<HashComparison, readonly Problem[]>;

/** A field for a hash that somebody was given, and what it is; worked out again when the request changes. */
export function HashCompare({ tabId }: { readonly tabId: string }) {
  const id = useId();
  const [hash, setHash] = useState('');
  const compared = useCompared(tabId, hash);
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Whoever has just pasted looks for the answer, which may stand below what is seen.
    if (compared !== null && whole.current?.contains(document.activeElement) === true)
      whole.current.scrollIntoView({ block: 'nearest' });
  }, [compared]);
  return (
    <div ref={whole} className={classes['compare']}>
      <label htmlFor={id}>Compare with a hash you were given</label>
      <textarea
        id={id}
        rows={hash === '' ? 1 : 2}
        maxLength={10_000}
        spellCheck={false}
        autoComplete="off"
        placeholder="Paste it here"
        value={hash}
        onChange={({ target }) => setHash(target.value)}
      />
      <div role="status">
        {compared?.ok === true && <ComparisonResult comparison={compared.value} />}
        {compared?.ok === false && <ProblemList problems={compared.error} kind="problem" />}
      </div>
    </div>
  );
}

/** What the core says of the hash, asked anew whenever the dry run of the tab is another; `null` before it was asked. */
function useCompared(tabId: string, hash: string): Compared | null {
  const stores = useStores();
  const [compared, setCompared] = useState<Compared | null>(null);
  const isEmpty = hash.trim() === '';
  useEffect(() => {
    if (isEmpty) return undefined;
    let newest = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const compare = async (): Promise<void> => {
      newest += 1;
      const number = newest;
      const tab = stores.tabs.getState().tabs.find((candidate) => candidate.id === tabId);
      if (tab === undefined) return;
      const answer = await stores.signature.getState().compare(previewInput(stores, tab), hash);
      if (number === newest) setCompared(answer);
    };
    const ask = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void compare(), patience);
    };
    ask();
    const silence = stores.exchanges.subscribe((state, before) => {
      if (state.byTab[tabId]?.preview !== before.byTab[tabId]?.preview) ask();
    });
    return () => {
      newest = Number.POSITIVE_INFINITY;
      clearTimeout(timer);
      silence();
    };
  }, [stores, tabId, hash, isEmpty]);
  return isEmpty ? null : compared;
}
