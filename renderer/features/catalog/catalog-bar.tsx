import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import { countFilter } from '../../../shared/engine/catalog/filter-catalog.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { IconButton } from '../../ui/button.tsx';
import classes from './catalog-bar.module.css';
import { CatalogFilterButton } from './catalog-filter-button.tsx';
import { CatalogSearchField } from './catalog-search-field.tsx';
import type { CatalogView } from './use-catalog-view.ts';

type Props = {
  readonly api: ApiDefinition;
  readonly view: CatalogView;
  readonly onChange: (part: Partial<CatalogView>) => void;
  /** How many entries are shown. */
  readonly count: number;
  /** Leads into the rows. */
  readonly onDown: () => void;
};

/** Searches and filters the catalog beside an answer, and leads to those of all APIs. */
export function CatalogBar({ api, view: { query, filter }, onChange, count, onDown }: Props) {
  const { layout } = useStores();
  const all = api.catalog.length;
  const isNarrow = query.trim() !== '' || countFilter(filter) > 0;
  const searchAll = (): void => {
    layout.getState().closeOverlay();
    layout.getState().showPage({ kind: 'catalog', query });
  };
  return (
    <div className={classes['bar']}>
      <CatalogSearchField
        label="Search this catalog"
        placeholder="Code, status or words"
        value={query}
        onChange={(value) => onChange({ query: value })}
        onDown={onDown}
        onEnter={onDown}
      />
      <CatalogFilterButton
        filter={filter}
        onChange={(chosen) => onChange({ filter: chosen })}
        entries={api.catalog}
      />
      <span className={classes['count']} role="status" aria-label={`${count} of ${all} entries`}>
        {isNarrow ? `${count} of ${all}` : all}
      </span>
      <IconButton icon="globe" label="Search the catalogs of all APIs" onPress={searchAll} />
    </div>
  );
}
