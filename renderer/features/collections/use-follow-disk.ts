import { useEffect } from 'react';

import { followSavedTabs } from '../../actions/follow-saved-tabs.ts';
import { useStores } from '../../stores/stores-context.tsx';

/** Lets the open tabs follow what changes in the files they are saved in, also while the window was closed. */
export function useFollowDisk(): void {
  const stores = useStores();
  useEffect(() => {
    followSavedTabs(stores, []);
    return stores.collections.subscribe(({ overview }, before) => {
      if (overview !== before.overview) followSavedTabs(stores, before.overview.collections);
    });
  }, [stores]);
}
