import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

import classes from './segments.module.css';

type Props<Value extends string> = {
  readonly label: string;
  readonly options: readonly {
    readonly value: Value;
    readonly title: string;
    readonly isDisabled?: boolean;
  }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
};

/** One of two or three short words beside each other; the arrow keys move, Space chooses. */
export function Segments<Value extends string>({ label, options, value, onChange }: Props<Value>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={classes['segments'] ?? ''}
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option.value));
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      {options.map(({ value: id, title, isDisabled = false }) => (
        <ToggleButton key={id} id={id} isDisabled={isDisabled} className={classes['segment'] ?? ''}>
          {title}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
