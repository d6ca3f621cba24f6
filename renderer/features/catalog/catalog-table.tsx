import { useEffect, useId, useMemo, useRef, useState } from 'react';

import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import { passesFilter } from '../../../shared/engine/catalog/filter-catalog.ts';
import { indexCatalogs } from '../../../shared/engine/catalog/index-catalogs.ts';
import { searchCatalogs } from '../../../shared/engine/catalog/search-catalogs.ts';
import type { Explanation } from '../../../shared/model/explanation.ts';
import verdicts from '../../ui/verdict.module.css';
import { CatalogBar } from './catalog-bar.tsx';
import { CatalogNotes } from './catalog-notes.tsx';
import { CatalogRow } from './catalog-row.tsx';
import classes from './catalog-table.module.css';
import type { CatalogView, CatalogViewState } from './use-catalog-view.ts';
import { useScenariosOf } from './use-scenarios-of.ts';

type Props = {
  readonly api: ApiDefinition;
  readonly explanation: Explanation | null;
  readonly view: CatalogViewState;
};

/** Every answer that the API is known to give; the ones that fit the last answer are marked and in view. */
export function CatalogTable({ api, explanation, view: { view, change, toggle } }: Props) {
  const { hits, isNear } = useShown(api, view);
  const scenarios = useScenariosOf(api.id);
  const marked = explanation?.entries.slice(0, explanation.equallyGood) ?? [];
  const place = hits.findIndex(({ entry }) => marked.includes(entry.id));
  const first = hits[place]?.entry.id;
  const [current, setCurrent] = useState<string | null>(null);
  const tabStop = hits.find(({ entry }) => entry.id === current)?.entry.id ?? first ?? hits[0]?.entry.id;
  const row = useRef<HTMLTableRowElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const id = useId();
  useEffect(() => {
    if (place !== -1) row.current?.scrollIntoView({ block: 'center' });
  }, [place]);
  const enter = (): void => body.current?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus();
  return (
    <section className={classes['frame']} aria-label="Error catalog">
      <CatalogBar api={api} view={view} onChange={change} count={hits.length} onDown={enter} />
      <CatalogNotes
        api={api}
        explanation={explanation}
        isNear={isNear}
        isMatchHidden={marked.length > 0 && first === undefined}
        onChange={change}
      />
      <div className={classes['scroll']}>
        <table className={classes['table']} aria-label={`Documented answers of ${api.title}`}>
          <thead>
            <tr>
              <th scope="col">HTTP</th>
              <th scope="col">Code</th>
              <th scope="col">Documented message</th>
              <th scope="col">What to do</th>
              <th scope="col" aria-label="On the sandbox" />
            </tr>
          </thead>
          <tbody ref={body}>
            {hits.map(({ entry }) => (
              <CatalogRow
                key={entry.id}
                row={entry.id === first ? row : null}
                id={`${id}-${entry.id}`}
                api={api}
                entry={entry}
                verdict={
                  marked.includes(entry.id) ? (verdicts[explanation?.verdict ?? 'unknown'] ?? '') : null
                }
                hasScenario={scenarios?.some((scenario) => scenario.id === entry.id) ?? false}
                isOpen={view.opened.has(entry.id)}
                isTabStop={entry.id === tabStop}
                onToggle={toggle}
                onFocus={setCurrent}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** What a view shows of a catalog: in its order, or the best fit first where something is searched. */
function useShown(api: ApiDefinition, { query, filter }: CatalogView) {
  const index = useMemo(() => indexCatalogs([api]), [api]);
  const search = useMemo(() => searchCatalogs(index, query), [index, query]);
  const hits = useMemo(
    () => search.hits.filter(({ entry }) => passesFilter(filter, entry, api.id)),
    [search, filter, api],
  );
  return { hits, isNear: search.hits[0]?.fit === 'near' };
}
