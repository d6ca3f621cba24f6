import { describe, expect, it } from 'vitest';

import type { FieldSpec } from '../../../shared/definition/field-spec.ts';
import type { BodySpec, FieldFault, Operation } from '../../../shared/definition/operation.ts';
import { checkFields, describeAmountFault } from '../../../shared/engine/check-fields.ts';
import { assumption, documented } from '../../../shared/model/source.ts';
import { demoApi } from '../support/demo-api.ts';
import { jsonBody, preparedOf, xmlForm } from '../support/prepared.ts';
import { scopeOf } from '../support/scope-of.ts';

const source = documented('Demo manual');
const limitSource = assumption('seen in answers', 'likely');

function field(name: string, changes: Partial<FieldSpec> = {}): FieldSpec {
  return { name, type: 'text', required: false, help: `Help on ${name}.`, source, ...changes };
}

const rupees = { unit: 'major', currency: 'INR', decimals: 2 } as const;
const cents = { unit: 'minor', currency: 'USD', decimals: 0 } as const;

describe('a JSON body', () => {
  it.each<[string, FieldSpec, string]>([
    ['a text', field('v'), '"x"'],
    ['a number where a text may stand, as it is hashed and sent', field('v'), '1.00'],
    ['an empty text that may be left out', field('v'), '""'],
    ['null for what may be left out', field('v', { type: 'amount', amount: rupees }), 'null'],
    ['a text of just the longest length, counted in characters', field('v', { maxLength: 3 }), '"a😀c"'],
    ['an integer', field('v', { type: 'integer' }), '403993715529606983'],
    ['an integer as text', field('v', { type: 'integer' }), '"-007"'],
    ['an amount', field('v', { type: 'amount', amount: rupees }), '1.00'],
    ['an amount as text', field('v', { type: 'amount', amount: rupees }), '"0.5"'],
    ['an amount in cents', field('v', { type: 'amount', amount: cents }), '1000'],
    ['true', field('v', { type: 'boolean' }), 'true'],
    ['false as text', field('v', { type: 'boolean' }), '"false"'],
    ['a choice', field('v', { type: 'choice', choices: ['full', 'partial'] }), '"partial"'],
    ['anything', field('v', { type: 'any' }), '[{}]'],
    ['an object', field('v', { type: 'object', fields: [field('w', { required: true })] }), '{"w": 1}'],
    [
      'a list',
      field('v', { type: 'list', fields: [field('w', { required: true })] }),
      '[{"w": 1}, {"w": 2}]',
    ],
    ['an empty list', field('v', { type: 'list', required: true }), '[]'],
  ])('may hold %s', (_title, spec, value) => expect(checkJson([spec], `{"v": ${value}}`)).toEqual([]));

  it.each<[string, FieldSpec, string, string]>([
    ['an object for a text', field('v'), '{}', 'v is not a text.'],
    ['a list for a text', field('v'), '["x"]', 'v is not a text.'],
    ['null for what is required', field('v', { required: true }), 'null', 'v is not a text.'],
    ['an empty text for what is required', field('v', { required: true }), '""', 'v is empty.'],
    ['a text for an object', field('v', { type: 'object' }), '"x"', 'v is not an object.'],
    ['an object for a list', field('v', { type: 'list' }), '{}', 'v is not a list.'],
    ['texts in a list of objects', field('v', { type: 'list' }), '[{}, "x"]', 'v[1] is not an object.'],
    ['a fraction for an integer', field('v', { type: 'integer' }), '1.0', 'v is 1.0, not a whole number.'],
    ['an exponent for an integer', field('v', { type: 'integer' }), '1e5', 'v is 1e5, not a whole number.'],
    ['nothing for an integer', field('v', { type: 'integer' }), '""', 'v is empty, not a whole number.'],
    ['a word for true or false', field('v', { type: 'boolean' }), '"yes"', 'v is yes.'],
    ['another case for true', field('v', { type: 'boolean' }), '"True"', 'v is True.'],
    ['another choice', field('v', { type: 'choice', choices: ['full'] }), '"Full"', 'v is Full.'],
    [
      'a text that is too long',
      field('v', { maxLength: 3 }),
      '"abcd"',
      'v has 4 characters; at most 3 are allowed.',
    ],
    [
      'too many decimals',
      field('v', { type: 'amount', amount: rupees }),
      '23.124',
      'v is 23.124; INR has at most 2 decimals.',
    ],
    [
      'decimals in cents',
      field('v', { type: 'amount', amount: cents }),
      '10.00',
      'v is 10.00; USD has no decimals here.',
    ],
    ['a list for an amount', field('v', { type: 'amount', amount: rupees }), '[1]', 'v is not an amount.'],
    ['an object for a choice', field('v', { type: 'choice' }), '{}', 'v is not one of the allowed texts.'],
    ['a list for a boolean', field('v', { type: 'boolean' }), '[]', 'v is not true or false.'],
    ['an object for an integer', field('v', { type: 'integer' }), '{}', 'v is not a whole number.'],
  ])('may not hold %s', (_title, spec, value, message) => {
    const faults = checkJson([spec], `{"v": ${value}}`);
    expect(faults.map((fault) => fault.message)).toEqual([message]);
    expect(faults[0]?.remedy).not.toBe('');
    expect(faults[0]?.ambiguousAmount).toBeUndefined();
  });

  it.each([
    ['1e2', 'is written with an exponent'],
    ['1E-2', 'is written with an exponent'],
    ['"1,50"', 'has a comma'],
    ['"1.000,00"', 'has a comma'],
    ['" 1"', 'has a blank in it'],
    ['"1 000"', 'has a blank in it'],
    ['"ten"', 'is not a number'],
    ['""', 'is not a number'],
    ['true', 'is not a number'],
  ])('says of the amount %s that it leaves open how much is meant', (value, words) => {
    const spec = field('v', { type: 'amount', amount: rupees, limitSource });
    expect(checkJson([spec], `{"v": ${value}}`)).toMatchObject([
      { message: expect.stringContaining(`which ${words}`), ambiguousAmount: true, source },
    ]);
  });

  it('tells an amount in cents from one in rupees when it says what to write', () => {
    const remedy = (amount: FieldSpec['amount']): string | undefined =>
      checkJson(
        [field('v', { type: 'amount', ...(amount === undefined ? {} : { amount }) })],
        '{"v": "1,0"}',
      )[0]?.remedy;
    expect(remedy(cents)).toContain('1000');
    expect(remedy(rupees)).toContain('42.50');
    expect(remedy(undefined)).toContain('42.50');
  });

  it('lacks what is required, at the object that lacks it', () => {
    const text = '{"a": 1,\n "items": [{"id": 1}, {}]}';
    const specs = [
      field('must', { required: true }),
      field('may'),
      field('items', { type: 'list', fields: [field('id', { required: true })] }),
    ];
    expect(checkJson(specs, text)).toEqual([
      { path: 'must', source, message: 'must is missing.', remedy: 'Add it. Help on must.', offset: 0 },
      {
        path: 'items[1].id',
        source,
        message: 'items[1].id is missing.',
        remedy: 'Add it. Help on id.',
        offset: text.indexOf('{}'),
      },
    ]);
  });

  it('has its faults where the value stands, in the order of the specs', () => {
    const text = '{"b": {"c": "toolong"}, "a": [1]}';
    const specs = [field('a'), field('b', { type: 'object', fields: [field('c', { maxLength: 2 })] })];
    expect(checkJson(specs, text).map(({ path, offset }) => [path, offset])).toEqual([
      ['a', text.indexOf('[1]')],
      ['b.c', text.indexOf('"toolong"')],
    ]);
  });

  it('is at fault where a member stands twice, and an amount that does is ambiguous', () => {
    expect(checkJson([field('v', { type: 'integer' })], '{"v": 1, "v": 1}')).toMatchObject([
      { message: 'v stands twice.', offset: 14 },
    ]);
    expect(checkJson([field('v', { type: 'amount' })], '{"v": 1, "v": 2}')).toMatchObject([
      { ambiguousAmount: true },
    ]);
  });

  it.each(['[]', '1', '"x"', 'null'])('that is %s is no object', (text) => {
    expect(checkJson([field('v')], text)).toMatchObject([
      { message: 'The body is not an object.', offset: 0 },
    ]);
  });

  it('may hold members that nobody describes, also with names that every object has', () => {
    expect(checkJson([field('constructor')], '{"x": [], "__proto__": {}}')).toEqual([]);
  });

  it('breaks a limit with the source of the limit, and a type with the source of the field', () => {
    const spec = field('v', { type: 'amount', amount: rupees, maxLength: 1, limitSource });
    expect(checkJson([spec], '{"v": 1.234}')).toMatchObject([{ source: limitSource }]);
    expect(checkJson([{ ...spec, type: 'text' }], '{"v": "ab"}')).toMatchObject([{ source: limitSource }]);
    expect(checkJson([{ ...spec, type: 'integer' }], '{"v": "ab"}')).toMatchObject([{ source }]);
  });

  it('is not held to a form', () => expect(checkJson([], '{}', { format: 'none' })).toEqual([]));
});

