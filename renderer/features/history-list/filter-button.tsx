import { apis } from '../../../shared/apis/registry.ts';
import {
  countFilters,
  filterValue,
  hasFilter,
  type QueryFilter,
  replaceFilters,
  toggleFilter,
} from '../../../shared/engine/edit-history-query.ts';
import { filterNames } from '../../../shared/engine/parse-history-query.ts';
import { useSearch, useStores } from '../../stores/stores-context.tsx';
import { Chip } from '../../ui/chip.tsx';
import { FilterGroup, FilterPopover } from '../../ui/filter-popover.tsx';
import { classWords } from '../words.ts';
import classes from './filter-button.module.css';

type FilterChoice = QueryFilter & { readonly title: string };

const choices: readonly { readonly title: string; readonly filters: readonly FilterChoice[] }[] = [
  {
    title: 'Verdict',
    filters: [
      { key: 'verdict', value: 'accepted', title: 'Accepted' },
      { key: 'verdict', value: 'pending', title: 'Not final' },
      { key: 'verdict', value: 'refused', title: 'Refused' },
      { key: 'verdict', value: 'unknown', title: 'Unknown' },
    ],
  },
  {
    title: 'Only',
    filters: [
      { key: 'is', value: 'unresolved', title: 'Unresolved' },
      { key: 'is', value: 'pinned', title: 'Pinned' },
      { key: 'is', value: 'noted', title: 'With a note' },
    ],
  },
  {
    title: 'Refund API',
    filters: apis.map(({ id, title }) => ({ key: 'api', value: id, title })),
  },
  {
    title: 'Environment class',
    filters: [
      { key: 'class', value: 'sandbox', title: classWords.sandbox.word },
      { key: 'class', value: 'test', title: classWords.test.word },
      { key: 'class', value: 'production', title: classWords.production.word },
    ],
  },
  {
    title: 'HTTP status',
    filters: [
      { key: 'status', value: '2xx', title: '2xx' },
      { key: 'status', value: '4xx', title: '4xx' },
      { key: 'status', value: '5xx', title: '5xx' },
    ],
  },
];

const timeKeys = ['after', 'before', 'on'];

const times: readonly FilterChoice[] = [
  { key: 'on', value: 'today', title: 'Today' },
  { key: 'after', value: '7d', title: '7 days' },
  { key: 'after', value: '30d', title: '30 days' },
];

/** Filters to click; each stands in the query as text, and only there. */
export function FilterButton() {
  const query = useSearch((state) => state.query);
  const { search } = useStores();
  const { setQuery } = search.getState();
  return (
    <FilterPopover
      label="Filter the history"
      count={countFilters(query, filterNames)}
      onClear={() => setQuery(replaceFilters(query, filterNames))}
    >
      {choices.map(({ title, filters }) => (
        <FilterGroup key={title} title={title}>
          {filters.map((filter) => (
            <Chip
              key={filter.value}
              isSelected={hasFilter(query, filter)}
              onChange={() => setQuery(toggleFilter(query, filter))}
            >
              {filter.title}
            </Chip>
          ))}
        </FilterGroup>
      ))}
      <FilterGroup title="Time">
        {times.map((filter) => (
          <Chip
            key={filter.value}
            isSelected={hasFilter(query, filter)}
            onChange={(isSelected) => setQuery(replaceFilters(query, timeKeys, isSelected ? [filter] : []))}
          >
            {filter.title}
          </Chip>
        ))}
        <DayField query={query} name="after" label="From" />
        <DayField query={query} name="before" label="Until before" />
      </FilterGroup>
    </FilterPopover>
  );
}

type DayProps = { readonly query: string; readonly name: 'after' | 'before'; readonly label: string };

/** A day to choose. A day that the query gives in words, as `7d`, is left blank here. */
function DayField({ query, name, label }: DayProps) {
  const { search } = useStores();
  const value = filterValue(query, name) ?? '';
  const choose = (day: string): void => {
    const filters = day === '' ? [] : [{ key: name, value: day }];
    search.getState().setQuery(replaceFilters(query, [name, 'on'], filters));
  };
  return (
    <label className={classes['day']}>
      {label}
      <input
        type="date"
        value={/^\d{4}-\d\d-\d\d$/.test(value) ? value : ''}
        onChange={({ target }) => choose(target.value)}
      />
    </label>
  );
}
