import { useState } from 'react';

import { apis } from '../../../shared/apis/registry.ts';
import { suspectSecrets } from '../../../shared/engine/suspect-secrets.ts';
import { type Environment, sandboxEnvironmentId } from '../../../shared/model/environment.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { useEnvironments, useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { classWords } from '../words.ts';
import {
  blankEnvironment,
  idFromName,
  type TypedSecrets,
  typedSecrets,
  withSecrets,
} from './blank-environment.ts';
import classes from './environment-dialog.module.css';
import { FileSecretsOffer, SuspectOffer } from './secret-offers.tsx';
import { VariableFields } from './variable-fields.tsx';

type Props = { readonly id: string | null; readonly onClose: () => void };

/** Makes or changes an environment of the workspace. Secrets go to the core and never come back. */
export function EnvironmentDialog({ id, onClose }: Props) {
  const { environments } = useStores();
  const overview = useEnvironments((state) => state.overview);
  const existing = overview.environments.find((candidate) => candidate.id === id);
  const [draft, setDraft] = useState<Environment>(existing ?? blankEnvironment);
  const [secrets, setSecrets] = useState<TypedSecrets>({});
  const [suspects, setSuspects] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const taken = overview.environments.map((environment) => environment.id);
  const save = async (edited: Environment, typed: TypedSecrets): Promise<void> => {
    const { save: store, setSecret, activate } = environments.getState();
    const finished = { ...edited, id: existing?.id ?? idFromName(edited.name, taken) };
    // Secrets first: while they cannot be kept, nothing is written.
    for (const [name, value] of typedSecrets(typed)) {
      const unkept = await setSecret(finished.id, name, value);
      if (unkept !== null) return setProblem(unkept);
    }
    const refused = await store(finished);
    setProblem(refused);
    if (refused !== null) return;
    await activate(finished.id);
    onClose();
  };
  const saveUnlessSuspect = async (): Promise<void> => {
    const found = suspectSecrets(
      draft.variables,
      apis.flatMap(({ variables }) => variables),
    );
    setSuspects(found);
    if (found.length === 0) await save(draft, secrets);
  };
  const moveAndSave = async (): Promise<void> => {
    const moved = withSecrets(draft, suspects);
    await save(moved.environment, { ...secrets, ...moved.secrets });
  };
  const remove = async (): Promise<void> => {
    const refused = existing === undefined ? null : await environments.getState().remove(existing.id);
    setProblem(refused);
    if (refused !== null) return;
    await environments.getState().activate(sandboxEnvironmentId);
    onClose();
  };
  return (
    <Dialog
      title={existing === undefined ? 'New environment' : `Environment ${existing.name}`}
      onClose={onClose}
      width="wide"
    >
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void saveUnlessSuspect();
        }}
      >
        <BasicFields draft={draft} onChange={(part) => setDraft({ ...draft, ...part })} />
        <VariableFields
          environment={draft}
          known={overview.secrets[draft.id] ?? []}
          secrets={secrets}
          onVariables={(variables) => setDraft({ ...draft, variables })}
          onSecrets={setSecrets}
        />
        {existing !== undefined && <FileSecretsOffer environmentId={existing.id} />}
        {suspects.length > 0 && (
          <SuspectOffer
            names={suspects}
            onMove={() => void moveAndSave()}
            onLeave={() => void save(draft, secrets)}
          />
        )}
        {problem !== null && <ProblemList problems={[problem]} kind="problem" />}
        <footer className={classes['actions']}>
          {existing !== undefined && (
            <Button kind="quiet" icon="trash" onPress={() => void remove()}>
              Delete
            </Button>
          )}
          <span className={classes['space']} />
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isDisabled={draft.name.trim() === ''}>
            Save and use
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

type BasicProps = { readonly draft: Environment; readonly onChange: (part: Partial<Environment>) => void };

function BasicFields({ draft, onChange }: BasicProps) {
  return (
    <div className={classes['basics']}>
      <label>
        Name
        <input
          // A dialog opens for this one field.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          required
          maxLength={100}
          value={draft.name}
          onChange={({ target }) => onChange({ name: target.value })}
        />
      </label>
      <label>
        Class
        <select
          value={draft.environmentClass}
          onChange={({ target }) =>
            onChange({ environmentClass: target.value === 'production' ? 'production' : 'test' })
          }
        >
          <option value="test">{classWords.test.word}: the provider&apos;s test system</option>
          <option value="production">{classWords.production.word}: real money</option>
        </select>
      </label>
      <label className={classes['notes']}>
        Notes
        <input value={draft.notes} onChange={({ target }) => onChange({ notes: target.value })} />
      </label>
    </div>
  );
}
