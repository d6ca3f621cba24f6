import { useEffect } from 'react';

import { apis } from '../../../shared/apis/registry.ts';
import { useStores } from '../../stores/stores-context.tsx';

/** Another program that uses the same ledger tells nothing here. In milliseconds. */
const patience = 2000;

/** Reads the sandbox again and again while the page that shows it is seen. */
export function useWatchedSandbox(): void {
  const { sandbox } = useStores();
  useEffect(() => {
    const { look, view } = sandbox.getState();
    void look({ isLookedAt: true, api: view.api ?? apis[0]?.id ?? null });
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void sandbox.getState().refresh();
    }, patience);
    return () => {
      clearInterval(timer);
      void look({ isLookedAt: false });
    };
  }, [sandbox]);
}
