import type { ApiDefinition } from '../../shared/definition/api-definition.ts';
import type { Environment, EnvironmentVariable } from '../../shared/model/environment.ts';

/** Names of the variables that are secret: those that the APIs declare, and those that the environment does. */
export function secretNames(apis: readonly ApiDefinition[], environment: Environment): ReadonlySet<string> {
  const declared = apis.flatMap(({ variables }) => variables.filter(({ secret }) => secret));
  return new Set([...declared.map(({ name }) => name), ...environment.secrets]);
}

/** Secrets that stand in the file of an environment. They are not used: such a file is meant for git. */
export function secretsInFile(
  apis: readonly ApiDefinition[],
  environment: Environment,
): readonly EnvironmentVariable[] {
  const secret = secretNames(apis, environment);
  return environment.variables.filter(({ name, value }) => secret.has(name) && value !== '');
}
