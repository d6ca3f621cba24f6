import type { ApiDefinition } from '../../shared/definition/api-definition.ts';
import { makeDynamicValues } from '../../shared/engine/dynamic-variables.ts';
import { variableNames } from '../../shared/engine/resolve-variables.ts';
import type { RequestDraft } from '../../shared/model/request-draft.ts';
import { Secret } from '../../shared/model/secret.ts';
import type { VariableScope, VariableValue } from '../../shared/model/variable.ts';
import type { Postman } from './postman.ts';
import { postmanCrypto } from './postman-crypto.ts';

/**
 * The variables that texts, a login and a signature use, as Postman has them; where it has none, the given values, then the
 * API's own defaults.
 */
export function readScope(
  { variables, iterationData }: Pick<Postman, 'variables' | 'iterationData'>,
  api: ApiDefinition,
  texts: readonly string[],
  values: Readonly<Record<string, string>>,
  captured: ReadonlySet<string>,
): VariableScope {
  const specs = new Map(api.variables.map((spec) => [spec.name, spec]));
  const scope = new Map<string, VariableValue>();
  for (const [name, text] of makeDynamicValues(Date.now(), (count) => postmanCrypto.randomBytes(count)))
    scope.set(name, { secret: false, origin: 'generated', text });
  const names = new Set([...texts.flatMap((text) => variableNames(text)), ...specs.keys()]);
  // A set that grows while it is walked is walked to its new end.
  for (const name of names) {
    if (scope.has(name)) continue;
    const own = variables.has(name) ? asText(variables.get(name)) : '';
    const spec = specs.get(name);
    const found = own === '' ? (values[name] ?? spec?.defaultValue ?? null) : own;
    if (found === null) continue;
    const text = spec?.kind === 'url' ? found.replace(/\/+$/, '') : found;
    if (spec?.secret === true) {
      scope.set(name, { secret: true, origin: 'environment', value: new Secret(text) });
      continue;
    }
    // Values of others hold no variables, whatever they look like.
    const literal = captured.has(name) || iterationData?.has(name) === true;
    scope.set(name, { secret: false, origin: 'environment', text, literal });
    if (!literal) variableNames(text).forEach((inner) => names.add(inner));
  }
  return scope;
}

/** Every text of a draft that may hold variables. */
export function textsOf({ url, headers, body }: RequestDraft): readonly string[] {
  const texts = [url, ...headers.map(([, value]) => value)];
  if (body.kind === 'text') texts.push(body.text);
  if (body.kind === 'form') texts.push(...body.fields.map(({ value }) => value));
  return texts;
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
