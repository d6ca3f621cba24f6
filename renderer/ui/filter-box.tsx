import { IconButton } from './button.tsx';
import classes from './search-field.module.css';
import { Icon } from './icon.tsx';

type Props = {
  /** Its name for everybody who does not see what it stands over. */
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The box opens to be typed into. */
  readonly takesFocus?: boolean;
};

/** A box that narrows the list under it; Escape empties it. */
export function FilterBox({ label, placeholder = 'Filter', value, onChange, takesFocus = false }: Props) {
  return (
    <div className={classes['field']}>
      <Icon name="search" />
      <input
        aria-label={label}
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={takesFocus}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return;
          event.stopPropagation();
          onChange('');
        }}
      />
      {value !== '' && <IconButton icon="close" label="Clear the filter" onPress={() => onChange('')} />}
    </div>
  );
}
