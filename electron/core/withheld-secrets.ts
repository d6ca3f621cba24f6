import type { ApiDefinition } from '../../shared/definition/api-definition.ts';
import type { Environment } from '../../shared/model/environment.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { SecretStore } from '../../shared/ports/secret-store.ts';
import { secretNames, secretsInFile } from './secret-names.ts';

/** What decides whether a secret may be used. */
export type WithheldInput = {
  readonly api: ApiDefinition;
  readonly environment: Environment;
  /** Values for this send; they need no vault. */
  readonly overrides: Readonly<Record<string, string>>;
  readonly secrets: SecretStore;
  /** Names of the variables that the send uses. */
  readonly used: readonly string[];
};

/** Secrets that a send needs and that exist, but may not be used: the vault is locked, or they stand in a file. */
export function findWithheldSecrets(input: WithheldInput): ReadonlyMap<string, Problem> {
  const { api, environment, overrides, secrets, used } = input;
  const inFile = new Set(secretsInFile([api], environment).map(({ name }) => name));
  const withheld = new Map<string, Problem>();
  for (const name of secretNames([api], environment)) {
    if (!used.includes(name) || Object.hasOwn(overrides, name)) continue;
    const secret = secrets.get(environment.id, name);
    if (!secret.ok) withheld.set(name, secret.error);
    else if (secret.value === null && inFile.has(name)) withheld.set(name, standsInFile(name, environment));
  }
  return withheld;
}

/** A secret in a file of the workspace is named and not used. */
export function standsInFile(name: string, { id }: Environment): Problem {
  return {
    code: 'bad-environment',
    message: `${name} is a secret, but its value stands in the file of the environment ${id}; it is not used from there.`,
    remedy: `Edit the environment and move it to where secrets are kept, or take it out of the file and run vault set ${id} ${name}.`,
    place: { part: 'variable', name },
  };
}
