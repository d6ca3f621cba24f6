import { useEffect, useRef } from 'react';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Whether the dialog it stands in opens for it; its text is then selected. */
  readonly takesFocus?: boolean;
};

/** The name of something in a collection. */
export function NameField({ label, value, onChange, takesFocus = false }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) field.current?.select();
  }, [takesFocus]);
  return (
    <label>
      {label}
      <input
        ref={field}
        type="text"
        required
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        // Only where the dialog opens for this field.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={takesFocus}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}
