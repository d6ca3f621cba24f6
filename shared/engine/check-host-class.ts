import type { ApiDefinition } from '../definition/api-definition.ts';
import type { EnvironmentClass } from '../model/environment.ts';
import type { Problem } from '../model/problem.ts';

/**
 * Warns where an address goes to a known host of another class: to production from an environment that calls itself
 * test, or the other way round. An address that is none, or of an unknown host, says nothing.
 */
export function checkHostClass(
  apis: readonly Pick<ApiDefinition, 'presets'>[],
  environmentClass: EnvironmentClass,
  address: string,
): Problem | null {
  const host = hostOf(address);
  const known = apis.flatMap(({ presets }) => presets).filter(({ baseUrl }) => hostOf(baseUrl) === host);
  const [other] = known;
  if (host === null || other === undefined) return null;
  if (known.some((preset) => preset.environmentClass === environmentClass)) return null;
  const consequence =
    other.environmentClass === 'production' ? 'Real money would move.' : 'No real refund would be made.';
  return {
    code: 'bad-environment',
    message: `${host} is known as ${other.title}, but this environment is of the class ${environmentClass}. ${consequence}`,
    remedy: 'Change the class of the environment or its base URL.',
  };
}

function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).host : null;
}
