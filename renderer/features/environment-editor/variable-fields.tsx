import { apis } from '../../../shared/apis/registry.ts';
import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import type { Environment, EnvironmentVariable } from '../../../shared/model/environment.ts';
import type { VariableSpec } from '../../../shared/model/variable.ts';
import type { KnownSecret } from '../../../shared/model/vault.ts';
import { useVault } from '../../stores/stores-context.tsx';
import classes from './environment-dialog.module.css';

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
    const others = variables.filter((variable) => variable.name !== name);
    onVariables(value === '' ? others : [...others, { name, value }].toSorted(byName));
  };
  return (
    <details open={filled}>
      <summary>{api.title}</summary>
      <Presets
        api={api}
        environment={environment}
        onChoose={(baseUrl) => put(`${api.id}.baseUrl`, baseUrl)}
      />
      {api.variables.map(toField(environment.secrets)).map((spec) => (
        <VariableField
          key={spec.name}
          spec={spec}
          known={known.find(({ name }) => name === spec.name) ?? null}
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

/** A variable that the environment calls secret is one, whatever the API says. */
function toField(secrets: readonly string[]): (spec: VariableSpec) => VariableSpec {
  return (spec) => (secrets.includes(spec.name) ? { ...spec, secret: true } : spec);
}

function byName(left: EnvironmentVariable, right: EnvironmentVariable): number {
  return left.name.localeCompare(right.name);
}

type PresetProps = {
  readonly api: ApiDefinition;
  readonly environment: Environment;
  readonly onChoose: (baseUrl: string) => void;
};

/** Hosts that are known, with how sure they are. */
function Presets({ api, environment, onChoose }: PresetProps) {
  const fitting = api.presets.filter((preset) => preset.environmentClass === environment.environmentClass);
  if (fitting.length === 0) return null;
  return (
    <p className={classes['presets']}>
      {fitting.map(({ title, baseUrl, source }) => (
        <button key={baseUrl} type="button" title={source.title} onClick={() => onChoose(baseUrl)}>
          {title}: {baseUrl} <i>{source.confidence}</i>
        </button>
      ))}
    </p>
  );
}

type FieldProps = {
  readonly spec: VariableSpec;
  /** `null` where it is no secret, or not set. */
  readonly known: KnownSecret | null;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

function VariableField({ spec, known, value, onChange }: FieldProps) {
  const isVault = useVault(({ vault }) => vault.state !== 'none');
  const placeholder = spec.secret ? secretPlaceholder(known, isVault) : (spec.defaultValue ?? '');
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
        onChange={({ target }) => onChange(target.value)}
      />
      <small>{spec.help}</small>
    </label>
  );
}

/** `set, ends with 4711`: what may be told of a secret, and where a new one goes. */
function secretPlaceholder(known: KnownSecret | null, isVault: boolean): string {
  if (known === null) return isVault ? 'goes into the vault' : 'for this session only';
  const ending = known.lastFour === null ? '' : `, ends with ${known.lastFour}`;
  return `${isVault ? 'set in the vault' : 'set for this session'}${ending}`;
}
