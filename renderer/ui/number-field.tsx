import { Input, Label, NumberField as AriaNumberField, Text } from 'react-aria-components';

import classes from './number-field.module.css';

type Props = {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly least: number;
  readonly most: number;
  /** Stands behind the number. */
  readonly unit?: string;
  /** What there is to know of it, or why it cannot be changed. */
  readonly detail?: string;
  readonly isDisabled?: boolean;
};

/** A whole number within its limits; the arrow keys count. */
export function NumberField({
  label,
  value,
  onChange,
  least,
  most,
  unit,
  detail,
  isDisabled = false,
}: Props) {
  return (
    <AriaNumberField
      className={classes['field'] ?? ''}
      value={value}
      minValue={least}
      maxValue={most}
      step={1}
      isDisabled={isDisabled}
      formatOptions={{ maximumFractionDigits: 0 }}
      // An emptied field goes back to what it was.
      onChange={(next) => onChange(Number.isNaN(next) ? value : next)}
    >
      <Label>{label}</Label>
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
