import { useCallback } from 'react';

import type { SessionDescription } from '../../../shared/model/session.ts';
import type { Tab } from '../../../shared/model/tab.ts';
import { previewInput } from '../../actions/preview-input.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { useAsked } from '../use-asked.ts';

/** The session that a tab would use; asked again when one opens or ends, and when what it hangs on may have changed. */
export function useSession({ id }: Pick<Tab, 'id'>): SessionDescription | null {
  const stores = useStores();
  const ask = useCallback(async () => {
    const tab = stores.tabs.getState().tabs.find((candidate) => candidate.id === id);
    return tab === undefined ? null : stores.sessions.getState().describe(previewInput(stores, tab));
  }, [stores, id]);
  const subscribe = useCallback(
    (listener: () => void) => {
      const { environments, collections, sessions } = stores;
      const silence = [environments, sessions].map((store) => store.subscribe(listener));
      silence.push(
        collections.subscribe((state, before) => state.overview !== before.overview && listener()),
      );
      return () => silence.forEach((stop) => stop());
    },
    [stores],
  );
  return useAsked(ask, subscribe) ?? null;
}