describe('a form body', () => {
  const specs = [
    field('method', { type: 'choice', required: true, choices: ['refund'] }),
    field('id', { type: 'integer', required: true }),
    field('request', { type: 'object' }),
  ];

  it('is checked pair by pair, decoded, by the first of a name', () => {
    expect(checkForm(specs, { method: 'refund', id: '1', request: 'a&b' })).toEqual([]);
    expect(
      checkForm(specs, { method: 'Refund', id: '1 0' }).map(({ path, message }) => [path, message]),
    ).toEqual([
      ['method', 'method is Refund.'],
      ['id', 'id is 1 0, not a whole number.'],
    ]);
    expect(checkForm(specs, {}).map(({ message }) => message)).toEqual([
      'method is missing.',
      'id is missing.',
    ]);
  });
});

describe('an XML text in a form', () => {
  const item = field('item', {
    type: 'list',
    fields: [
      field('id', { required: true }),
      field('amount', { type: 'amount', amount: cents }),
      field('tag', { type: 'list' }),
    ],
  });
  const root = field('refund', { type: 'object', fields: [field('kind', { required: true }), item] });

  it('may hold what is described, with any prefix, blanks around texts, and lists that repeat', () => {
    const text =
      '<c:refund xmlns:c="urn:x"><c:kind> x </c:kind><c:item><c:id>1</c:id><c:amount>\n 5 </c:amount></c:item><c:item><c:id>2</c:id><c:tag/><c:tag/></c:item></c:refund>';
    expect(checkXml(root, text)).toEqual([]);
  });

  it.each<[string, string, readonly [string, string, string][]]>([
    ['another root', '<return/>', [['<return>', '<return> is not the element <refund>.', '<return']]],
    ['an element that is missing', '<refund/>', [['refund/kind', 'refund/kind is missing.', '<refund/>']]],
    [
      'an element that is empty',
      '<refund><kind> </kind></refund>',
      [['refund/kind', 'refund/kind is empty.', '<kind>']],
    ],
    [
      'an element that nobody documents, and what is missing in its place',
      '<refund><Kind>x</Kind></refund>',
      [
        ['refund/Kind', '<Kind> is not documented inside <refund>.', '<Kind>'],
        ['refund/kind', 'refund/kind is missing.', '<refund>'],
      ],
    ],
    [
      'faults in the one of several that has them',
      '<refund><kind>x</kind><item><id>1</id></item><item><amount>1.0</amount><x/></item></refund>',
      [
        ['refund/item[2]/x', '<x> is not documented inside <item>.', '<x/>'],
        ['refund/item[2]/id', 'refund/item[2]/id is missing.', '<item><amount>'],
        ['refund/item[2]/amount', 'refund/item[2]/amount is 1.0; USD has no decimals here.', '<amount>'],
      ],
    ],
  ])('is told of %s, and where', (_title, text, faults) => {
    const found = checkXml(root, text).map(({ path, message, offset }) => [path, message, offset]);
    expect(found).toEqual(faults.map(([path, message, at]) => [path, message, text.indexOf(at)]));
  });

  it('says which elements could have been meant', () => {
    expect(checkXml(root, '<refund><kind>x</kind><kinds/></refund>')).toMatchObject([
      { remedy: 'Use one of kind, item.' },
    ]);
  });

  it.each(['1,0', '1e3', '1 0', ''])('leaves open how much the amount %j is', (amount) => {
    const text = `<refund><kind>x</kind><item><id>1</id><amount>${amount}</amount></item></refund>`;
    expect(checkXml(root, text)).toMatchObject([{ path: 'refund/item/amount', ambiguousAmount: true }]);
  });

  it('is at fault where an element that may not repeat stands twice', () => {
    const once = field('kind', { type: 'text' });
    const outer = field('refund', { type: 'object', fields: [once] });
    expect(checkXml(outer, '<refund><kind>a</kind><kind>b</kind></refund>')).toMatchObject([
      { message: 'refund/kind stands twice.', offset: 22 },
    ]);
    const many = field('refund', { type: 'object', fields: [{ ...once, repeats: true }] });
    expect(checkXml(many, '<refund><kind>a</kind><kind>b</kind></refund>')).toEqual([]);
  });

  it('has a fault behind a variable at its place in the draft', () => {
    const text = '<refund>\n <kind>{{kind}}</kind><item><id>1</id><amount>1.0</amount></item></refund>';
    const prepared = preparedOf(xmlForm(text), scopeOf({ kind: '&'.repeat(40) }));
    const operation = operationOf({ format: 'form', fields: [], xml: { field: 'request', root } });
    const [fault] = checkFields(operation, prepared);
    expect(prepared.main?.position(fault?.offset ?? -1)).toEqual({ line: 2, column: 39 });
  });
});

