import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { apis, findApi } from '../../../../shared/apis/registry.ts';
import type { FieldSpec } from '../../../../shared/definition/field-spec.ts';
import { bodyLanguageOf } from '../../../../shared/engine/body-language/body-language-of.ts';
import { jsonLanguage } from '../../../../shared/engine/body-language/json-language.ts';
import { parseDraftJson } from '../../../../shared/engine/parse-draft-json.ts';
import { jsonTokens } from '../../../../shared/formats/json-tokens.ts';
import { maskReferences } from '../../../../shared/engine/mask-references.ts';
import { assumption, documented } from '../../../../shared/model/source.ts';
import { applyEdits, atBar, take } from '../../../support/edit-text.ts';

const source = documented('Refunds');
const fields: readonly FieldSpec[] = [
  { name: 'note', type: 'text', required: false, help: 'For you.', source },
  { name: 'refund_id', type: 'text', required: true, help: 'Yours.', example: 'R-1', source },
  {
    name: 'amount',
    type: 'amount',
    required: true,
    help: 'What to give back.',
    amount: { unit: 'minor', currency: 'USD', decimals: 0 },
    example: '1000',
    source,
  },
  { name: 'kind', type: 'choice', required: true, choices: ['FULL', 'PART'], help: 'Which.', source },
  { name: 'is_test', type: 'boolean', required: false, help: 'Whether.', source: assumption('a sample') },
  {
    name: 'items',
    type: 'list',
    required: false,
    help: 'Each of them.',
    source,
    fields: [
      { name: 'id', type: 'integer', required: true, help: 'Its number.', source },
      { name: 'reason', type: 'text', required: false, help: 'Why.', source },
    ],
  },
  { name: 'hash', type: 'text', required: true, help: 'The signature.', source },
];
const language = jsonLanguage(fields, 'hash');

describe('completion in JSON', () => {
  it('proposes the names that are not there yet, required ones first', () => {
    expect(labels('{\n  "amount": 5,\n  |\n}')).toEqual([
      'refund_id',
      'kind',
      'hash',
      'note',
      'is_test',
      'items',
    ]);
  });

  it.each([
    ['{\n  |\n}', 'amount', '{\n  "amount": |\n}'],
    ['{\n  |\n}', 'note', '{\n  "note": "|"\n}'],
    ['{\n  |\n}', 'items', '{\n  "items": [\n  {\n    |\n  }\n]\n}'],
    ['{\n  |\n}', 'hash', '{\n  "hash": "{{$signature}}"\n}'],
    ['{\n  "am|"\n}', 'amount', '{\n  "amount": |\n}'],
    ['{\n  "am|\n}', 'amount', '{\n  "amount": |\n}'],
    ['{\n  "am|": 5\n}', 'amount', '{\n  "amount": 5\n}'],
    ['{\n  am|\n}', 'amount', '{\n  "amount": |\n}'],
    ['{ "kind": | }', 'FULL', '{ "kind": "FULL" }'],
    ['{ "kind": "P|" }', 'PART', '{ "kind": "PART" }'],
    ['{ "is_test": t| }', 'true', '{ "is_test": true }'],
    ['{ "refund_id": "|" }', 'R-1', '{ "refund_id": "R-1" }'],
    ['{ "hash": "|" }', '{{$signature}}', '{ "hash": "{{$signature}}" }'],
    ['|', '{ }', '{\n  |\n}'],
  ])('writes the right shape: %j with %s', (marked, label, result) => {
    expect(took(marked, label)).toBe(result);
  });

  it.each([
    ['{\n  "amount": 5\n  |\n}', '{\n  "amount": 5,\n  "kind": "|"\n}'],
    ['{\n  |\n  "amount": 5\n}', '{\n  "kind": "|",\n  "amount": 5\n}'],
    ['{ "note": "a", "|" "amount": 5 }', '{ "note": "a", "kind": "|", "amount": 5 }'],
  ])('puts the commas that are wanted: %j', (marked, result) => {
    expect(took(marked, 'kind')).toBe(result);
  });

  it.each([
    '{\n  "amount": {{amount}},\n  "ki|"\n}',
    '{\n  "amount": {{amount}}\n  "ki|"\n}',
    '{\n  "amount": {{am\n  "ki|"\n}',
    '{\n  "amount": \n  "ki|": 1\n}',
    '{\n  "amount": 5 00, "note: "x,\n  "ki|"\n',
    '{ "items": [ { "id": 1 ], "ki|" }',
    '{ "note": "{{a}}", "ki|" ',
  ])('works below and beside broken text: %j', (marked) => {
    expect(labels(marked)).toContain('kind');
  });

  it('knows the objects of a list, and their commas', () => {
    expect(labels('{ "items": [ { "id": {{id}} }, { "|" } ] }')).toEqual(['id', 'reason']);
    expect(took('{ "items": [ { "id": 1 },| ] }', '{ }')).toBe('{ "items": [ { "id": 1 },{\n  |\n} ] }');
  });

  it.each([
    '{ "refund_id": "R|" }',
    '{ "amount": 1| }',
    '{ "amount": 5 }|',
    '{ "amount"|: 5 }',
    '{ "other": "|" }',
  ])('proposes nothing where nothing is known: %j', (marked) => {
    expect(labels(marked)).toEqual([]);
  });

  it('marks what is only an example, so that it is never taken while something else is typed', () => {
    const { text, offset } = atBar('{ "amount": | }');
    expect(language.complete(text, offset)).toMatchObject([{ kind: 'example', insert: '1000' }]);
  });
});

