import { NumberField } from '../../ui/number-field.tsx';
import { SelectField } from './select-field.tsx';

type Props = { readonly left: number | null; readonly onChange: (left: number | null) => void };

/** For how many requests a rule holds. */
export function LeftFields({ left, onChange }: Props) {
  return (
    <>
      <SelectField
        label="Holds"
        options={[
          { value: 'next', title: 'for the next requests' },
          { value: 'on', title: 'until it is removed' },
        ]}
        value={left === null ? 'on' : 'next'}
        onChange={(chosen) => onChange(chosen === 'on' ? null : 1)}
      />
      {left !== null && (
        <NumberField label="How many" value={left} onChange={onChange} least={1} most={1_000_000} />
      )}
    </>
  );
}
