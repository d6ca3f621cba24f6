type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Whether the dialog opens for this field. */
  readonly isFirst?: boolean;
};

/** A field for a passphrase: not shown, not remembered by the browser. */
export function PassphraseField({ label, value, onChange, isFirst = false }: Props) {
  return (
    <label>
      {label}
      <input
        type="password"
        // A locked vault is opened for this one field.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={isFirst}
        autoComplete="off"
        spellCheck={false}
        maxLength={1000}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}