describe('help in JSON', () => {
  it.each([
    ['{ "am|ount": 5 }', 'amount', '"amount"'],
    ['{ "amount": {{x}}, "kind": "F|ULL" }', 'kind', '"FULL"'],
    ['{ "items": [{ "id": {{|n}} }] }', 'id', '{{n}}'],
  ])('describes name and value: %j', (marked, title, stretch) => {
    const { text, offset } = atBar(marked);
    const help = language.describe(text, offset);
    expect(help?.title).toBe(title);
    expect(text.slice(help?.range.start, help?.range.end)).toBe(stretch);
  });

  it.each(['{ "other|": 5 }', '|{ "amount": 5 }', '{ "amount": 5 | }', '{ "items": [| ] }'])(
    'says nothing of what it does not know: %j',
    (marked) => {
      const { text, offset } = atBar(marked);
      expect(language.describe(text, offset)).toBeNull();
    },
  );
});

const whole = '{ "refund_id": "R", "amount": 5, "kind": "FULL", "hash": "h" }';

describe('findings in JSON', () => {
  it('has nothing to say of a body that is right, with variables in any place', () => {
    expect(language.findings(whole)).toEqual([]);
    expect(
      language.findings('{ "refund_id": "{{a}}-1", "amount": {{b}}, "kind": "{{c}}", "hash": {{d}} }'),
    ).toEqual([]);
    expect(language.findings('{{body}}')).toEqual([]);
    expect(language.findings('{ {{rest}} }')).toEqual([]);
  });

  it.each([
    ['"amount": 5', '"amuont": 5', 'amuont is not documented here; amount is.', whole],
    ['"amount": 5', '"Amount": 5', 'Amount is not documented here; amount is.', whole],
    ['"FULL"', '"full"', 'kind is full. Write "FULL"', whole],
    ['"h" }', '"h", }', 'Nothing follows this comma.', whole],
    ['5, "kind"', '5 "kind"', 'A comma is missing before "kind".', whole],
    ['"h" }', '"h", "kind": "FULL" }', 'kind stands twice.', whole],
    ['"kind": "FULL", ', '', 'kind is missing. Add it. Which.', whole.replace('"FULL"', '""')],
    ['"hash": "h"', '"note": ""', 'hash is missing.', null],
  ])('mends %s written as %s', (right, wrong, message, mended) => {
    const text = whole.replace(right, wrong);
    const finding = language.findings(text).find((candidate) => candidate.message.startsWith(message));
    expect(finding?.fixes).toHaveLength(1);
    const after = applyEdits(text, finding?.fixes[0]?.edits ?? []);
    if (mended !== null) expect(after).toBe(mended);
    expect(parseDraftJson(after).ok).toBe(true);
    expect(language.findings(after)).toEqual([]);
  });

  it('adds a missing member on a line of its own, where its siblings have theirs', () => {
    const text = '{\n    "refund_id": "R",\n    "kind": "FULL",\n    "hash": ""\n}';
    const [finding] = language.findings(text);
    expect(applyEdits(text, finding?.fixes[0]?.edits ?? [])).toBe(
      '{\n    "refund_id": "R",\n    "amount": "",\n    "kind": "FULL",\n    "hash": ""\n}',
    );
  });

  it('adds a missing list with what each of its items needs', () => {
    const terminal = bodyLanguageOf(findApi('front-payment'), {
      operation: 'refund',
      kind: 'text',
      main: null,
    });
    const text = '{\n  "type": "regular",\n  "grandTotal": 42,\n  "isReversal": false\n}';
    const [finding] = terminal.findings(text);
    expect(applyEdits(text, finding?.fixes[0]?.edits ?? [])).toBe(
      '{\n  "type": "regular",\n  "grandTotal": 42,\n  "products": [\n    {\n      "id": "",\n      "amount": ""\n    }\n  ],\n  "isReversal": false\n}',
    );
  });

  it('leaves the choice to a person where two members of one name differ', () => {
    const finding = language.findings(whole.replace('"kind"', '"amount": 6, "kind"'));
    expect(finding).toMatchObject([{ message: expect.stringContaining('amount stands twice'), fixes: [] }]);
  });

  it('calls what only a guess asks for a remark', () => {
    const [finding] = language.findings(whole.replace('"kind"', '"is_test": True, "kind"'));
    expect(finding).toMatchObject({
      severity: 'remark',
      message: 'is_test is True. Write true: capitals count.',
    });
  });
});

