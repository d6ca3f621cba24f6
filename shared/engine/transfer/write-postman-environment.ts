import type { EnvironmentVariable } from '../../model/environment.ts';

/** Variables of an environment to be written for Postman. */
export type PostmanEnvironment = {
  readonly name: string;
  readonly variables: readonly EnvironmentVariable[];
  /** Names with, only where they are invented, values. */
  readonly secrets: readonly EnvironmentVariable[];
};

/** An environment as Postman exports it; secrets are of the type that Postman hides. */
export function writePostmanEnvironment({ name, variables, secrets }: PostmanEnvironment): string {
  const values = [
    ...variables.map((variable) => toValue(variable, 'default')),
    ...secrets.map((secret) => toValue(secret, 'secret')),
  ];
  return `${JSON.stringify({ name, values, _postman_variable_scope: 'environment' }, null, 2)}\n`;
}

function toValue({ name, value }: EnvironmentVariable, type: 'default' | 'secret'): object {
  return { key: name, value, type, enabled: true };
}
