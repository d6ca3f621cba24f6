import { useState } from 'react';

import { type CatalogFilter, noFilter } from '../../../shared/engine/catalog/filter-catalog.ts';

/** How somebody looks at a catalog: what is searched, filtered and opened. */
export type CatalogView = {
  readonly query: string;
  readonly filter: CatalogFilter;
  /** Ids of the entries whose whole text is shown. */
  readonly opened: ReadonlySet<string>;
};

/** A view, and how it is changed. */
export type CatalogViewState = readonly [CatalogView, (part: Partial<CatalogView>) => void];

const everything: CatalogView = { query: '', filter: noFilter, opened: new Set() };

/** Keeps how a catalog is looked at, above the panes that come and go. */
export function useCatalogView(): CatalogViewState {
  const [view, setView] = useState(everything);
  return [view, (part) => setView((before) => ({ ...before, ...part }))];
}
