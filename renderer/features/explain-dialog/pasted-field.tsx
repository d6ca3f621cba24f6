import { FileTrigger } from 'react-aria-components';

import type { PastedInput } from '../../stores/pasted-input.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { readDroppedFile } from '../paste/read-dropped-file.ts';
import { formatSize } from '../words.ts';
import classes from './explain-dialog.module.css';

/** Longer texts are only named: a field with them in it would be slow. In UTF-16 units. */
const fieldLimit = 100_000;

type Props = { readonly input: PastedInput; readonly onChange: (input: PastedInput) => void };

/** The text that came in, to read and change, or the name of a file that is too long for that. */
export function PastedField({ input, onChange }: Props) {
  const { name, text } = input;
  const type = (typed: string): void => onChange({ name: null, text: typed, remark: null, problem: null });
  const choose = async (files: FileList | null): Promise<void> => {
    const read = await readDroppedFile([...(files ?? [])]);
    if (read !== null) onChange(read);
  };
  return (
    <div className={classes['text']}>
      {text.length > fieldLimit ? (
        <p className={classes['file']}>
          <Icon name="file" />
          <strong>{name ?? 'Pasted text'}</strong>
          <span>{formatSize(text.length)}</span>
        </p>
      ) : (
        <label>
          Answer from a ticket, cURL command, HAR file or evidence
          <textarea
            // A dialog opens for this one field.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            rows={text === '' ? 7 : 5}
            spellCheck={false}
            placeholder="Paste it here, or drop a file anywhere in the window"
            value={text}
            onChange={({ target }) => type(target.value)}
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
          <Button kind="quiet" icon="clear-all" onPress={() => type('')}>
            Clear
          </Button>
        )}
        {name !== null && text !== '' && text.length <= fieldLimit && (
          <span className={classes['name']}>{`${name} · ${formatSize(text.length)}`}</span>
        )}
      </div>
    </div>
  );
}
