/** How the window was left, to find it so at the next start. */
export type LayoutMemory = {
  /** The view of the side bar, by name; one that is no longer there counts as none. */
  readonly view: string | null;
  readonly sideBarHidden: boolean;
  /** Sizes of the panels of each split, in per cent, by split and panel. */
  readonly splits: Readonly<Record<string, Readonly<Record<string, number>>>>;
};

/** A window that was never left. */
export const freshLayout: LayoutMemory = { view: null, sideBarHidden: false, splits: {} };
