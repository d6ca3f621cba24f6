import { Label, Radio, RadioGroup } from 'react-aria-components';

import classes from './choice.module.css';

type Props<Value extends string> = {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly title: string; readonly detail?: string }[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  /** Beside each other where they are short. */
  readonly orientation?: 'horizontal' | 'vertical';
  /** Whether the dialog it stands in opens for it. */
  readonly takesFocus?: boolean;
};

/** One of a few; the arrow keys choose. */
export function Choice<Value extends string>({
  label,
  options,
  value,
  onChange,
  orientation = 'vertical',
  takesFocus = false,
}: Props<Value>) {
  return (
    <RadioGroup
      className={classes['group'] ?? ''}
      value={value}
      orientation={orientation}
      onChange={(chosen) => {
        const option = options.find((candidate) => candidate.value === chosen);
        if (option !== undefined) onChange(option.value);
      }}
    >
      <Label className={classes['label'] ?? ''}>{label}</Label>
      <div className={`${classes['options']} ${classes[orientation]}`}>
        {options.map(({ value: id, title, detail }) => (
          <Radio
            key={id}
            value={id}
            // Only where the dialog opens for this choice.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={takesFocus && id === (value ?? options[0]?.value)}
            className={classes['option'] ?? ''}
          >
            <span className={classes['mark']} aria-hidden="true" />
            <span className={classes['text']}>
              <strong>{title}</strong>
              {detail !== undefined && <span>{detail}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
