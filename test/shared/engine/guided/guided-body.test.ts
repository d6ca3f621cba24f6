import { array, assert, boolean, constantFrom, nat, oneof, property, string, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { apis } from '../../../../shared/apis/registry.ts';
import type { FieldSpec } from '../../../../shared/definition/field-spec.ts';
import { guideForm } from '../../../../shared/engine/guided/guide-form.ts';
import { guideJson } from '../../../../shared/engine/guided/guide-json.ts';
import { guideXml } from '../../../../shared/engine/guided/guide-xml.ts';
import type { GuidedBody, GuidedField } from '../../../../shared/engine/guided/guided-field.ts';
import { documented } from '../../../../shared/model/source.ts';

type Guided = {
  readonly name: string;
  readonly text: string;
  readonly read: (text: string) => GuidedBody<string>;
};

/** Every body of every template that is JSON or XML, with its own reader. */
const bodies: readonly Guided[] = apis.flatMap((api) =>
  api.templates.flatMap((template): readonly Guided[] => {
    const spec = api.operations.find(({ id }) => id === template.operation)?.body;
    const { body } = template;
    const name = `${api.id}/${template.id}`;
    if (spec?.format === 'json' && body.kind === 'text')
      return [{ name, text: body.text, read: (text) => opened(guideJson(text, spec.fields)) }];
    if (spec?.format !== 'form' || spec.xml === undefined || body.kind !== 'form') return [];
    const { root, field } = spec.xml;
    const text = body.fields.find((pair) => pair.name === field)?.value ?? '';
    return [{ name, text, read: (changed) => opened(guideXml(changed, root)) }];
  }),
);

function opened(result: ReturnType<typeof guideJson>): GuidedBody<string> {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** Every value of a body that is there, by its path and its place among those of the same path. */
function valuesOf(fields: readonly GuidedField<string>[]): readonly GuidedField<string>[] {
  return fields.flatMap((field) => [
    ...(field.shape === 'value' && field.isThere ? [field] : []),
    ...valuesOf(field.parts),
  ]);
}

function allOf(fields: readonly GuidedField<string>[]): readonly GuidedField<string>[] {
  return fields.flatMap((field) => [field, ...allOf(field.parts)]);
}

const typed = oneof(
  string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !/[\r\n\p{Cc}]/u.test(text)),
  constantFrom(
    '403993715529606983',
    '1.00',
    '0005',
    '-1',
    'true',
    '"',
    '\\',
    '<a>&amp;',
    '{{payu.amount}}',
    '',
    '1e5',
    'a {{b}} "c"',
  ),
);

describe('a body as a form', () => {
  it('is there for every template of every API', () => {
    expect(bodies.length).toBeGreaterThan(15);
    for (const { name, text, read } of bodies) {
      const { fields, others } = read(text);
      expect([name, others]).toEqual([name, []]);
      expect([name, valuesOf(fields).length > 0]).toEqual([name, true]);
      expect(allOf(fields).filter(({ obstacle }) => obstacle !== null)).toEqual([]);
    }
  });

  it('takes any value, says it again, and leaves every other byte as it was', () => {
    assert(
      property(constantFrom(...bodies), nat(), typed, ({ text, read }, choice, value) => {
        const values = valuesOf(read(text).fields);
        const field = values[choice % values.length];
        if (field === undefined) throw new Error('The body has no values');
        const changed = field.set(value, field.notation);
        const after = valuesOf(read(changed).fields);
        expect(after.map((other) => other.value)).toEqual(
          values.map((other) => (other === field ? value : other.value)),
        );
        const start = commonStart(text, changed);
        const end = commonStart(reversed(text.slice(start)), reversed(changed.slice(start)));
        const removed = text.slice(start, text.length - end);
        expect(removed.length).toBeLessThanOrEqual((field.value ?? '').length + 4);
      }),
      { numRuns: 1500 },
    );
  });

  it('adds and removes any documented field or item, and stays well-formed', () => {
    assert(
      property(
        constantFrom(...bodies),
        array(tuple(nat(), boolean()), { maxLength: 12 }),
        ({ text, read }, steps) => {
          let current = text;
          for (const [choice, adds] of steps) {
            const fields = allOf(read(current).fields).filter(
              ({ isThere, shape }) => isThere !== adds || (adds && shape === 'list'),
            );
            const field = fields[choice % Math.max(1, fields.length)];
            if (field === undefined) continue;
            current = adds ? field.add() : (field.remove?.() ?? current);
            if (adds) {
              const again = allOf(read(current).fields).filter(({ path }) => path === field.path);
              expect(again.some(({ isThere }) => isThere)).toBe(true);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('gives the body back byte for byte when an added field is removed', () => {
    for (const { text, read } of bodies) {
      const absent = allOf(read(text).fields).filter(({ isThere, shape }) => !isThere && shape === 'value');
      for (const { path, add } of absent) {
        const added = add();
        const there = allOf(read(added).fields).find((field) => field.path === path);
        expect(there?.remove?.()).toBe(text);
      }
    }
  });
});

const source = documented('Refunds');
const amount: FieldSpec = {
  name: 'amount',
  type: 'amount',
  required: true,
  help: 'How much.',
  source,
};
const note: FieldSpec = { name: 'note', type: 'text', required: false, help: 'Why.', source };
const lines: FieldSpec = {
  name: 'lines',
  type: 'list',
  required: false,
  help: 'Which.',
  source,
  fields: [amount],
};

describe('a JSON body as a form', () => {
  const fieldOf = (text: string, path: string): GuidedField<string> => {
    const found = allOf(opened(guideJson(text, [amount, note, lines])).fields).find(
      (field) => field.path === path,
    );
    if (found === undefined) throw new Error(`There is no ${path}`);
    return found;
  };

  it('keeps the notation a value has', () => {
    expect(fieldOf('{ "amount": 5 }', 'amount').set('1.00', 'bare')).toBe('{ "amount": 1.00 }');
    expect(fieldOf('{ "amount": "5" }', 'amount').set('1.00', 'quoted')).toBe('{ "amount": "1.00" }');
    expect(fieldOf('{ "amount": {{x}} }', 'amount').set('{{y}}', 'bare')).toBe('{ "amount": {{y}} }');
    expect(fieldOf('{ "amount": 5 }', 'amount').set('0005', 'bare')).toBe('{ "amount": "0005" }');
  });

  it('writes a number bare again after its field was emptied', () => {
    const emptied = fieldOf('{ "amount": 5 }', 'amount').set('', 'bare');
    expect(emptied).toBe('{ "amount": "" }');
    expect(fieldOf(emptied, 'amount').set('7', null)).toBe('{ "amount": 7 }');
  });

  it('puts a new member where the documentation has it, laid out as its neighbours', () => {
    const body = '{\n  "amount": 1,\n  "other": 2\n}';
    expect(fieldOf(body, 'note').set('late', null)).toBe(
      '{\n  "amount": 1,\n  "note": "late",\n  "other": 2\n}',
    );
    expect(fieldOf('{}', 'note').set('late', null)).toBe('{ "note": "late" }');
  });

  it('adds, fills and removes items of a list', () => {
    const one = fieldOf('{ "amount": 1 }', 'lines').add();
    expect(one).toBe('{ "amount": 1, "lines": [{ "amount": "" }] }');
    const filled = fieldOf(one, 'lines[0].amount').set('2.50', null);
    expect(filled).toBe('{ "amount": 1, "lines": [{ "amount": 2.50 }] }');
    const two = fieldOf(filled, 'lines').add();
    expect(fieldOf(two, 'lines[0]').remove?.()).toBe('{ "amount": 1, "lines": [{ "amount": "" }] }');
  });

  it('says why it cannot edit what is of another kind', () => {
    expect(fieldOf('{ "amount": [1] }', 'amount').obstacle).toContain('edited as text');
    expect(fieldOf('{ "lines": 5 }', 'lines').obstacle).toContain('edited as text');
    expect(guideJson('[1]', [amount]).ok).toBe(false);
    expect(guideJson('{ "amount": }', [amount]).ok).toBe(false);
    expect(opened(guideJson('{ "amount": 1, "strange": 2 }', [amount])).others).toEqual(['strange']);
  });
});

describe('an XML body as a form', () => {
  const root: FieldSpec = {
    name: 'r',
    type: 'object',
    required: true,
    help: 'All.',
    source,
    fields: [amount, note],
  };
  const fieldOf = (text: string, path: string): GuidedField<string> => {
    const found = allOf(opened(guideXml(text, root)).fields).find((field) => field.path === path);
    if (found === undefined) throw new Error(`There is no ${path}`);
    return found;
  };

  it('keeps prefixes, attributes, comments and line ends', () => {
    const body =
      '<p:r xmlns:p="urn:x" a=">">\r\n  <!-- <amount>0</amount> -->\r\n  <p:amount>1</p:amount>\r\n</p:r>';
    expect(fieldOf(body, 'r/amount').set('2 < 3', null)).toBe(body.replace('>1<', '>2 &lt; 3<'));
    expect(fieldOf(body, 'r/note').set('x', null)).toBe(
      body.replace('</p:amount>', '</p:amount>\r\n  <p:note>x</p:note>'),
    );
  });

  it('fills an element without an end tag, and leaves one with markup in it to the text', () => {
    expect(fieldOf('<r><amount /></r>', 'r/amount').set('1', null)).toBe('<r><amount>1</amount></r>');
    expect(fieldOf('<r><note><![CDATA[x]]></note></r>', 'r/note').obstacle).toContain('edited as text');
    expect(guideXml('<other/>', root).ok).toBe(false);
  });
});

describe('a form body as a form', () => {
  it('changes, adds in documented order and removes, others in place', () => {
    const fields = [
      { name: 'strange', value: '1' },
      { name: 'note', value: 'x' },
    ];
    const guided = guideForm(fields, [amount, note]);
    expect(guided.others).toEqual(['strange']);
    expect(guided.fields[1]?.set('y', null)).toEqual([fields[0], { name: 'note', value: 'y' }]);
    expect(guided.fields[0]?.set('1.00', null)).toEqual([{ name: 'amount', value: '1.00' }, ...fields]);
    expect(guided.fields[1]?.remove?.()).toEqual([fields[0]]);
  });
});

function commonStart(left: string, right: string): number {
  let index = 0;
  while (index < left.length && left[index] === right[index]) index += 1;
  return index;
}

function reversed(text: string): string {
  return text.split('').toReversed().join('');
}
