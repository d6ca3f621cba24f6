import type { Environment } from '../../../shared/model/environment.ts';
import { useEnvironments } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { BasicFields } from './basic-fields.tsx';
import type { TypedSecrets } from './blank-environment.ts';
import classes from './environment-dialog.module.css';
import { FileChangeNotice } from './file-change-notice.tsx';
import { OtherVariables } from './other-variables.tsx';
import { FileSecretsOffer, SuspectOffer } from './secret-offers.tsx';
import { type EnvironmentDraft, useEnvironmentDraft } from './use-environment-draft.ts';
import { useEnvironmentSaving } from './use-environment-saving.ts';
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
  const form = useEnvironmentSaving(id, edited, onClose);
  return (
    <Dialog title={titleOf(existing, copyOf)} onClose={onClose} width="wide">
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void form.save();
        }}
      >
        {!form.isSaving && <FileChangeNotice draft={edited} onClose={onClose} />}
        {copyOf !== null && <p className={classes['hint']}>Secrets are not copied.</p>}
        <Fields edited={edited} secrets={form.secrets} onSecrets={form.setSecrets} />
        {existing !== undefined && <FileSecretsOffer environmentId={existing.id} />}
        {form.suspects.length > 0 && (
          <SuspectOffer
            names={form.suspects}
            onMove={() => void form.saveMoved()}
            onLeave={() => void form.saveAsItIs()}
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

function titleOf(existing: Environment | undefined, copyOf: string | null): string {
  if (existing !== undefined) return `Environment ${existing.name}`;
  return copyOf === null ? 'New environment' : 'Copy of an environment';
}
