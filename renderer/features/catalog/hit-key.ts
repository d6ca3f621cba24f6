import type { SearchedApi } from '../../../shared/engine/catalog/index-catalogs.ts';
import type { CatalogHit } from '../../../shared/engine/catalog/search-catalogs.ts';

/** What a found entry is called among those of all APIs. */
export function hitKey({ api, entry }: Pick<CatalogHit<SearchedApi>, 'api' | 'entry'>): string {
  return `${api.id}/${entry.id}`;
}
