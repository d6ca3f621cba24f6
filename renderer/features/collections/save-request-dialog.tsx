import { useState } from 'react';

import type { CollectionRequest } from '../../../shared/model/collection.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { saveAs } from '../../actions/save-request.ts';
import { useCollections, useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { NameField } from './name-field.tsx';
import { PlaceFields } from './place-fields.tsx';

type Props = {
  /** The tab it comes from; `null` where it comes from elsewhere. */
  readonly tabId: string | null;
  readonly request: CollectionRequest;
  readonly onClose: () => void;
};

/** Asks under which name and where a request is saved; the collection can be made here. */
export function SaveRequestDialog({ tabId, request, onClose }: Props) {
  const stores = useStores();
  const collections = useCollections((state) => state.overview.collections);
  const [name, setName] = useState(request.name);
  const first = collections.find(({ readOnly }) => readOnly === null);
  const [place, setPlace] = useState({ id: first?.id ?? '', folder: '' });
  const [newName, setNewName] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const isNew = place.id === '';
  const isComplete = name.trim() !== '' && (!isNew || newName.trim() !== '');
  const save = async (): Promise<void> => {
    if (!isComplete) return;
    const refused = await saveAs(stores, {
      tabId,
      request: { ...request, name: name.trim() },
      place: isNew ? { kind: 'new', name: newName.trim() } : { kind: 'folder', ...place },
    });
    setProblem(refused);
    if (refused === null) onClose();
  };
  return (
    <Dialog title="Save to a collection" onClose={onClose}>
      <DialogForm
        onSubmit={() => void save()}
        actions={
          <>
            <Button onPress={onClose}>Cancel</Button>
            <Button kind="primary" type="submit" isDisabled={!isComplete}>
              Save
            </Button>
          </>
        }
      >
        <NameField label="Name" value={name} onChange={setName} takesFocus />
        {collections.length > 0 && (
          <PlaceFields collections={collections} place={place} onChange={setPlace} offersNew />
        )}
        {isNew && <NameField label="Name of the new collection" value={newName} onChange={setNewName} />}
        {problem !== null && <ProblemList problems={[problem]} kind="problem" />}
      </DialogForm>
    </Dialog>
  );
}
