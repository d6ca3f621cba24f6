import type { ApiDefinition } from '../definition/api-definition.ts';
import type { RequestTemplate } from '../definition/request-template.ts';
import { variableNames } from './resolve-variables.ts';

/** Where a call of an API carries secrets, and the reference that belongs there. */
export type SecretPlaces = {
  /** By the name of the header in lower case; the whole value, like `Bearer {{payu.accessToken}}`. */
  readonly headers: ReadonlyMap<string, string>;
  /** By the name of a field in a form, a query or a JSON body; `null` for a field that is not secret. */
  readonly fields: (name: string) => string | null;
};

/**
 * The places of secrets: those where the template of a call has one, and fields that are named like a secret variable
 * of the API, however they are written (`login_password`, `loginPassword`).
 */
export function secretPlacesOf(api: ApiDefinition, template: RequestTemplate | null): SecretPlaces {
  const secret = new Set(api.variables.filter((spec) => spec.secret).map(({ name }) => name));
  const holdsSecret = (text: string): boolean =>
    variableNames(text).some((name) => secret.has(name) || name.startsWith('$session.'));
  const form = template?.body.kind === 'form' ? template.body.fields : [];
  const fields = new Map([
    ...[...secret].map((name) => [plain(name.slice(name.indexOf('.') + 1)), `{{${name}}}`] as const),
    ...form.filter(({ value }) => holdsSecret(value)).map(({ name, value }) => [plain(name), value] as const),
  ]);
  return {
    headers: new Map(
      (template?.headers ?? [])
        .filter(([, value]) => holdsSecret(value))
        .map(([name, value]) => [name.toLowerCase(), value]),
    ),
    fields: (name) => fields.get(plain(name)) ?? null,
  };
}

/** What to tell of a value that was left out; nothing where only references stood there. */
export function leftOutSecrets(where: string, value: string, reference: string): readonly string[] {
  if (value === reference) return [];
  const names = variableNames(reference);
  const isSession = names.every((name) => name.startsWith('$session.'));
  return [
    isSession
      ? `The value of ${where} was left out; a login yields it (${reference}).`
      : `The secret in ${where} was left out; ${reference} stands in its place, so set ${names.join(', ')} in the environment.`,
  ];
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z\d]/g, '');
}
