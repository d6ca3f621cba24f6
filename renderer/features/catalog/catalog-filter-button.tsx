import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import type { CatalogEntry } from '../../../shared/definition/catalog-entry.ts';
import {
  type CatalogFilter,
  countFilter,
  noFilter,
  statusesOf,
} from '../../../shared/engine/catalog/filter-catalog.ts';
import { verdictWords } from '../../../shared/engine/evidence/evidence-words.ts';
import { Chip } from '../../ui/chip.tsx';
import { FilterGroup, FilterPopover } from '../../ui/filter-popover.tsx';

type Props = {
  readonly filter: CatalogFilter;
  readonly onChange: (filter: CatalogFilter) => void;
  /** What is filtered; only the statuses that come in it are offered. */
  readonly entries: readonly CatalogEntry[];
  /** The APIs to choose from, where there are several. */
  readonly apis?: readonly ApiDefinition[];
};

/** Nothing to choose from. */
const oneApi: readonly ApiDefinition[] = [];

const verdicts = ['accepted', 'pending', 'refused', 'unknown'] as const;

const codes = [
  ['with', 'With a code'],
  ['without', 'Without a code'],
] as const;

const origins = [
  ['document', 'The document'],
  ['public', 'A public page'],
  ['assumption', 'Our assumption'],
] as const;

/** Filters of a catalog to click: status, code, source, verdict, and the API where there are several. */
export function CatalogFilterButton({ filter, onChange, entries, apis = oneApi }: Props) {
  return (
    <FilterPopover label="Filter the catalog" count={countFilter(filter)} onClear={() => onChange(noFilter)}>
      {apis.length > 0 && (
        <Chips
          title="Refund API"
          options={apis.map(({ id, title }) => [id, title])}
          chosen={filter.apis}
          onChange={(chosen) => onChange({ ...filter, apis: chosen })}
        />
      )}
      <Chips
        title="HTTP status"
        options={statusesOf(entries).map((status) => [
          status,
          status === 'none' ? 'Not documented' : `${status}`,
        ])}
        chosen={filter.statuses}
        onChange={(statuses) => onChange({ ...filter, statuses })}
      />
      <Chips
        title="Code"
        options={codes}
        chosen={filter.codes}
        onChange={(chosen) => onChange({ ...filter, codes: chosen })}
      />
      <Chips
        title="Where it comes from"
        options={origins}
        chosen={filter.origins}
        onChange={(chosen) => onChange({ ...filter, origins: chosen })}
      />
      <Chips
        title="Verdict"
        options={verdicts.map((verdict) => [verdict, verdictWords[verdict]])}
        chosen={filter.verdicts}
        onChange={(chosen) => onChange({ ...filter, verdicts: chosen })}
      />
    </FilterPopover>
  );
}

type ChipsProps<Value extends string | number> = {
  readonly title: string;
  readonly options: readonly (readonly [value: Value, title: string])[];
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: readonly Value[]) => void;
};

function Chips<Value extends string | number>({ title, options, chosen, onChange }: ChipsProps<Value>) {
  return (
    <FilterGroup title={title}>
      {options.map(([value, text]) => (
        <Chip
          key={value}
          isSelected={chosen.includes(value)}
          onChange={(isSelected) =>
            onChange(isSelected ? [...chosen, value] : chosen.filter((one) => one !== value))
          }
        >
          {text}
        </Chip>
      ))}
    </FilterGroup>
  );
}
