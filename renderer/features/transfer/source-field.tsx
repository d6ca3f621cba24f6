import { FileTrigger } from 'react-aria-components';

import type { PastedInput } from '../../stores/create-layout-store.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { readDroppedFile } from '../paste/read-dropped-file.ts';
import { formatSize } from '../words.ts';
import classes from './transfer.module.css';
import { blankSource } from './use-import-preview.ts';

/** Longer texts are only named: a field with them in it would be slow. In UTF-16 units. */
const fieldLimit = 50_000;

type Props = { readonly source: PastedInput; readonly onChange: (source: PastedInput) => void };

/** Where the import comes from: a file that is chosen or dropped, or a text that is pasted. */
export function SourceField({ source, onChange }: Props) {
  const { name, text } = source;
  const choose = async (files: FileList | null): Promise<void> => {
    const file = await readDroppedFile([...(files ?? [])]);
    if (file !== null) onChange(file);
  };
  return (
    <div className={classes['source']}>
      {name !== null || text.length > fieldLimit ? (
        <p className={classes['file']}>
          <Icon name="file" />
          <strong>{name ?? 'Pasted text'}</strong>
          <span>{formatSize(text.length)}</span>
        </p>
      ) : (
        <label className={classes['field']}>
          Postman collection or environment, OpenAPI, HAR, cURL, .http or Bruno
          <textarea
            // The dialog opens for this one field.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            rows={text === '' ? 5 : 4}
            spellCheck={false}
            placeholder="Paste its text here, or drop a file anywhere in the window"
            value={text}
            onChange={({ target }) => onChange({ ...blankSource, text: target.value })}
          />
        </label>
      )}
      <div className={classes['sources']}>
        <FileTrigger onSelect={(files) => void choose(files)}>
          <Button kind="quiet" icon="folder-opened">
            Choose a file…
          </Button>
        </FileTrigger>
        {text !== '' && (
          <Button kind="quiet" icon="clear-all" onPress={() => onChange(blankSource)}>
            Clear
          </Button>
        )}
        <span className={classes['hint']}>Nothing is sent, and nothing is written before you import.</span>
      </div>
    </div>
  );
}
