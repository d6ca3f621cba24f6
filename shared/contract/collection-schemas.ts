import * as v from 'valibot';

import { checkOperators } from '../model/check.ts';
import type { ContentNode } from '../model/collection.ts';
import { name, pair, text, id } from './schema-parts.ts';

const body = v.variant('kind', [
  v.strictObject({ kind: v.literal('none') }),
  v.strictObject({ kind: v.literal('text'), language: v.picklist(['json', 'xml']), text }),
  v.strictObject({
    kind: v.literal('form'),
    fields: v.pipe(v.array(v.strictObject({ name, value: text })), v.maxLength(500)),
    main: v.nullable(v.strictObject({ field: name, language: v.literal('xml') })),
  }),
]);

export const draft = v.strictObject({
  api: id,
  template: v.nullable(id),
  operation: id,
  method: v.pipe(v.string(), v.regex(/^[A-Z]{3,10}$/)),
  url: text,
  headers: v.pipe(v.array(pair), v.maxLength(200)),
  body,
});

const checkSubject = v.variant('of', [
  v.strictObject({ of: v.picklist(['status', 'verdict', 'entry', 'code', 'body', 'time']) }),
  v.strictObject({ of: v.literal('header'), name }),
  v.strictObject({ of: v.literal('json'), path: v.pipe(v.string(), v.maxLength(2000)) }),
  v.strictObject({
    of: v.literal('xml'),
    path: v.pipe(v.string(), v.maxLength(2000)),
    namespaces: v.record(name, name),
  }),
]);

const check = v.strictObject({
  subject: checkSubject,
  operator: v.picklist(checkOperators),
  expected: v.pipe(v.string(), v.maxLength(100_000)),
});
export const checks = v.pipe(v.array(check), v.maxLength(200));
export const captures = v.pipe(
  v.array(v.strictObject({ subject: checkSubject, variable: name })),
  v.maxLength(200),
);
export const title = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'it is empty'),
  v.maxLength(200, 'it is too long'),
);

export const collectionRequest = v.strictObject({ name: title, notes: text, draft, checks, captures });

export const variables = v.pipe(
  v.array(v.strictObject({ name, value: text })),
  v.maxLength(1000),
  v.check((given) => new Set(given.map((one) => one.name)).size === given.length, 'a name stands twice'),
);

/** How deep folders may stand in folders. */
export const deepest = 20;

const contentNode: v.GenericSchema<unknown, ContentNode> = v.variant('kind', [
  v.strictObject({
    kind: v.literal('folder'),
    name: title,
    notes: text,
    items: v.pipe(v.array(v.lazy(() => contentNode)), v.maxLength(10_000)),
  }),
  v.strictObject({ kind: v.literal('request'), request: collectionRequest }),
]);

export const collectionContent = v.pipe(
  v.strictObject({
    name: title,
    notes: text,
    variables,
    items: v.pipe(v.array(contentNode), v.maxLength(10_000)),
  }),
  v.check(({ items }) => depthOf(items) <= deepest, `folders stand deeper than ${deepest}`),
);

/** A path inside a collection: names with `/` between, never a way out. */
export const path = v.pipe(
  v.string(),
  v.maxLength(1000),
  v.regex(/^(?:[^/\\.\0][^/\\\0]*(?:\/[^/\\.\0][^/\\\0]*)*)?$/, 'it is no path inside the collection'),
);

function depthOf(items: readonly ContentNode[]): number {
  return items.reduce(
    (deepestSoFar, node) => Math.max(deepestSoFar, 1 + (node.kind === 'folder' ? depthOf(node.items) : 0)),
    0,
  );
}
