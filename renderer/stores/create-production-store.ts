import { createStore, type StoreApi } from 'zustand/vanilla';

import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type { ArmedEnvironment } from '../../shared/contract/commands.ts';
import type { Problem } from '../../shared/model/problem.ts';

export type ProductionState = {
  /** Environments of production that may be sent to now; the others are read-only. */
  readonly armed: readonly ArmedEnvironment[];
  readonly arm: (environmentId: string, minutes: number) => Promise<Problem | null>;
  readonly disarm: (environmentId: string) => Promise<Problem | null>;
  /** Takes what the core says, whoever armed or disarmed. */
  readonly setArmed: (armed: readonly ArmedEnvironment[]) => void;
};

export type ProductionStore = StoreApi<ProductionState>;

/** What is armed and until when. The core tells who arms and disarms; that a time is over is seen here, by the clock. */
export function createProductionStore(
  client: WorkbenchClient,
  initial: readonly ArmedEnvironment[],
  onEnd: (environmentId: string) => void,
): ProductionStore {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const store = createStore<ProductionState>((set) => ({
    armed: initial,
    arm: async (environmentId, minutes) => {
      const armed = await client.call('production.arm', { environmentId, minutes });
      return armed.ok ? null : armed.error;
    },
    disarm: async (environmentId) => {
      const armed = await client.call('production.disarm', { environmentId });
      return armed.ok ? null : armed.error;
    },
    setArmed: (armed) => set({ armed }),
  }));
  const watch = (): void => {
    clearTimeout(timer);
    const { armed } = store.getState();
    if (armed.length === 0) return;
    const next = Math.min(...armed.map(({ until }) => Date.parse(until)));
    timer = setTimeout(() => {
      const isOver = ({ until }: ArmedEnvironment): boolean => Date.parse(until) <= Date.now();
      // Setting the rest, even where nothing is over yet, starts the next watch.
      store.setState({ armed: armed.filter((one) => !isOver(one)) });
      for (const { environmentId } of armed.filter(isOver)) onEnd(environmentId);
    }, next - Date.now());
  };
  store.subscribe(watch);
  watch();
  return store;
}

/** Until when an environment is armed, ISO 8601 in UTC; `null` where it is not. */
export function selectArmedUntil(environmentId: string): (state: ProductionState) => string | null {
  return ({ armed }) => armed.find((one) => one.environmentId === environmentId)?.until ?? null;
}
