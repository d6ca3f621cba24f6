import { useState } from 'react';

import type { CollectionSettings } from '../../../shared/contract/collection-commands.ts';
import { sameValue } from '../../../shared/engine/same-value.ts';
import type { Collection } from '../../../shared/model/collection.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { changeCollection } from '../../actions/change-collection.ts';
import { useCollections, useStores } from '../../stores/stores-context.tsx';

type Settings = Pick<CollectionSettings, 'name' | 'notes' | 'variables'>;

export type CollectionDraft = {
  readonly settings: Settings;
  readonly isEdited: boolean;
  /** Whether the file is another than the one that is being edited. */
  readonly isOverwritten: boolean;
  /** Why the last attempt to save did not work. */
  readonly problem: Problem | null;
  readonly change: (part: Partial<Settings>) => void;
  readonly save: () => Promise<void>;
  /** Goes on with what is typed, over the file as it is now. */
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
};

/** What is typed on the page of a collection; as long as nothing is, the file is followed. */
export function useCollectionDraft(collection: Collection): CollectionDraft {
  const stores = useStores();
  const { id, revision } = collection;
  const typed = useCollections(({ drafts }) => drafts[id]);
  const edit = useCollections((state) => state.edit);
  const [problem, setProblem] = useState<Problem | null>(null);
  const stored = settingsOf(collection);
  const settings = typed === undefined ? stored : settingsOf(typed);
  const isEdited = !sameValue(settings, stored);
  const save = async (): Promise<void> => {
    if (typed === undefined || !isEdited) return;
    // A row without a name cannot be used; it is one that was only just added.
    const variables = settings.variables.filter(({ name }) => name !== '');
    const changed = await changeCollection(
      stores,
      'collection.save',
      { ...typed, variables, id },
      `${settings.name} saved.`,
    );
    setProblem(changed.ok ? null : changed.error);
    if (changed.ok) edit(id, null);
  };
  return {
    settings,
    isEdited,
    isOverwritten: isEdited && typed !== undefined && typed.revision !== revision,
    problem,
    change: (part) => edit(id, { ...settings, ...part, revision: typed?.revision ?? revision }),
    save,
    keepMine: () => edit(id, { ...settings, revision }),
    takeTheirs: () => edit(id, null),
  };
}

function settingsOf({ name, notes, variables }: Settings): Settings {
  return { name, notes, variables };
}
