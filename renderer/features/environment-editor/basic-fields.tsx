import type { Environment, EnvironmentClass } from '../../../shared/model/environment.ts';
import { classWords } from '../words.ts';
import classes from './environment-dialog.module.css';

type Props = { readonly draft: Environment; readonly onChange: (part: Partial<Environment>) => void };

/** Name, class and notes. */
export function BasicFields({ draft, onChange }: Props) {
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
          onChange={({ target }) => onChange({ environmentClass: classNamed(target.value) })}
        >
          <option value="sandbox">{classWords.sandbox.word}: a server on this machine</option>
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

function classNamed(value: string): EnvironmentClass {
  return value === 'production' || value === 'sandbox' ? value : 'test';
}
