import type { Environment } from '../model/environment.ts';

/** What one side holds for a row: a text, a secret by whether it is set, or nothing. */
export type ComparedValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'secret'; readonly isSet: boolean }
  | { readonly kind: 'missing' };

export type ComparedRow = {
  /** A variable's or secret's name; `null` for the class. */
  readonly name: string | null;
  readonly left: ComparedValue;
  readonly right: ComparedValue;
  /** Two secrets that are set are `set`: whether they are equal is nobody's business here. */
  readonly state: 'equal' | 'different' | 'missing' | 'set';
};

/** An environment with the names of its secrets that have a value. */
export type ComparedEnvironment = {
  readonly environment: Environment;
  readonly setSecrets: readonly string[];
};

const missing: ComparedValue = { kind: 'missing' };

/**
 * Two environments row by row: the class, then base URLs, then everything else by name. What is secret by declaration
 * is shown as a secret, also where a file holds a value for it.
 */
export function compareEnvironments(
  left: ComparedEnvironment,
  right: ComparedEnvironment,
  declaredSecrets: ReadonlySet<string>,
): readonly ComparedRow[] {
  const secrets = new Set([...declaredSecrets, ...left.environment.secrets, ...right.environment.secrets]);
  const names = new Set([...namesOf(left), ...namesOf(right)]);
  const ordered = [...names].toSorted(
    (one, other) => Number(isBaseUrl(other)) - Number(isBaseUrl(one)) || one.localeCompare(other),
  );
  return [
    toRow(null, classOf(left), classOf(right)),
    ...ordered.map((name) => toRow(name, valueOf(left, name, secrets), valueOf(right, name, secrets))),
  ];
}

function toRow(name: string | null, left: ComparedValue, right: ComparedValue): ComparedRow {
  return { name, left, right, state: stateOf(left, right) };
}

function stateOf(left: ComparedValue, right: ComparedValue): ComparedRow['state'] {
  if (isAbsent(left) || isAbsent(right)) return isAbsent(left) && isAbsent(right) ? 'equal' : 'missing';
  if (left.kind === 'secret' && right.kind === 'secret') return 'set';
  return left.kind === 'text' && right.kind === 'text' && left.text === right.text ? 'equal' : 'different';
}

function isAbsent(value: ComparedValue): boolean {
  return value.kind === 'missing' || (value.kind === 'secret' && !value.isSet);
}

function classOf({ environment }: ComparedEnvironment): ComparedValue {
  return { kind: 'text', text: environment.environmentClass };
}

function valueOf(
  { environment, setSecrets }: ComparedEnvironment,
  name: string,
  secrets: ReadonlySet<string>,
): ComparedValue {
  const variable = environment.variables.find((candidate) => candidate.name === name);
  if (setSecrets.includes(name)) return { kind: 'secret', isSet: true };
  if (secrets.has(name)) return { kind: 'secret', isSet: variable !== undefined };
  return variable === undefined ? missing : { kind: 'text', text: variable.value };
}

function namesOf({ environment, setSecrets }: ComparedEnvironment): readonly string[] {
  return [...environment.variables.map(({ name }) => name), ...environment.secrets, ...setSecrets];
}

function isBaseUrl(name: string): boolean {
  return name.endsWith('.baseUrl');
}
