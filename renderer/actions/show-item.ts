import type { CollectionPlace } from '../../shared/contract/collection-commands.ts';
import type { Stores } from '../stores/stores.ts';

/** Opens the folders that an item stands in, in the tree. */
export function showItem({ collections }: Pick<Stores, 'collections'>, { id, path }: CollectionPlace): void {
  const { expanded, setExpanded } = collections.getState();
  const names = path.split('/');
  const folders = names.slice(0, -1).map((_, index) => `${id}/${names.slice(0, index + 1).join('/')}`);
  setExpanded(new Set([...expanded, ...(path === '' ? [] : [id]), ...folders]));
}
