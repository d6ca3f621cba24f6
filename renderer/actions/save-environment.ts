import type { Environment } from '../../shared/model/environment.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Stores } from '../stores/stores.ts';

/** Keeps the typed secrets, saves the environment over its revision and makes it the active one. Gives what went wrong. */
export async function saveEnvironment(
  { environments }: Stores,
  environment: Environment,
  revision: string | undefined,
  secrets: readonly (readonly [name: string, value: string])[],
): Promise<Problem | null> {
  const { save, setSecret, activate } = environments.getState();
  // Secrets first: while they cannot be kept, nothing is written.
  for (const [name, value] of secrets) {
    const unkept = await setSecret(environment.id, name, value);
    if (unkept !== null) return unkept;
  }
  return (await save(environment, revision)) ?? activate(environment.id);
}
