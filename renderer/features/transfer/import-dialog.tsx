import { useState } from 'react';

import type { ImportApplied } from '../../../shared/contract/collection-commands.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { PastedInput } from '../../stores/create-layout-store.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { ImportContent } from './import-preview.tsx';
import { ImportResult } from './import-result.tsx';
import { SourceField } from './source-field.tsx';
import classes from './transfer.module.css';
import { blankSource, fileOf, useImportPreview } from './use-import-preview.ts';

type Props = { readonly pasted: PastedInput | null; readonly onClose: () => void };

/** Takes collections and environments over from a file: shows what is in it, then writes all of it or nothing. */
export function ImportDialog({ pasted, onClose }: Props) {
  const { transfer } = useStores();
  const [source, setSource] = useState<PastedInput>(pasted ?? blankSource);
  const [given, setGiven] = useState(pasted);
  const [isWriting, setWriting] = useState(false);
  const [failure, setFailure] = useState<Problem | null>(null);
  const [applied, setApplied] = useState<ImportApplied | null>(null);
  const change = (next: PastedInput): void => {
    setFailure(null);
    setSource(next);
  };
  // Another file that is dropped while the dialog is open takes the place of the first.
  if (pasted !== given) {
    setGiven(pasted);
    change(pasted ?? blankSource);
  }
  const read = useImportPreview(source);
  const take = async (): Promise<void> => {
    setWriting(true);
    const result = await transfer.getState().apply(fileOf(source));
    setWriting(false);
    if (result.ok) setApplied(result.value);
    else setFailure(result.error);
  };
  if (applied !== null) return <ImportResult applied={applied} onClose={onClose} />;
  const preview = read !== null && read.ok ? read.value : null;
  const problem = source.problem ?? failure ?? (read !== null && !read.ok ? read.error : null);
  const isEmpty = preview !== null && preview.requests === 0 && preview.environments.length === 0;
  return (
    <Dialog title="Import" onClose={onClose} width="wide">
      <DialogForm
        actions={
          <>
            <Button onPress={onClose}>Cancel</Button>
            <Button
              kind="primary"
              isDisabled={preview === null || isEmpty || isWriting}
              onPress={() => void take()}
            >
              {isWriting ? 'Importing …' : 'Import'}
            </Button>
          </>
        }
      >
        <SourceField source={source} onChange={change} />
        {source.remark !== null && <p className={classes['hint']}>{source.remark}</p>}
        {problem !== null && <ProblemList problems={[problem]} kind="problem" />}
        {read === null && source.text !== '' && problem === null && <p role="status">Reading …</p>}
        {preview !== null && <ImportContent preview={preview} />}
        {isEmpty && <p className={classes['hint']}>There is nothing in it to import.</p>}
      </DialogForm>
    </Dialog>
  );
}
