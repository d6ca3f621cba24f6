import type { CollectionFolderPlace } from '../../../shared/contract/collection-commands.ts';
import type { Collection, StoredNode } from '../../../shared/model/collection.ts';

/** A folder of a collection, as it is chosen in a dialog; `id` is empty for a collection that is yet to be made. */
type Props = {
  readonly collections: readonly Collection[];
  readonly place: CollectionFolderPlace;
  readonly onChange: (place: CollectionFolderPlace) => void;
  /** Whether a collection can be made for it. */
  readonly offersNew?: boolean;
};

/** Asks for a collection and a folder in it. */
export function PlaceFields({ collections, place, onChange, offersNew = false }: Props) {
  const items = collections.find(({ id }) => id === place.id)?.items ?? [];
  const folders = foldersOf(items, 1);
  return (
    <>
      <label>
        Collection
        <select value={place.id} onChange={({ target }) => onChange({ id: target.value, folder: '' })}>
          {collections.map(({ id, name, readOnly }) => (
            <option key={id} value={id} disabled={readOnly !== null}>
              {name}
            </option>
          ))}
          {offersNew && <option value="">A new collection…</option>}
        </select>
      </label>
      {folders.length > 0 && (
        <label>
          Folder
          <select
            value={place.folder}
            onChange={({ target }) => onChange({ ...place, folder: target.value })}
          >
            <option value="">At the top</option>
            {folders.map(({ path, title }) => (
              <option key={path} value={path}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}

/** Every folder, those inside others further in. */
function foldersOf(
  items: readonly StoredNode[],
  depth: number,
): readonly { readonly path: string; readonly title: string }[] {
  return items.flatMap((node) =>
    node.kind === 'request'
      ? []
      : [
          { path: node.path, title: `${'\u2003'.repeat(depth - 1)}${node.name}` },
          ...foldersOf(node.items, depth + 1),
        ],
  );
}