describe('notes in JSON', () => {
  it('says what a plain amount means behind its comma, and nothing of a variable', () => {
    const text = '{ "amount": 1000, "note": "1000" }';
    expect(language.notes(text)).toEqual([{ offset: text.indexOf(',') + 1, text: '10.00 USD, in cents' }]);
    expect(language.notes('{ "amount": "403993715529606983" }')).toMatchObject([
      { text: '4039937155296069.83 USD, in cents' },
    ]);
    expect(language.notes('{ "amount": {{amount}} }')).toEqual([]);
    expect(language.notes('{ "amount": 1e3, }')).toEqual([]);
  });

  it('shows that an amount without decimals is in the major unit, and is quiet where it has some', () => {
    const payu = bodyLanguageOf(findApi('payu'), { operation: 'refund', kind: 'text', main: null });
    expect(payu.notes('{ "amount": 500 }')).toMatchObject([{ text: '500.00 INR' }]);
    expect(payu.notes('{ "amount": 500.00 }')).toEqual([]);
  });
});

describe('the layout of JSON', () => {
  it('changes blanks only, and keeps variables, long numbers and members that stand twice', () => {
    expect(language.format('{"a":{{a}},"a":403993715529606983,\n\n"b":[1.00,  "{{x}} ,{"],"c":{}}')).toBe(
      '{\n  "a": {{a}},\n  "a": 403993715529606983,\n  "b": [\n    1.00,\n    "{{x}} ,{"\n  ],\n  "c": {}\n}',
    );
  });

  it('leaves alone what is not well-formed', () => {
    expect(language.format('{"a":1,}')).toBeNull();
    expect(language.format('')).toBeNull();
  });
});

