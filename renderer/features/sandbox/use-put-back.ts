import { useState } from 'react';

import { findApi } from '../../../shared/apis/registry.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { SandboxChange } from '../../../shared/model/sandbox.ts';
import { useStores } from '../../stores/stores-context.tsx';

/** The sandbox as it was before what was just done to it. */
export type Before = { readonly snapshot: string; readonly done: string };

type PutBack = {
  /** `null` where nothing was done that can be taken back. */
  readonly before: Before | null;
  /** `api: null` for all of it. */
  readonly reset: (api: string | null) => Promise<void>;
  /** Gives why a file cannot be taken. */
  readonly load: (text: string, name: string) => Promise<Problem | null>;
  readonly putBack: () => Promise<void>;
};

/** Changes the whole sandbox, and keeps a snapshot of it from before while the page is open. */
export function usePutBack(): PutBack {
  const { sandbox, layout } = useStores();
  const [before, setBefore] = useState<Before | null>(null);
  const replace = async (change: SandboxChange, done: string): Promise<Problem | null> => {
    const snapshot = await sandbox.getState().snapshot();
    if (!snapshot.ok) return snapshot.error;
    const problem = await sandbox.getState().change(change);
    if (problem !== null) return problem;
    setBefore({ snapshot: snapshot.value, done });
    layout.getState().say(done);
    return null;
  };
  return {
    before,
    reset: async (api) => {
      const what = api === null ? 'everything' : (findApi(api)?.title ?? api);
      layout.getState().notify(await replace({ kind: 'reset', api }, `Fresh again: ${what}`));
    },
    load: (text, name) => replace({ kind: 'load', text }, `Loaded: ${name}`),
    putBack: async () => {
      if (before === null) return;
      const problem = await sandbox.getState().change({ kind: 'load', text: before.snapshot });
      layout.getState().notify(problem);
      if (problem !== null) return;
      setBefore(null);
      layout.getState().say('The sandbox is as it was before');
    },
  };
}
