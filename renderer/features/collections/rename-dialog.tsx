import { useState } from 'react';

import type { CollectionPlace } from '../../../shared/contract/collection-commands.ts';
import type { StoredNode } from '../../../shared/model/collection.ts';
import { changeCollection, failureOf, findItem, renameRequest } from '../../actions/change-collection.ts';
import { useCollections, useStores } from '../../stores/stores-context.tsx';
import { NameDialog } from './name-dialog.tsx';

type Props = { readonly place: CollectionPlace; readonly onClose: () => void };

/** Gives a request another name, a folder another name and notes. */
export function RenameDialog({ place, onClose }: Props) {
  const item = useCollections(({ overview }) => findItem(overview.collections, place));
  if (item === null) return null;
  return item.kind === 'request' ? (
    <RenameRequest place={place} name={item.request.name} onClose={onClose} />
  ) : (
    <FolderDialog place={place} folder={item} onClose={onClose} />
  );
}

function RenameRequest({ place, name, onClose }: Props & { readonly name: string }) {
  const stores = useStores();
  return (
    <NameDialog
      title="Rename the request"
      name={name}
      action="Rename"
      onClose={onClose}
      onName={async (changed) => (changed === name ? null : renameRequest(stores, place, changed))}
    />
  );
}

type FolderProps = Props & { readonly folder: Extract<StoredNode, { kind: 'folder' }> };

function FolderDialog({ place, folder, onClose }: FolderProps) {
  const stores = useStores();
  const [notes, setNotes] = useState(folder.notes);
  return (
    <NameDialog
      title="Folder"
      name={folder.name}
      action="Save"
      onClose={onClose}
      onName={async (name) => {
        const said =
          name === folder.name ? `Notes of ${name} changed.` : `${folder.name} renamed to ${name}.`;
        return failureOf(
          await changeCollection(stores, 'collection.save-folder', { ...place, name, notes }, said),
        );
      }}
    >
      <label>
        Notes
        <textarea rows={4} value={notes} onChange={({ target }) => setNotes(target.value)} />
      </label>
    </NameDialog>
  );
}
