import { useId } from 'react';

import { apis } from '../../../shared/apis/registry.ts';
import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import { checkHostClass } from '../../../shared/engine/check-host-class.ts';
import type { Environment, EnvironmentVariable } from '../../../shared/model/environment.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { VariableSpec } from '../../../shared/model/variable.ts';
import type { KnownSecret } from '../../../shared/model/vault.ts';
import { useVault } from '../../stores/stores-context.tsx';
import { Icon } from '../../ui/icon.tsx';
import classes from './environment-dialog.module.css';
import { PresetButtons } from './preset-buttons.tsx';

type Props = {
  readonly environment: Environment;
  /** Secrets that are already set. */
  readonly known: readonly KnownSecret[];
  readonly secrets: Readonly<Record<string, string>>;
  readonly onVariables: (variables: readonly EnvironmentVariable[]) => void;
  readonly onSecrets: (secrets: Readonly<Record<string, string>>) => void;
};

/** The variables of every API, each with what it means; an empty one is left out of the file. */
export function VariableFields(props: Props) {
  return (
    <div className={classes['apis']}>
      {apis.map((api) => (
        <ApiFields key={api.id} api={api} {...props} />
      ))}
    </div>
  );
}

function ApiFields({
  api,
  environment,
  known,
  secrets,
  onVariables,
  onSecrets,
}: Props & { readonly api: ApiDefinition }) {
  const { variables } = environment;
  const filled = api.variables.some(({ name }) => variables.some((variable) => variable.name === name));
  const put = (name: string, value: string): void => {
    onVariables(withVariable(variables, name, value));
  };
  return (
    <details open={filled}>
      <summary>{api.title}</summary>
      <PresetButtons
        api={api}
        environmentClass={environment.environmentClass}
        onChoose={(baseUrl) => put(`${api.id}.baseUrl`, baseUrl)}
      />
      {api.variables.map(toField(environment.secrets)).map((spec) => (
        <VariableField
          key={spec.name}
          spec={spec}
          known={known.find(({ name }) => name === spec.name) ?? null}
          warning={spec.kind === 'url' ? warningOf(environment, spec.name) : null}
          value={
            spec.secret
              ? (secrets[spec.name] ?? '')
              : (variables.find((variable) => variable.name === spec.name)?.value ?? '')
          }
          onChange={(value) =>
            spec.secret ? onSecrets({ ...secrets, [spec.name]: value }) : put(spec.name, value)
          }
        />
      ))}
    </details>
  );
}

/** A changed value stays where it stands in the file; a new one goes before the first whose name comes later. */
function withVariable(
  variables: readonly EnvironmentVariable[],
  name: string,
  value: string,
): readonly EnvironmentVariable[] {
  const index = variables.findIndex((variable) => variable.name === name);
  if (value === '') return index === -1 ? variables : variables.toSpliced(index, 1);
  if (index !== -1) return variables.with(index, { name, value });
  const next = variables.findIndex((variable) => variable.name.localeCompare(name) > 0);
  return variables.toSpliced(next === -1 ? variables.length : next, 0, { name, value });
}

/** A variable that the environment calls secret is one, whatever the API says. */
function toField(secrets: readonly string[]): (spec: VariableSpec) => VariableSpec {
  return (spec) => (secrets.includes(spec.name) ? { ...spec, secret: true } : spec);
}

function warningOf({ environmentClass, variables }: Environment, name: string): Problem | null {
  const address = variables.find((variable) => variable.name === name)?.value ?? '';
  return checkHostClass(apis, environmentClass, address);
}

type FieldProps = {
  readonly spec: VariableSpec;
  /** `null` where it is no secret, or not set. */
  readonly known: KnownSecret | null;
  readonly warning: Problem | null;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

function VariableField({ spec, known, warning, value, onChange }: FieldProps) {
  const isVault = useVault(({ vault }) => vault.state !== 'none');
  const placeholder = spec.secret ? secretPlaceholder(known, isVault) : (spec.defaultValue ?? '');
  const warningId = useId();
  return (
    <label className={classes['variable']}>
      <span>
        {spec.title}
        <code>{spec.name}</code>
      </span>
      <input
        type={spec.secret ? 'password' : 'text'}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={value}
        aria-describedby={warning === null ? undefined : warningId}
        onChange={({ target }) => onChange(target.value)}
      />
      <small>{spec.help}</small>
      {warning !== null && (
        <small id={warningId} role="status" className={classes['warning']}>
          <Icon name="warning" /> {warning.message} {warning.remedy}
        </small>
      )}
    </label>
  );
}

/** `set, ends with 4711`: what may be told of a secret, and where a new one goes. */
function secretPlaceholder(known: KnownSecret | null, isVault: boolean): string {
  if (known === null) return isVault ? 'goes into the vault' : 'for this session only';
  const ending = known.lastFour === null ? '' : `, ends with ${known.lastFour}`;
  return `${isVault ? 'set in the vault' : 'set for this session'}${ending}`;
}
