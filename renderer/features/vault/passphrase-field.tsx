type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** A field for a passphrase: not shown, not remembered by the browser. */
export function PassphraseField({ label, value, onChange }: Props) {
  return (
    <label>
      {label}
      <input
        type="password"
        autoComplete="off"
        spellCheck={false}
        maxLength={1000}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}
