import { createStore, type StoreApi } from 'zustand/vanilla';

/** So many things chosen in the palette are remembered. */
const remembered = 8;

export type GuideState = {
  /** What was chosen in the palette, by id, the last first. */
  readonly chosen: readonly string[];
  /** The tab whose first refund is walked through; `null` where nobody is led. */
  readonly firstRefund: string | null;
  readonly noteChosen: (id: string) => void;
  readonly setFirstRefund: (tabId: string | null) => void;
};

export type GuideStore = StoreApi<GuideState>;

/** What helps a person to find the way, for as long as the window is open. */
export function createGuideStore(): GuideStore {
  return createStore<GuideState>((set) => ({
    chosen: [],
    firstRefund: null,
    noteChosen: (id) =>
      set(({ chosen }) => ({ chosen: [id, ...chosen.filter((other) => other !== id)].slice(0, remembered) })),
    setFirstRefund: (tabId) => set({ firstRefund: tabId }),
  }));
}
