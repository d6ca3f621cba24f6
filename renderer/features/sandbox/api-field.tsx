import { apis } from '../../../shared/apis/registry.ts';
import { useSandbox, useStores } from '../../stores/stores-context.tsx';
import { SelectField } from './select-field.tsx';

const options = apis.map(({ id, title }) => ({ value: id, title }));

/** The API whose ledger and answers are shown. */
export function ApiField() {
  const { sandbox } = useStores();
  const api = useSandbox(({ view }) => view.api) ?? options[0]?.value ?? '';
  return (
    <SelectField
      label="API"
      options={options}
      value={api}
      onChange={(chosen) => void sandbox.getState().look({ api: chosen })}
    />
  );
}
