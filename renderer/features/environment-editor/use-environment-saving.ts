import { useState } from 'react';

import type { Environment } from '../../../shared/model/environment.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { removeEnvironment } from '../../actions/remove-environment.ts';
import { type Stores, useStores } from '../../stores/stores-context.tsx';
import { idFromName, typedSecrets } from './blank-environment.ts';
import type { EnvironmentDraft } from './use-environment-draft.ts';

export type EnvironmentSaving = {
  /** Why the last attempt did not work. */
  readonly problem: Problem | null;
  readonly isSaving: boolean;
  readonly save: () => Promise<void>;
  readonly remove: (environment: Environment) => Promise<void>;
};

/** Saves the draft with the secrets that were typed and uses it, or deletes it; then the dialog may close. */
export function useEnvironmentSaving(
  id: string | null,
  { draft, revision }: EnvironmentDraft,
  secrets: Readonly<Record<string, string>>,
  onClose: () => void,
): EnvironmentSaving {
  const stores = useStores();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSaving, setSaving] = useState(false);
  return {
    problem,
    isSaving,
    save: async () => {
      const { overview, save } = stores.environments.getState();
      const taken = overview.environments.map((environment) => environment.id);
      const finished = { ...draft, id: id ?? idFromName(draft.name, taken) };
      setSaving(true);
      const refused = await save(finished, revision);
      setSaving(refused === null);
      setProblem(refused);
      if (refused !== null) return;
      await storeSecrets(stores, finished, secrets);
      onClose();
    },
    remove: async (environment) => {
      const refused = await removeEnvironment(stores, environment);
      setProblem(refused);
      if (refused === null) onClose();
    },
  };
}

async function storeSecrets(
  { environments }: Stores,
  { id }: Environment,
  secrets: Readonly<Record<string, string>>,
): Promise<void> {
  const { setSecret, activate } = environments.getState();
  for (const [name, value] of typedSecrets(secrets)) await setSecret(id, name, value);
  await activate(id);
}
