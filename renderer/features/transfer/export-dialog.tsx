import { useCallback, useState } from 'react';

import type { ExportedCollection, ExportedFile, ExportKind } from '../../../shared/model/transfer.ts';
import { copyText } from '../../actions/copy-text.ts';
import { useEnvironments, useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { saveFile } from '../../actions/save-file.ts';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { useAsked } from '../use-asked.ts';
import { formatSize } from '../words.ts';
import { exportChoices } from './kind-words.ts';
import { RemarkList } from './remark-list.tsx';
import classes from './transfer.module.css';

type Props = { readonly id: string; readonly onClose: () => void };

/** Writes a collection in a format of other tools; secrets stay names in it. */
export function ExportDialog({ id, onClose }: Props) {
  const { transfer, collections } = useStores();
  const { environments, activeId } = useEnvironments(({ overview }) => overview);
  const [kind, setKind] = useState<ExportKind>('postman');
  const [environmentId, setEnvironmentId] = useState(activeId);
  const ask = useCallback(
    async () => ({ kind, written: await transfer.getState().write(id, kind, environmentId) }),
    [transfer, id, kind, environmentId],
  );
  const answer = useAsked(ask);
  const written = answer?.kind === kind ? answer.written : null;
  const name = collections.getState().overview.collections.find((collection) => collection.id === id)?.name;
  return (
    <Dialog title={`Export ${name ?? id}`} onClose={onClose} width="wide">
      <DialogForm actions={<Button onPress={onClose}>Close</Button>}>
        <Choice
          label="Written as"
          orientation="horizontal"
          takesFocus
          options={exportChoices}
          value={kind}
          onChange={setKind}
        />
        <label className={classes['field']}>
          Addresses and values of the environment
          <select value={environmentId} onChange={({ target }) => setEnvironmentId(target.value)}>
            {environments.map((environment) => (
              <option key={environment.id} value={environment.id}>
                {environment.name}
              </option>
            ))}
          </select>
        </label>
        {written === null && <p role="status">Writing …</p>}
        {written !== null && !written.ok && <ProblemList problems={[written.error]} kind="problem" />}
        {written !== null && written.ok && <Written exported={written.value} />}
        <p className={classes['hint']}>
          Secrets are not written: their names stand in the files, to be set where they are used.
        </p>
      </DialogForm>
    </Dialog>
  );
}

function Written({ exported: { files, remarks } }: { readonly exported: ExportedCollection }) {
  return (
    <div className={classes['content']}>
      <ul className={classes['files']} aria-label="Files">
        {files.map((file) => (
          <FileRow key={file.fileName} file={file} />
        ))}
      </ul>
      <RemarkList title="Before you use it" remarks={remarks} />
    </div>
  );
}

function FileRow({ file }: { readonly file: ExportedFile }) {
  const stores = useStores();
  const { fileName, text } = file;
  return (
    <li>
      <Icon name="file" />
      <strong>{fileName}</strong>
      <span>{formatSize(text.length)}</span>
      <Button
        kind="quiet"
        icon="copy"
        aria-label={`Copy ${fileName}`}
        onPress={() => void copyText(stores, text, `Copied ${fileName}`)}
      >
        Copy
      </Button>
      <Button kind="quiet" icon="save" aria-label={`Save ${fileName}`} onPress={() => saveFile(file)}>
        Save
      </Button>
    </li>
  );
}
