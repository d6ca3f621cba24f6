import { useState } from 'react';

import type { CollectionSettings } from '../../../shared/contract/collection-commands.ts';
import { sameValue } from '../../../shared/engine/same-value.ts';
import type { Collection } from '../../../shared/model/collection.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { changeCollection } from '../../actions/change-collection.ts';
import { useStores } from '../../stores/stores-context.tsx';

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
  const [typed, setTyped] = useState<{ settings: Settings; revision: string } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const stored = settingsOf(collection);
  const settings = typed?.settings ?? stored;
  const isEdited = typed !== null && !sameValue(typed.settings, stored);
  const save = async (): Promise<void> => {
    if (typed === null || !isEdited) return;
    // A row without a name cannot be used; it is one that was only just added.
    const variables = settings.variables.filter(({ name }) => name !== '');
    const changed = await changeCollection(
      stores,
      'collection.save',
      { ...settings, variables, id: collection.id, revision: typed.revision },
      `${collection.name} saved.`,
    );
    setProblem(changed.ok ? null : changed.error);
    if (changed.ok) setTyped(null);
  };
  return {
    settings,
    isEdited,
    isOverwritten: isEdited && typed.revision !== collection.revision,
    problem,
    change: (part) =>
      setTyped({ settings: { ...settings, ...part }, revision: typed?.revision ?? collection.revision }),
    save,
    keepMine: () => setTyped({ settings, revision: collection.revision }),
    takeTheirs: () => setTyped(null),
  };
}

function settingsOf({ name, notes, variables }: Collection): Settings {
  return { name, notes, variables };
}
