import { useState } from 'react';

import { apis } from '../../../shared/apis/registry.ts';
import { suspectSecrets } from '../../../shared/engine/suspect-secrets.ts';
import type { Environment } from '../../../shared/model/environment.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { removeEnvironment } from '../../actions/remove-environment.ts';
import { saveEnvironment } from '../../actions/save-environment.ts';
import { useEnvironments, useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { BasicFields } from './basic-fields.tsx';
import { idFromName, type TypedSecrets, typedSecrets, withSecrets } from './blank-environment.ts';
import classes from './environment-dialog.module.css';
import { FileChangeNotice } from './file-change-notice.tsx';
import { OtherVariables } from './other-variables.tsx';
import { FileSecretsOffer, SuspectOffer } from './secret-offers.tsx';
import { type EnvironmentDraft, useEnvironmentDraft } from './use-environment-draft.ts';
import { VariableFields } from './variable-fields.tsx';

type Props = {
  readonly id: string | null;
  /** The environment that a new one starts as a copy of. */
  readonly copyOf: string | null;
  readonly onClose: () => void;
};

/** Makes or changes an environment of the workspace. Secrets go to the core and never come back. */
export function EnvironmentDialog({ id, copyOf, onClose }: Props) {
  const edited = useEnvironmentDraft(id, copyOf);
  const { existing, draft } = edited;
  const form = useSaving(id, edited, onClose);
  return (
    <Dialog title={titleOf(existing, copyOf)} onClose={onClose} width="wide">
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void form.saveUnlessSuspect();
        }}
      >
        {!form.isSaving && <FileChangeNotice draft={edited} onClose={onClose} />}
        {copyOf !== null && <p className={classes['hint']}>Secrets are not copied.</p>}
        <Fields edited={edited} secrets={form.secrets} onSecrets={form.setSecrets} />
        {existing !== undefined && <FileSecretsOffer environmentId={existing.id} />}
        {form.suspects.length > 0 && (
          <SuspectOffer
            names={form.suspects}
            onMove={() => void form.moveAndSave()}
            onLeave={() => void form.save(draft, form.secrets)}
          />
        )}
        {form.problem !== null && <ProblemList problems={[form.problem]} kind="problem" />}
        <footer className={classes['actions']}>
          {existing !== undefined && (
            <Button kind="quiet" icon="trash" onPress={() => void form.remove(existing)}>
              Delete
            </Button>
          )}
          <span className={classes['space']} />
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            type="submit"
            isDisabled={draft.name.trim() === '' || form.isSaving || edited.fileChange !== null}
          >
            Save and use
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

type FieldsProps = {
  readonly edited: EnvironmentDraft;
  readonly secrets: TypedSecrets;
  readonly onSecrets: (secrets: TypedSecrets) => void;
};

function Fields({ edited: { draft, revision, change }, secrets, onSecrets }: FieldsProps) {
  const known = useEnvironments(({ overview }) => overview.secrets[draft.id]) ?? [];
  const onVariables = (variables: Environment['variables']): void => change({ variables });
  return (
    <>
      <BasicFields draft={draft} onChange={change} />
      <VariableFields
        environment={draft}
        known={known}
        secrets={secrets}
        onVariables={onVariables}
        onSecrets={onSecrets}
      />
      <OtherVariables key={revision} variables={draft.variables} onChange={onVariables} />
    </>
  );
}

/** What is typed beside the environment itself, and what saving came to. */
function useSaving(id: string | null, { draft, revision }: EnvironmentDraft, onClose: () => void) {
  const stores = useStores();
  const taken = useEnvironments(({ overview }) => overview.files);
  const [secrets, setSecrets] = useState<TypedSecrets>({});
  const [suspects, setSuspects] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSaving, setSaving] = useState(false);
  const finish = (refused: Problem | null): void => {
    setProblem(refused);
    if (refused === null) onClose();
  };
  const save = async (environment: Environment, typed: TypedSecrets): Promise<void> => {
    const finished = { ...environment, id: id ?? idFromName(environment.name, Object.keys(taken)) };
    setSaving(true);
    const refused = await saveEnvironment(stores, finished, revision, typedSecrets(typed));
    setSaving(refused === null);
    finish(refused);
  };
  const saveUnlessSuspect = async (): Promise<void> => {
    const specs = apis.flatMap(({ variables }) => variables);
    const found = suspectSecrets(draft.variables, specs);
    setSuspects(found);
    if (found.length === 0) await save(draft, secrets);
  };
  const moveAndSave = async (): Promise<void> => {
    const moved = withSecrets(draft, suspects);
    await save(moved.environment, { ...secrets, ...moved.secrets });
  };
  const remove = async (environment: Environment): Promise<void> =>
    finish(await removeEnvironment(stores, environment));
  return { secrets, setSecrets, suspects, problem, isSaving, save, saveUnlessSuspect, moveAndSave, remove };
}

function titleOf(existing: Environment | undefined, copyOf: string | null): string {
  if (existing !== undefined) return `Environment ${existing.name}`;
  return copyOf === null ? 'New environment' : 'Copy of an environment';
}
