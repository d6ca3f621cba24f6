import type { ApiDefinition } from '../../shared/definition/api-definition.ts';
import type { AnySandbox } from '../../shared/definition/sandbox-definition.ts';
import { describeAmountFault } from '../../shared/engine/check-fields.ts';
import { createRedactor, type NamedSecret, redactDeep } from '../../shared/engine/redact.ts';
import type { Environment } from '../../shared/model/environment.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { RequestDraft } from '../../shared/model/request-draft.ts';
import { Secret } from '../../shared/model/secret.ts';
import type {
  VariableOrigin,
  VariableScope,
  VariableSpec,
  VariableValue,
} from '../../shared/model/variable.ts';
import type { SecretStore } from '../../shared/ports/secret-store.ts';
import { sandboxBaseUrl } from './describe-sandbox.ts';
import { secretNames } from './secret-names.ts';

/** What the variables of a send are made of. */
export type ScopeInput = {
  readonly api: ApiDefinition;
  readonly draft: RequestDraft;
  readonly environment: Environment;
  readonly overrides: Readonly<Record<string, string>>;
  /** Stronger than the overrides, and never looked into for variables. */
  readonly literals?: Readonly<Record<string, string>>;
  readonly collectionVariables: Readonly<Record<string, string>>;
  readonly secrets: SecretStore;
  /** Values of the dynamic variables for this send. */
  readonly generated: ReadonlyMap<string, string>;
  /** The API's sandbox and where it runs; `null` unless the environment is the built-in sandbox. */
  readonly sandbox: { readonly definition: AnySandbox; readonly origin: string } | null;
};

/** The variables of a send, and the values that stronger ones stand before, strongest first. */
export type GatheredVariables = {
  readonly scope: VariableScope;
  readonly hidden: ReadonlyMap<string, readonly VariableValue[]>;
};

/** Gathers the variables of a send, weakest source first, so that a stronger one replaces it. */
export function gatherVariables(input: ScopeInput): GatheredVariables {
  const specs = new Map(input.api.variables.map((spec) => [spec.name, spec]));
  const secrets = secretNames([input.api], input.environment);
  const scope = new Map<string, VariableValue>();
  const hidden = new Map<string, readonly VariableValue[]>();
  const add = (name: string, value: VariableValue): void => {
    const weaker = scope.get(name);
    if (weaker !== undefined) hidden.set(name, [weaker, ...(hidden.get(name) ?? [])]);
    scope.set(name, value);
  };
  const put = (name: string, text: string, origin: VariableOrigin, literal = false): void => {
    const spec = specs.get(name);
    const secret = secrets.has(name);
    const value = spec?.kind === 'url' ? text.replace(/\/+$/, '') : text;
    if (secret) add(name, { secret, origin, value: new Secret(value) });
    else add(name, { secret, origin, text: value, ...(literal ? { literal } : {}) });
  };
  for (const [name, text] of input.generated) put(name, text, 'generated');
  for (const spec of input.api.variables) {
    if (spec.defaultValue !== undefined) put(spec.name, spec.defaultValue, 'default');
  }
  for (const [name, text] of sandboxValues(input)) put(name, text, 'sandbox');
  for (const [name, text] of Object.entries(input.collectionVariables)) {
    // A secret in a file that is meant for git is not used.
    if (!secrets.has(name)) put(name, text, 'collection');
  }
  for (const name of secrets) {
    const secret = input.secrets.get(input.environment.id, name);
    if (secret.ok && secret.value !== null)
      add(name, { secret: true, origin: 'secret store', value: secret.value });
  }
  for (const { name, value } of input.environment.variables) {
    // A secret in a file that is meant for git is not used; `findWithheldSecrets` says so.
    if (!secrets.has(name)) put(name, value, 'environment');
  }
  for (const [name, text] of Object.entries(input.overrides)) put(name, text, 'this send');
  for (const [name, text] of Object.entries(input.literals ?? {})) put(name, text, 'this send', true);
  return { scope, hidden };
}

/**
 * Mistakes in the values themselves, caught before they reach any text: an amount that leaves open how much is meant,
 * a switch set to a text it does not know.
 */
export function checkVariables(
  api: ApiDefinition,
  scope: VariableScope,
  used: readonly string[],
): readonly Problem[] {
  return api.variables.flatMap((spec) => {
    const variable = used.includes(spec.name) ? scope.get(spec.name) : undefined;
    if (variable === undefined || variable.secret || variable.text === '' || variable.text.includes('{{'))
      return [];
    const fault = spec.kind === 'amount' ? describeAmountFault(variable.text) : null;
    if (fault !== null) return [badAmount(spec, variable.text, fault)];
    if (spec.choices === undefined || spec.choices.includes(variable.text)) return [];
    return [badChoice(spec, variable.text, spec.choices)];
  });
}

/** Every secret of a scope, for redaction. */
export function secretsOf(scope: VariableScope): readonly NamedSecret[] {
  return [...scope].flatMap(([name, variable]) =>
    variable.secret ? [{ name, value: variable.value.reveal() }] : [],
  );
}

/** Problems quote what is wrong, and that may hold a secret. */
export function redactProblems(problems: readonly Problem[], scope: VariableScope): readonly Problem[] {
  return redactDeep(problems, createRedactor(secretsOf(scope)));
}

function sandboxValues({
  api,
  draft,
  sandbox,
}: ScopeInput): readonly (readonly [name: string, text: string])[] {
  if (sandbox === null) return [];
  const template = api.templates.find(({ id }) => id === draft.template);
  const baseUrl = sandboxBaseUrl(sandbox.origin, api.id, sandbox.definition);
  return [
    [`${api.id}.baseUrl`, baseUrl],
    ...Object.entries(sandbox.definition.variables),
    ...Object.entries(template?.demo ?? {}),
  ];
}

function badAmount(spec: VariableSpec, text: string, fault: string): Problem {
  return {
    code: 'bad-amount',
    message: `The variable ${spec.name} is ${text}, which ${fault}.`,
    remedy: `Write digits with at most one point, like ${spec.example ?? '42.50'}.`,
    place: { part: 'variable', name: spec.name },
  };
}

function badChoice(spec: VariableSpec, text: string, choices: readonly string[]): Problem {
  return {
    code: 'bad-input',
    message: `The variable ${spec.name} is ${text}.`,
    remedy: `Use ${choices.join(' or ')}.`,
    place: { part: 'variable', name: spec.name },
  };
}
