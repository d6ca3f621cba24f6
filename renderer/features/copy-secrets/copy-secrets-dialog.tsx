import { useEffect, useState } from 'react';

import type { Preview, PreviewInput } from '../../../shared/contract/commands.ts';
import { findApi } from '../../../shared/apis/registry.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { copyWithSecrets } from '../../actions/copy-curl.ts';
import { copyText } from '../../actions/copy-text.ts';
import { useEnvironments, useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import classes from './copy-secrets-dialog.module.css';

type Props = { readonly input: PreviewInput; readonly onClose: () => void };

/** Asks before secrets go to the clipboard, and says afterwards what is there. */
export function CopySecretsDialog({ input, onClose }: Props) {
  const stores = useStores();
  const preview = useLook(input);
  const [refused, setRefused] = useState<readonly Problem[] | null>(null);
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    const problems = await copyWithSecrets(stores, input);
    setRefused(problems);
    setCopied(problems === null);
  };
  const clear = async (): Promise<void> => {
    await copyText(stores, '', 'The clipboard is empty again');
    onClose();
  };
  const problems = refused ?? preview?.problems ?? [];
  const names = namesIn(preview);
  return (
    <Dialog title="Copy as cURL with secrets" onClose={onClose}>
      <DialogForm
        actions={
          isCopied ? (
            <>
              <Button onPress={() => void clear()}>Clear the clipboard</Button>
              <Button kind="primary" onPress={onClose}>
                Done
              </Button>
            </>
          ) : (
            <>
              <Button onPress={onClose}>Cancel</Button>
              <Button
                kind="risk"
                isDisabled={preview === null || problems.length > 0}
                onPress={() => void copy()}
              >
                Copy with secrets
              </Button>
            </>
          )
        }
      >
        <div role="status" className={classes['words']}>
          {isCopied ? <Copied names={names} /> : <Question input={input} preview={preview} names={names} />}
        </div>
        <ProblemList problems={problems} kind="problem" />
      </DialogForm>
    </Dialog>
  );
}

function Question({
  input,
  preview,
  names,
}: Pick<Props, 'input'> & { preview: Preview | null; names: string }) {
  const environment = useEnvironments(({ overview }) =>
    overview.environments.find(({ id }) => id === input.environmentId),
  );
  const operation = findApi(input.draft.api)?.operations.find(({ id }) => id === input.draft.operation);
  if (preview === null) return <p>Working it out …</p>;
  return (
    <>
      <p>
        {names === ''
          ? 'No secret stands in this request. '
          : `${names} of ${environment?.name ?? input.environmentId} will stand in the command in clear text. `}
        The clipboard can be read by every program here, and some systems keep what was on it.
      </p>
      {operation?.movesMoney !== false && environment?.environmentClass !== 'sandbox' && (
        <p>Whoever runs the command moves money, past every check of the workbench.</p>
      )}
      {preview.login.length > 0 && <p>Nobody logs in for it: what a login yields stays a variable to set.</p>}
      <p>The audit trail keeps that it was copied, not what.</p>
    </>
  );
}

function Copied({ names }: { readonly names: string }) {
  return (
    <p>
      {names === ''
        ? 'The command is on the clipboard.'
        : `The command is on the clipboard, with ${names} in clear text.`}{' '}
      Clear the clipboard once you have pasted it.
    </p>
  );
}

/** What the core would send, asked once; secrets stand in it as references. */
function useLook(input: PreviewInput): Preview | null {
  const { exchanges } = useStores();
  const [preview, setPreview] = useState<Preview | null>(null);
  useEffect(() => {
    let isWanted = true;
    void exchanges
      .getState()
      .look(input)
      .then((answer) => isWanted && setPreview(answer));
    return () => {
      isWanted = false;
    };
  }, [exchanges, input]);
  return preview;
}

/** Secrets that stand in the request itself; one that is only hashed does not. */
function namesIn(preview: Preview | null): string {
  const text = JSON.stringify(preview?.request ?? null);
  return (preview?.variables ?? [])
    .filter(({ name, secret, origin }) => secret && origin !== 'session' && text.includes(`{{${name}}}`))
    .map(({ name }) => name)
    .join(', ');
}