/** Bodies of described and other members, with variables anywhere, whole or with a stretch cut out. */
const bodiesWith = (...literals: string[]) =>
  fc.letrec<{ value: string; object: string }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(
        '{{x}}',
        '{{payu.amount}}',
        '"{{a}}-1"',
        '1.00',
        '403993715529606983',
        'true',
        '"full"',
        '"FULL"',
        '""',
        ...literals,
      ),
      tie('object'),
      fc.array(tie('value'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    ),
    object: fc
      .array(
        fc.tuple(
          fc.constantFrom(
            ...fields.map(({ name }) => name),
            'id',
            'reason',
            'Amount',
            'refundId',
            'kinds',
            'other',
          ),
          tie('value'),
          fc.constantFrom('', ' ', '\n  ', '\r\n'),
        ),
        { maxLength: 6 },
      )
      .map(
        (members) => `{${members.map(([name, value, space]) => `${space}"${name}": ${value}`).join(',')}}`,
      ),
  })).object;
const bodies = bodiesWith();
const broken = fc
  .tuple(
    bodiesWith('True', '5 00'),
    fc.nat(),
    fc.nat({ max: 8 }),
    fc.constantFrom('', '{{', '"', ',', '}', '{{x}}', '\\', '\uD800', ']'),
  )
  .map(([text, at, length, put]) => {
    const start = at % (text.length + 1);
    return text.slice(0, start) + put + text.slice(start + length);
  });

describe('whatever the JSON is', () => {
  it('answers without a throw at every offset, inside the text', () => {
    fc.assert(
      fc.property(broken, fc.nat(), (text, at) => {
        const offset = at % (text.length + 1);
        const ranges = [
          ...language.complete(text, offset).map(({ range }) => range),
          ...language.findings(text).map(({ range }) => range),
        ];
        language.describe(text, offset);
        language.notes(text);
        language.format(text);
        for (const { start, end } of ranges)
          expect(0 <= start && start <= end && end <= text.length).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('lays out once and for all, and changes nothing but blanks', () => {
    fc.assert(
      fc.property(bodies, (text) => {
        const once = language.format(text);
        expect(once).not.toBeNull();
        expect(language.format(once ?? '')).toBe(once);
        expect(pieces(once ?? '')).toEqual(pieces(text));
      }),
      { numRuns: 300 },
    );
  });

  it('mends with every fix what the fix belongs to', () => {
    fc.assert(
      fc.property(fc.oneof(bodies, broken), (text) => {
        for (const { message, fixes } of language.findings(text)) {
          for (const { edits } of fixes)
            expect(count(applyEdits(text, edits), message)).toBeLessThan(count(text, message));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps a well-formed body well-formed with everything it proposes', () => {
    fc.assert(
      fc.property(bodies, fc.nat(), (text, at) => {
        const offset = at % (text.length + 1);
        // Half of a variable that is being typed is the business of the variables' own list.
        fc.pre(!/\{\{[^{}]*$/.test(text.slice(0, offset)));
        for (const proposal of language.complete(text, offset)) {
          const after = take(text, proposal);
          // A name alone waits for its value.
          const filled = after.replace(/: \|/, ': 1').replace('|', '');
          expect(parseDraftJson(filled).ok, after).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('says nothing about any template of ours, and each is kept as it is by its layout', () => {
    const templates = apis.flatMap((api) => api.templates.map((template) => ({ api, template })));
    const described = templates.filter(
      ({ template: { body } }) => body.kind === 'text' && body.language === 'json',
    );
    expect(described.length).toBeGreaterThan(8);
    for (const { api, template } of described) {
      const { body, operation } = template;
      if (body.kind !== 'text') continue;
      const known = bodyLanguageOf(api, { operation, kind: body.kind, main: null });
      expect(known.findings(body.text), template.id).toEqual([]);
      expect(pieces(known.format(body.text) ?? '')).toEqual(pieces(body.text));
    }
  });
});

function labels(marked: string): readonly string[] {
  const { text, offset } = atBar(marked);
  return language.complete(text, offset).map(({ label }) => label);
}

function took(marked: string, label: string): string | null {
  const { text, offset } = atBar(marked);
  const proposal = language.complete(text, offset).find((candidate) => candidate.label === label);
  return proposal === undefined ? null : take(text, proposal);
}

function count(text: string, message: string): number {
  return language.findings(text).filter((finding) => finding.message === message).length;
}

function pieces(text: string): readonly string[] {
  return jsonTokens(maskReferences(text)).map(({ range }) => text.slice(range.start, range.end));
}
