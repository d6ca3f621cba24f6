import * as fc from 'fast-check';

import { apis } from '../../../shared/apis/registry.ts';
import { draftFromTemplate } from '../../../shared/engine/draft-from-template.ts';
import { type Capture, type Check, checkOperators, type CheckSubject } from '../../../shared/model/check.ts';
import type { CollectionContent, CollectionRequest, ContentNode } from '../../../shared/model/collection.ts';
import type { DraftBody, RequestDraft } from '../../../shared/model/request-draft.ts';

/** Texts that have hurt before, beside any others. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '{{payu.amount}}',
    '});',
    '*/ // ',
    '"\\\n\r\t\u2028',
    '0.10',
    '403993715529606983',
    '</script>',
  ),
);
const title = text.map((value) => value.trim().slice(0, 200).trim() || 'Name');
const name = fc
  .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 })
  .filter((value) => value.trim() !== '');

const subject: fc.Arbitrary<CheckSubject> = fc.oneof(
  fc.constantFrom('status', 'verdict', 'entry', 'code', 'body', 'time').map((of) => ({ of })),
  name.map((value): CheckSubject => ({ of: 'header', name: value })),
  text.map((path): CheckSubject => ({ of: 'json', path })),
  fc
    .record({ path: text, prefix: fc.constantFrom('a', 'ns'), uri: name })
    .map(({ path, prefix, uri }): CheckSubject => ({ of: 'xml', path, namespaces: { [prefix]: uri } })),
);
const check: fc.Arbitrary<Check> = fc.record({
  subject,
  operator: fc.constantFrom(...checkOperators),
  expected: text,
});
const capture: fc.Arbitrary<Capture> = fc.record({ subject, variable: name });

const templates = apis.flatMap((api) => api.templates.map((template) => draftFromTemplate(api, template)));

const body: fc.Arbitrary<DraftBody> = fc.oneof(
  fc.constant({ kind: 'none' } as const),
  fc.record({
    kind: fc.constant('text' as const),
    language: fc.constantFrom('json' as const, 'xml' as const),
    text,
  }),
  fc.record({
    kind: fc.constant('form' as const),
    fields: fc.array(fc.record({ name, value: text }), { maxLength: 5 }),
    main: fc.option(fc.record({ field: name, language: fc.constant('xml' as const) })),
  }),
);

const draft: fc.Arbitrary<RequestDraft> = fc
  .record({
    template: fc.constantFrom(...templates),
    isOwn: fc.boolean(),
    method: fc.constantFrom('GET', 'POST', 'DELETE'),
    url: text,
    headers: fc.array(fc.tuple(name, text), { maxLength: 4 }),
    body,
  })
  .map(({ template, isOwn, ...changes }) => (isOwn ? template : { ...template, ...changes, template: null }));

const request: fc.Arbitrary<CollectionRequest> = fc.record({
  name: title,
  notes: text,
  draft,
  checks: fc.array(check, { maxLength: 4 }),
  captures: fc.array(capture, { maxLength: 2 }),
});

const { node } = fc.letrec<{ node: ContentNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    request.map((value): ContentNode => ({ kind: 'request', request: value })),
    fc.record({
      kind: fc.constant('folder' as const),
      name: title,
      notes: text,
      items: fc.array(tie('node'), { maxLength: 3 }),
    }),
  ),
}));

/** Any collection that can be kept: folders in folders, odd texts, every kind of body, checks of every kind. */
export const someCollection: fc.Arbitrary<CollectionContent> = fc.record({
  name: title,
  notes: text,
  variables: fc.uniqueArray(fc.record({ name, value: text }), { maxLength: 4, selector: (one) => one.name }),
  items: fc.array(node, { maxLength: 4 }),
});
