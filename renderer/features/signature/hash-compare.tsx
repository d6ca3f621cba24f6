import { useEffect, useId, useRef, useState } from 'react';

import type { Preview } from '../../../shared/contract/commands.ts';
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

type Props = { readonly tabId: string; readonly preview: Preview };

/** A field for a hash that somebody was given, and what it is; worked out again when the request changes. */
export function HashCompare({ tabId, preview }: Props) {
  const id = useId();
  const [hash, setHash] = useState('');
  const compared = useCompared(tabId, hash, preview);
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

/** What the core says of the hash; `null` while there is none, or it was not asked yet. */
function useCompared(tabId: string, hash: string, preview: Preview): Compared | null {
  const stores = useStores();
  const [compared, setCompared] = useState<Compared | null>(null);
  const isEmpty = hash.trim() === '';
  useEffect(() => {
    if (isEmpty) return undefined;
    let isCurrent = true;
    const ask = async (): Promise<void> => {
      const tab = stores.tabs.getState().tabs.find((candidate) => candidate.id === tabId);
      if (tab === undefined) return;
      const answer = await stores.signature.getState().compare(previewInput(stores, tab), hash);
      if (isCurrent) setCompared(answer);
    };
    const timer = setTimeout(() => void ask(), patience);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
    // A new preview means that the request, or what it hangs on, has changed.
  }, [stores, tabId, hash, isEmpty, preview]);
  return isEmpty ? null : compared;
}
