import type { Environment } from '../../../shared/model/environment.ts';

/** What a new environment starts from. */
export const blankEnvironment: Environment = {
  id: 'new',
  name: '',
  environmentClass: 'test',
  notes: '',
  variables: [],
  secrets: [],
};

/** A file name for a new environment: `Acme Test` is `acme-test`, or `acme-test-2` where that is taken. */
export function idFromName(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 50);
  const base = plain === '' ? 'environment' : plain;
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.includes(id)) return id;
  }
}

/** What was typed into the fields of secrets, by name. */
export type TypedSecrets = Readonly<Record<string, string>>;

/** An environment with plain variables turned into secrets, and the values that are then to be kept. */
export function withSecrets(
  environment: Environment,
  names: readonly string[],
): { readonly environment: Environment; readonly secrets: TypedSecrets } {
  const moved = environment.variables.filter(({ name }) => names.includes(name));
  return {
    environment: {
      ...environment,
      variables: environment.variables.filter(({ name }) => !names.includes(name)),
      secrets: [...new Set([...environment.secrets, ...names])],
    },
    secrets: Object.fromEntries(moved.map(({ name, value }) => [name, value])),
  };
}

/** The secrets that were typed; an empty field leaves a secret as it is. */
export function typedSecrets(secrets: TypedSecrets): readonly (readonly [string, string])[] {
  return Object.entries(secrets).filter(([, value]) => value !== '');
}

/** What a copy starts from: everything but the secrets' values, under a name that is free. */
export function copyOfEnvironment(environment: Environment, takenNames: readonly string[]): Environment {
  const taken = new Set(takenNames.map((name) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const name = `${environment.name} copy${number === 1 ? '' : ` ${number}`}`;
    if (!taken.has(name.toLowerCase())) return { ...environment, id: blankEnvironment.id, name };
  }
}
