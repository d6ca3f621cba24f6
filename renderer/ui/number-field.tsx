import { Input, Label, NumberField as AriaNumberField, Text } from 'react-aria-components';

import classes from './number-field.module.css';

/** Named by its own label, or by what it stands beside. */
type Naming =
  | { readonly label: string }
  | {
      readonly label?: never;
      /** Ids of what names it, and of what there is to know of it. */
      readonly labelledBy: string;
      readonly describedBy: string;
    };

type Props = Naming & {
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly least: number;
  readonly most: number;
  /** How far an arrow key goes; the number is a multiple of it. */
  readonly step?: number;
  /** Stands behind the number. */
  readonly unit?: string;
  /** What there is to know of it, or why it cannot be changed. */
  readonly detail?: string;
  readonly isDisabled?: boolean;
};

/** A number within its limits, whole unless its step is not; the arrow keys count. */
export function NumberField({
  value,
  onChange,
  least,
  most,
  step = 1,
  unit,
  detail,
  isDisabled = false,
  ...naming
}: Props) {
  return (
    <AriaNumberField
      className={classes['field'] ?? ''}
      value={value}
      minValue={least}
      maxValue={most}
      step={step}
      isDisabled={isDisabled}
      {...(naming.label === undefined && {
        'aria-labelledby': naming.labelledBy,
        'aria-describedby': naming.describedBy,
      })}
      formatOptions={{ maximumFractionDigits: Number.isInteger(step) ? 0 : 1 }}
      // An emptied field goes back to what it was.
      onChange={(next) => onChange(Number.isNaN(next) ? value : next)}
    >
      {naming.label !== undefined && <Label>{naming.label}</Label>}
      <span className={classes['line']}>
        <Input className={classes['input'] ?? ''} />
        {unit !== undefined && <span>{unit}</span>}
      </span>
      {detail !== undefined && (
        <Text slot="description" className={classes['detail'] ?? ''}>
          {detail}
        </Text>
      )}
    </AriaNumberField>
  );
}
