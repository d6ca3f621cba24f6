import { useState } from 'react';

import type { StoredNode } from '../../../shared/model/collection.ts';
import { findItem, itemWords, moveSelected } from '../../actions/change-collection.ts';
import { useCollections, useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PlaceFields } from './place-fields.tsx';

type Props = { readonly id: string; readonly paths: readonly string[]; readonly onClose: () => void };

/** Moves folders and requests to the end of another folder: what a drag does, without one. */
export function MoveDialog({ id, paths, onClose }: Props) {
  const stores = useStores();
  const collections = useCollections((state) => state.overview.collections);
  const [place, setPlace] = useState({ id, folder: '' });
  const isInside = place.id === id && paths.some((path) => `${place.folder}/`.startsWith(`${path}/`));
  const move = async (): Promise<void> => {
    if (isInside) return;
    const items = itemsOf(place.folder, place.id);
    onClose();
    await moveSelected(
      stores,
      paths.map((path) => ({ collection: id, path })),
      { ...place, index: items.length },
    );
  };
  const itemsOf = (folder: string, collection: string): readonly StoredNode[] => {
    if (folder === '') return collections.find((candidate) => candidate.id === collection)?.items ?? [];
    const item = findItem(collections, { id: collection, path: folder });
    return item?.kind === 'folder' ? item.items : [];
  };
  return (
    <Dialog title={`Move: ${itemWords(stores, id, paths)}`} onClose={onClose}>
      <DialogForm
        onSubmit={() => void move()}
        actions={
          <>
            <Button onPress={onClose}>Cancel</Button>
            <Button kind="primary" type="submit" isDisabled={isInside}>
              Move
            </Button>
          </>
        }
      >
        <PlaceFields collections={collections} place={place} onChange={setPlace} />
        {isInside && <p role="status">A folder cannot stand in itself. Choose another one.</p>}
      </DialogForm>
    </Dialog>
  );
}
