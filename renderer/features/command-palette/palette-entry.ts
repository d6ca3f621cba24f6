/** What an entry of the palette is; headings stand in this order where nothing else decides. */
export const paletteKinds = [
  'Request',
  'Saved',
  'Command',
  'Environment',
  'Collection',
  'Error code',
  'History',
  'Documentation',
  'Search',
] as const;

export type PaletteKind = (typeof paletteKinds)[number];

/** Something the palette can find and do. */
export type PaletteEntry = {
  readonly id: string;
  readonly kind: PaletteKind;
  readonly title: string;
  readonly detail: string;
  /** A code that finds it before anything else does. */
  readonly code?: string;
  /** Further words that it is found by, and that are not shown. */
  readonly text?: string;
  /** The keys that do the same, as they are printed. */
  readonly keys?: string;
  readonly run: () => void;
};
