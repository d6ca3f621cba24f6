import type { ApiDefinition } from '../definition/api-definition.ts';
import type { Operation } from '../definition/operation.ts';
import { parseForm } from '../formats/form.ts';
import type { RequestParts } from '../model/request-parts.ts';
import { parseDraftJson } from './parse-draft-json.ts';

/** A base URL that somebody uses, and the name under which they know it. */
export type KnownBase = { readonly api: string; readonly baseUrl: string; readonly title: string };

/** An operation that a request may be, and why, as a sentence. */
export type Candidate = {
  readonly api: ApiDefinition;
  readonly operation: Operation;
  /** What stands before the path of the operation; `null` where the path is another. */
  readonly base: string | null;
  readonly reason: string;
  /** False where only the fields of the body speak for it. */
  readonly isSure: boolean;
};

const weight = { path: 8, base: 4, method: 2, fields: 3 } as const;

/** The base URLs that the documents of the APIs print. */
export function presetBases(apis: readonly ApiDefinition[]): readonly KnownBase[] {
  return apis.flatMap((api) => api.presets.map(({ baseUrl, title }) => ({ api: api.id, baseUrl, title })));
}

/**
 * Which operations a request may be, best first: by the path, the host and the fields of its body. Empty where nothing
 * speaks for any.
 */
export function recogniseRequest(
  apis: readonly ApiDefinition[],
  request: RequestParts,
  bases: readonly KnownBase[] = presetBases(apis),
): readonly Candidate[] {
  const fields = fieldNames(request);
  return apis
    .flatMap((api) => api.operations.map((operation) => weigh(api, operation, request, fields, bases)))
    .filter((found) => found !== null)
    .toSorted((left, right) => right.score - left.score)
    .map(({ candidate }) => candidate);
}

type Weighed = { readonly candidate: Candidate; readonly score: number };

function weigh(
  api: ApiDefinition,
  operation: Operation,
  request: RequestParts,
  fields: ReadonlySet<string>,
  bases: readonly KnownBase[],
): Weighed | null {
  const base = baseBefore(operation.path, request.url);
  const known = bases.find(
    (candidate) => candidate.api === api.id && isUnder(request.url, candidate.baseUrl),
  );
  const share = shareOfFields(operation, fields);
  const isSure = base !== null || (known !== undefined && share > 0);
  if (!isSure && share < 1) return null;
  const sameMethod = operation.method === request.method;
  const reasons = [
    base === null ? null : `the path is ${operation.path}`,
    known === undefined ? null : `the address is that of ${known.title}`,
    share === 0 ? null : `its body has ${share === 1 ? 'all' : 'some'} of the fields`,
    base === null || sameMethod
      ? null
      : `the method ${request.method} is not the documented ${operation.method}`,
  ].filter((reason) => reason !== null);
  const score =
    (base === null ? 0 : weight.path) +
    (known === undefined ? 0 : weight.base) +
    (sameMethod ? weight.method : 0) +
    share * weight.fields;
  const sentence = `${isSure ? 'Recognised' : 'A guess'}: ${reasons.join(', ')}.`;
  return { candidate: { api, operation, base, reason: sentence, isSure }, score };
}

/** What stands before the path of an operation in a URL; `null` where the URL does not end in that path. */
function baseBefore(path: string, url: string): string | null {
  const pattern = path.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`).replaceAll(/\{[^}]*\}/g, '[^/?#]+');
  return new RegExp(`^([^?#]*)${pattern}/?(?:[?#].*)?$`, 's').exec(url)?.[1] ?? null;
}

function isUnder(url: string, baseUrl: string): boolean {
  if (!URL.canParse(url) || !URL.canParse(baseUrl)) return false;
  return new URL(url).origin === new URL(baseUrl).origin;
}

/** How many of the fields that the documents require stand in the body; 0 where they require none. */
function shareOfFields({ body }: Operation, fields: ReadonlySet<string>): number {
  const required = body.format === 'none' ? [] : body.fields.filter((field) => field.required);
  if (required.length === 0) return 0;
  return required.filter(({ name }) => fields.has(name)).length / required.length;
}

function fieldNames({ url, body }: RequestParts): ReadonlySet<string> {
  const json = parseDraftJson(body ?? '');
  const query = parseForm(/\?([^#]*)/.exec(url)?.[1] ?? '');
  if (json.ok && json.value.kind === 'object') return new Set(json.value.members.map(({ name }) => name));
  return new Set([...query, ...parseForm(body ?? '')].map(({ name }) => name));
}
