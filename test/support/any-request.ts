import * as fc from 'fast-check';

import { type Check, type CheckSubject, checkOperators } from '../../shared/model/check.ts';
import type { CollectionRequest } from '../../shared/model/collection.ts';
import type { DraftBody } from '../../shared/model/request-draft.ts';

/** Texts that YAML, line ends or blanks could change on their way through a file. */
const tricky = [
  '',
  ' ',
  '\n',
  '\n\n',
  '\r',
  '\r\n',
  '\t',
  ' \n',
  '\n ',
  'a\n',
  'a\n\n',
  'a \nb ',
  '\ta\n\tb',
  'a\r\nb\r\n',
  '---',
  '...',
  '--- a\n',
  'a\n---\nb',
  '# a',
  'a # b',
  '- a',
  '? a',
  'a: b',
  ': ',
  '[',
  '{',
  '{{payu.amount}}',
  '0005',
  '1.00',
  '403993715529606983',
  'true',
  'null',
  '~',
  '2026-01-31',
  '*a',
  '&a',
  '!!str a',
  '%a',
  '@a',
  "'",
  '"',
  '\\',
  '`',
  '|',
  '>',
  '|-\n',
  '  two\n one',
  'Grüße 返金 💶',
  '\u0085\u2028\u2029\uFEFF\u0000\u007F',
  'x'.repeat(5000),
  `${'long line '.repeat(500)}\n`.repeat(3),
];

const text = fc.oneof(
  fc.constantFrom(...tricky),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.constantFrom(...tricky), { minLength: 2, maxLength: 4 }).map((parts) => parts.join('')),
);
const short = text.map((value) => value.slice(0, 100));
const title = short.map((value) => value.trim()).filter((value) => value !== '');
const word = fc.stringMatching(/^[a-z][a-z\d-]{0,20}$/);
const pair = fc.tuple(short, text);

const body: fc.Arbitrary<DraftBody> = fc.oneof(
  fc.constant({ kind: 'none' as const }),
  fc.record({
    kind: fc.constant('text' as const),
    language: fc.constantFrom('json' as const, 'xml' as const),
    text,
  }),
  fc.record({
    kind: fc.constant('form' as const),
    fields: fc.array(fc.record({ name: short, value: text }), { maxLength: 4 }),
    main: fc.option(fc.record({ field: short, language: fc.constant('xml' as const) })),
  }),
);

const subject: fc.Arbitrary<CheckSubject> = fc.oneof(
  fc.constantFrom('status', 'verdict', 'entry', 'code', 'body', 'time').map((of) => ({ of })),
  fc.record({ of: fc.constant('header' as const), name: short }),
  fc.record({ of: fc.constant('json' as const), path: short }),
  fc.record({
    of: fc.constant('xml' as const),
    path: short,
    namespaces: fc.dictionary(word, short, { maxKeys: 3, noNullPrototype: true }),
  }),
);

const check: fc.Arbitrary<Check> = fc
  .record({ subject, operator: fc.constantFrom(...checkOperators), expected: text })
  .map((given) => ({
    ...given,
    expected: given.operator === 'exists' || given.operator === 'absent' ? '' : given.expected,
  }));

/** Any request that the contract lets in. */
export const anyRequest: fc.Arbitrary<CollectionRequest> = fc.record({
  name: title,
  notes: text,
  draft: fc.record({
    api: word,
    template: fc.option(word),
    operation: fc.oneof(
      word,
      short.filter((value) => value !== ''),
    ),
    method: fc.constantFrom('GET', 'POST', 'DELETE'),
    url: text,
    headers: fc.array(pair, { maxLength: 4 }),
    body,
  }),
  checks: fc.array(check, { maxLength: 4 }),
  captures: fc.array(fc.record({ subject, variable: short }), { maxLength: 3 }),
});
