import { useState } from 'react';

import { apis } from '../../../shared/apis/registry.ts';
import type { CollectionFolderPlace } from '../../../shared/contract/collection-commands.ts';
import { draftFromTemplate } from '../../../shared/engine/draft-from-template.ts';
import type { CollectionRequest } from '../../../shared/model/collection.ts';
import { changeCollection, failureOf } from '../../actions/change-collection.ts';
import { saveAs } from '../../actions/save-request.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { NameDialog } from './name-dialog.tsx';

type Closing = { readonly onClose: () => void };

/** Makes an empty collection. */
export function NewCollectionDialog({ onClose }: Closing) {
  const stores = useStores();
  return (
    <NameDialog
      title="New collection"
      name=""
      action="Create"
      onClose={onClose}
      onName={async (name) => {
        const content = { name, notes: '', variables: [], items: [] };
        const made = await changeCollection(stores, 'collection.create', content, `Collection ${name} made.`);
        return failureOf(made);
      }}
    />
  );
}

type Placed = Closing & { readonly place: CollectionFolderPlace };

/** Makes an empty folder. */
export function NewFolderDialog({ place, onClose }: Placed) {
  const stores = useStores();
  return (
    <NameDialog
      title="New folder"
      name=""
      action="Create"
      onClose={onClose}
      onName={async (name) => {
        const folder = { ...place, name };
        return failureOf(
          await changeCollection(stores, 'collection.add-folder', folder, `Folder ${name} made.`),
        );
      }}
    />
  );
}

/** Makes a request of a template, and opens it. */
export function NewRequestDialog({ place, onClose }: Placed) {
  const stores = useStores();
  const [chosen, setChosen] = useState('');
  const template = templates.find(({ key }) => key === chosen) ?? templates[0];
  if (template === undefined) return null;
  return (
    <NameDialog
      title="New request"
      name={template.request.name}
      action="Create"
      onClose={onClose}
      onName={(name) =>
        saveAs(stores, {
          tabId: null,
          request: { ...template.request, name },
          place: { kind: 'folder', ...place },
        })
      }
    >
      <label>
        Template
        <select value={template.key} onChange={({ target }) => setChosen(target.value)}>
          {apis.map((api) => (
            <optgroup key={api.id} label={api.title}>
              {templates
                .filter(({ request }) => request.draft.api === api.id)
                .map(({ key, request }) => (
                  <option key={key} value={key}>
                    {request.name}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
    </NameDialog>
  );
}

const templates: readonly { readonly key: string; readonly request: CollectionRequest }[] = apis.flatMap(
  (api) =>
    api.templates.map((template) => ({
      key: `${api.id}/${template.id}`,
      request: {
        name: template.title,
        notes: '',
        draft: draftFromTemplate(api, template),
        checks: [],
        captures: [],
      },
    })),
);
