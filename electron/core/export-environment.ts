import { sandboxes } from '../../shared/apis/sandboxes.ts';
import type { ApiDefinition } from '../../shared/definition/api-definition.ts';
import { writePostmanEnvironment } from '../../shared/engine/transfer/write-postman-environment.ts';
import {
  type Environment,
  type EnvironmentVariable,
  sandboxEnvironmentId,
} from '../../shared/model/environment.ts';
import { sandboxBaseUrl } from './describe-sandbox.ts';
import { secretNames } from './secret-names.ts';

export type EnvironmentOrder = {
  readonly environment: Environment;
  /** The APIs that are used. */
  readonly apis: readonly ApiDefinition[];
  readonly sandboxOrigin: string;
  /** Variables of the collection; in the sandbox they are stronger than its own values, in Postman they are not. */
  readonly without: readonly EnvironmentVariable[];
};

/** An environment for Postman: its plain values, and its secrets by name; those of the sandbox are invented, and stay. */
export function exportEnvironment({ environment, apis, sandboxOrigin, without }: EnvironmentOrder): string {
  const secret = secretNames(apis, environment);
  if (environment.id !== sandboxEnvironmentId) {
    return writePostmanEnvironment({
      name: environment.name,
      variables: environment.variables.filter(({ name }) => !secret.has(name)),
      secrets: [...secret].map((name) => ({ name, value: '' })),
    });
  }
  const own = new Set(without.map(({ name }) => name));
  const values = apis
    .flatMap((api) => sandboxVariables(api, sandboxOrigin))
    .filter(({ name }) => secret.has(name) || !own.has(name));
  return writePostmanEnvironment({
    name: environment.name,
    variables: values.filter(({ name }) => !secret.has(name)),
    secrets: values.filter(({ name }) => secret.has(name)),
  });
}

function sandboxVariables({ id }: ApiDefinition, origin: string): readonly EnvironmentVariable[] {
  const sandbox = sandboxes.get(id);
  if (sandbox === undefined) return [];
  const { variables } = sandbox;
  return [
    { name: `${id}.baseUrl`, value: sandboxBaseUrl(origin, id, sandbox) },
    ...Object.entries(variables).map(([name, value]) => ({ name, value })),
  ];
}
