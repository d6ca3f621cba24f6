import { useCallback, useState } from 'react';

import { type CatalogFilter, noFilter } from '../../../shared/engine/catalog/filter-catalog.ts';

/** How somebody looks at a catalog: what is searched, filtered and opened. */
export type CatalogView = {
  readonly query: string;
  readonly filter: CatalogFilter;
  /** Ids of the entries whose whole text is shown. */
  readonly opened: ReadonlySet<string>;
};

/** A view, and how it is changed. */
export type CatalogViewState = {
  readonly view: CatalogView;
  readonly change: (part: Partial<CatalogView>) => void;
  /** Opens an entry, or closes it. */
  readonly toggle: (id: string) => void;
};

const everything: CatalogView = { query: '', filter: noFilter, opened: new Set() };

/** Keeps how a catalog is looked at, above the panes that come and go. */
export function useCatalogView(): CatalogViewState {
  const [view, setView] = useState(everything);
  const change = useCallback(
    (part: Partial<CatalogView>) => setView((before) => ({ ...before, ...part })),
    [],
  );
  const toggle = useCallback(
    (id: string) =>
      setView((before) => ({ ...before, opened: before.opened.symmetricDifference(new Set([id])) })),
    [],
  );
  return { view, change, toggle };
}
