import { useState } from 'react';

import type { Environment } from '../../../shared/model/environment.ts';
import { useEnvironments } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { BasicFields } from './basic-fields.tsx';
import classes from './environment-dialog.module.css';
import { FileChangeNotice } from './file-change-notice.tsx';
import { OtherVariables } from './other-variables.tsx';
import { useEnvironmentDraft } from './use-environment-draft.ts';
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
  const overview = useEnvironments((state) => state.overview);
  const edited = useEnvironmentDraft(id, copyOf);
  const { existing, draft, revision, change } = edited;
  const [secrets, setSecrets] = useState<Readonly<Record<string, string>>>({});
  const { problem, isSaving, save, remove } = useEnvironmentSaving(id, edited, secrets, onClose);
  return (
    <Dialog title={titleOf(existing, copyOf)} onClose={onClose} width="wide">
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {!isSaving && <FileChangeNotice draft={edited} onClose={onClose} />}
        {copyOf !== null && <p className={classes['hint']}>Secrets are not copied.</p>}
        <BasicFields draft={draft} onChange={change} />
        <VariableFields
          environment={draft}
          setSecrets={overview.secretNames[draft.id] ?? []}
          secrets={secrets}
          onVariables={(variables) => change({ variables })}
          onSecrets={setSecrets}
        />
        <OtherVariables
          key={revision}
          variables={draft.variables}
          onChange={(variables) => change({ variables })}
        />
        {problem !== null && <ProblemList problems={[problem]} kind="problem" />}
        <footer className={classes['actions']}>
          {existing !== undefined && (
            <Button kind="quiet" icon="trash" onPress={() => void remove(existing)}>
              Delete
            </Button>
          )}
          <span className={classes['space']} />
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            type="submit"
            isDisabled={draft.name.trim() === '' || isSaving || edited.fileChange !== null}
          >
            Save and use
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

function titleOf(existing: Environment | undefined, copyOf: string | null): string {
  if (existing !== undefined) return `Environment ${existing.name}`;
  return copyOf === null ? 'New environment' : 'Copy of an environment';
}