describe('rules that concern more than one field', () => {
  const fault: FieldFault = { path: 'a', message: 'Too much.', remedy: 'Less.', source };
  const operation = {
    ...operationOf({ format: 'json', fields: [field('v', { required: true })] }),
    checkBody: () => [fault],
  };

  it('come after those of single fields', () => {
    expect(checkFields(operation, preparedOf(jsonBody('{}'))).map(({ path }) => path)).toEqual(['v', 'a']);
  });

  it('are not asked about a body that cannot be read', () => {
    expect(checkFields(operation, preparedOf({ kind: 'none' }))).toEqual([]);
  });
});

it('the words for a fault of an amount are null where there is none', () => {
  expect(describeAmountFault('1.00')).toBeNull();
  expect(describeAmountFault('1,00')).toBe('has a comma');
});

function operationOf(body: BodySpec): Operation {
  const [operation] = demoApi().operations;
  if (operation === undefined) throw new Error('The demo API has no operation');
  return { ...operation, body };
}

function checkJson(
  fields: readonly FieldSpec[],
  text: string,
  body: BodySpec = { format: 'json', fields },
): readonly FieldFault[] {
  return checkFields(operationOf(body), preparedOf(jsonBody(text)));
}

function checkForm(
  fields: readonly FieldSpec[],
  values: Readonly<Record<string, string>>,
): readonly FieldFault[] {
  const pairs = Object.entries(values).map(([name, value]) => ({ name, value }));
  return checkFields(
    operationOf({ format: 'form', fields }),
    preparedOf({ kind: 'form', fields: pairs, main: null }),
  );
}

function checkXml(root: FieldSpec, text: string): readonly FieldFault[] {
  const body: BodySpec = { format: 'form', fields: [], xml: { field: 'request', root } };
  return checkFields(operationOf(body), preparedOf(xmlForm(text)));
}
