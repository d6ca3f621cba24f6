import type { ApiDefinition } from '../../definition/api-definition.ts';
import type { EnvironmentVariable } from '../../model/environment.ts';
import { suspectSecrets } from '../suspect-secrets.ts';
import type { RemarkList } from './imported-file.ts';

/** The variables that hold no secret, by name and value; the others are named, and their values left out. */
export function keepPlainVariables(
  variables: readonly EnvironmentVariable[],
  apis: readonly ApiDefinition[],
  place: readonly string[],
  remarks: RemarkList,
): readonly EnvironmentVariable[] {
  const specs = apis.flatMap((api) => api.variables);
  const secret = new Set([
    ...suspectSecrets(variables, specs),
    ...specs.filter((spec) => spec.secret).map(({ name }) => name),
  ]);
  for (const { name } of variables.filter((variable) => secret.has(variable.name)))
    remarks.add(
      place,
      `The value of ${name} is, or looks like, a secret and was not taken over; set it as a secret of the environment.`,
    );
  return variables.filter(({ name }) => !secret.has(name));
}
