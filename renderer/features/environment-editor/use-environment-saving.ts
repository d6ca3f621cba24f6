import { useState } from 'react';

import { apis } from '../../../shared/apis/registry.ts';
import { suspectSecrets } from '../../../shared/engine/suspect-secrets.ts';
import type { Environment } from '../../../shared/model/environment.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { removeEnvironment } from '../../actions/remove-environment.ts';
import { saveEnvironment } from '../../actions/save-environment.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { idFromName, type TypedSecrets, typedSecrets, withSecrets } from './blank-environment.ts';
import type { EnvironmentDraft } from './use-environment-draft.ts';

export type EnvironmentSaving = {
  readonly secrets: TypedSecrets;
  readonly setSecrets: (secrets: TypedSecrets) => void;
  /** Plain variables that look like secrets, for the user to decide. */
  readonly suspects: readonly string[];
  /** Why the last attempt did not work. */
  readonly problem: Problem | null;
  readonly isSaving: boolean;
  /** Saves the draft and uses it, unless something in it looks like a secret. */
  readonly save: () => Promise<void>;
  /** The same with the suspects as secrets, or as they are. */
  readonly saveMoved: () => Promise<void>;
  readonly saveAsItIs: () => Promise<void>;
  readonly remove: (environment: Environment) => Promise<void>;
};

/** What is typed beside the environment itself, and what saving it came to; then the dialog may close. */
export function useEnvironmentSaving(
  id: string | null,
  { draft, revision }: EnvironmentDraft,
  onClose: () => void,
): EnvironmentSaving {
  const stores = useStores();
  // As they were at first: a second try keeps its id. One that still has secrets would hand them on.
  const [taken] = useState(() => Object.keys(stores.environments.getState().overview.secrets));
  const [secrets, setSecrets] = useState<TypedSecrets>({});
  const [suspects, setSuspects] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSaving, setSaving] = useState(false);
  const finish = (refused: Problem | null): void => {
    setProblem(refused);
    if (refused === null) onClose();
  };
  const write = async (environment: Environment, typed: TypedSecrets): Promise<void> => {
    const finished = { ...environment, id: id ?? idFromName(environment.name, taken) };
    setSaving(true);
    const refused = await saveEnvironment(stores, finished, revision, typedSecrets(typed));
    setSaving(refused === null);
    finish(refused);
  };
  const save = async (): Promise<void> => {
    const specs = apis.flatMap(({ variables }) => variables);
    const found = suspectSecrets(draft.variables, specs);
    setSuspects(found);
    if (found.length === 0) await write(draft, secrets);
  };
  const saveMoved = async (): Promise<void> => {
    const moved = withSecrets(draft, suspects);
    await write(moved.environment, { ...secrets, ...moved.secrets });
  };
  return {
    secrets,
    setSecrets,
    suspects,
    problem,
    isSaving,
    save,
    saveMoved,
    saveAsItIs: () => write(draft, secrets),
    remove: async (environment) => finish(await removeEnvironment(stores, environment)),
  };
}
