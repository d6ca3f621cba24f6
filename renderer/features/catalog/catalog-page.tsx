import { useMemo, useRef, useState } from 'react';
import { Panel } from 'react-resizable-panels';

import { apis } from '../../../shared/apis/registry.ts';
import { noFilter, passesFilter } from '../../../shared/engine/catalog/filter-catalog.ts';
import { indexCatalogs } from '../../../shared/engine/catalog/index-catalogs.ts';
import { searchCatalogs } from '../../../shared/engine/catalog/search-catalogs.ts';
import { sumUpSearch } from '../../../shared/engine/catalog/sum-up-search.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Splitter } from '../../ui/splitter.tsx';
import { Split } from '../split.tsx';
import { CatalogFilterButton } from './catalog-filter-button.tsx';
import classes from './catalog-page.module.css';
import { CatalogResults } from './catalog-results.tsx';
import { CatalogSearchField } from './catalog-search-field.tsx';
import { EntryDetail } from './entry-detail.tsx';
import { hitKey } from './hit-key.ts';
import { NothingFound } from './nothing-found.tsx';

const index = indexCatalogs(apis);
const entries = apis.flatMap(({ catalog }) => catalog);

/** The documented answers of all APIs: a code, a status, a phrase or a line of a log says which ones are meant. */
export function CatalogPage({ query: asked }: { readonly query: string }) {
  const { layout } = useStores();
  const [query, setQuery] = useState(asked === '' ? layout.getState().catalogQuery : asked);
  const [filter, setFilter] = useState(noFilter);
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const search = useMemo(() => searchCatalogs(index, query), [query]);
  const hits = useMemo(
    () => search.hits.filter(({ api, entry }) => passesFilter(filter, entry, api.id)),
    [search, filter],
  );
  const hit = hits.find((one) => hitKey(one) === chosen) ?? hits[0] ?? null;
  const hidden = search.hits.length - hits.length;
  const ask = (text: string): void => {
    setQuery(text);
    layout.getState().rememberCatalogQuery(text);
    setChosen(null);
  };
  return (
    <section className={classes['page']} aria-label="Error catalogs">
      <header className={classes['head']}>
        <h1>Error catalogs</h1>
        <div className={classes['line']}>
          <CatalogSearchField
            label="Search the catalogs of all APIs"
            placeholder="A code, an HTTP status, words of a message, or a line from a ticket"
            value={query}
            onChange={ask}
            onDown={() => list.current?.focus()}
            onEnter={() => heading.current?.focus()}
            isLarge
            takesFocus
          />
          <CatalogFilterButton filter={filter} onChange={setFilter} entries={entries} apis={apis} />
        </div>
        <p className={classes['summary']} role="status">
          {sumUpSearch(search, query.trim() !== '')}
          {hidden > 0 && ` ${hidden} of them ${hidden === 1 ? 'is' : 'are'} filtered out.`}
        </p>
      </header>
      {hit === null ? (
        <NothingFound isFiltered={hidden > 0} onClear={() => setFilter(noFilter)} onAsk={ask} />
      ) : (
        <Split name="catalog" orientation="horizontal" className={classes['panes']}>
          <Panel id="hits" minSize={240}>
            <CatalogResults
              list={list}
              hits={hits}
              chosen={hitKey(hit)}
              onChoose={setChosen}
              onOpen={() => heading.current?.focus()}
            />
          </Panel>
          <Splitter label="Width of the results" />
          <Panel id="entry" defaultSize="46%" minSize={240}>
            <EntryDetail key={hitKey(hit)} heading={heading} api={hit.api} entry={hit.entry} />
          </Panel>
        </Split>
      )}
    </section>
  );
}
