import * as fc from 'fast-check';

import type { FieldSpec } from '../../shared/definition/field-spec.ts';

/** A body of the described structure, laid out as people write it; required elements are all there. */
export function xmlBodies(root: FieldSpec): fc.Arbitrary<string> {
  return elementLines(root).map((lines) => {
    const [first = '', ...rest] = lines;
    return [first.replace('>', ' xmlns="urn:x">'), ...rest].join('\n');
  });
}

function elementLines(spec: FieldSpec): fc.Arbitrary<readonly string[]> {
  const { name, fields } = spec;
  if (fields === undefined) return leafText(spec).map((text) => [`<${name}>${text}</${name}>`]);
  const one = fc
    .tuple(
      fc.nat({ max: fields.length - 1 }),
      ...fields.map((field) => fc.tuple(fc.boolean(), elementLines(field))),
    )
    .map(([sure, ...children]) => {
      const inside = children.flatMap(([is, lines], index) =>
        is || index === sure || fields[index]?.required === true ? lines : [],
      );
      return [`<${name}>`, ...inside.map((line) => `  ${line}`), `</${name}>`];
    });
  return spec.type === 'list'
    ? fc.array(one, { minLength: 1, maxLength: 3 }).map((each) => each.flat())
    : one;
}

function leafText({ type, choices }: FieldSpec): fc.Arbitrary<string> {
  const variable = fc.constantFrom('{{id}}', '{{a.b}}', 'x{{$uuid}}');
  const literal =
    type === 'boolean'
      ? fc.constantFrom('true', 'false')
      : choices === undefined
        ? fc.oneof(
            fc.nat().map(String),
            fc.constantFrom('A&amp;B', '<![CDATA[1 < 2]]>', 'é 😀', '7<!-- - -->'),
          )
        : fc.constantFrom(...choices);
  return fc.oneof({ arbitrary: literal, weight: 4 }, { arbitrary: variable, weight: 1 });
}
