import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { outlineXml, outlineXmlStart, xmlCharacterData } from '../../../shared/formats/xml-outline.ts';
import { parseXml } from '../../../shared/formats/xml.ts';
import { kindOf, type Outline } from '../../../shared/model/outline.ts';
import type { XmlElement } from '../../../shared/model/parsed-body.ts';

const name = fc.constantFrom('a', 'ns:b', 'refund', 'x-1');
const text = fc.constantFrom(
  '',
  ' ',
  '\n  ',
  '12',
  'A &amp; B',
  '<![CDATA[<x>]]>',
  '<!-- < note > -->',
  '<?pi x?>',
  '&#233;',
);
const element: fc.Memo<string> = fc.memo((depth) =>
  fc
    .tuple(
      name,
      fc.constantFrom('', ' id="1"', " t='a > b'"),
      text,
      depth <= 1 ? fc.constant([]) : fc.array(element(depth - 1), { maxLength: 3 }),
      text,
    )
    .map(([tag, attributes, before, inside, after]) =>
      before + inside.join('') + after === ''
        ? `<${tag}${attributes}/>`
        : `<${tag}${attributes}>${before}${inside.join('')}${after}</${tag}>`,
    ),
);
const documents = fc
  .tuple(
    fc.constantFrom('', '\uFEFF', '<?xml version="1.0"?>\r\n', '<!-- x -->'),
    element(4),
    fc.constantFrom('', '\n', '<!-- y -->'),
  )
  .map((parts) => parts.join(''));

describe('the outline of XML', () => {
  it('has the elements of the tree, in order, where they stand', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const outlined = outlineXml(document);
        const parsed = parseXml(document.replace(/^\uFEFF/, ''));
        if (!outlined.ok || !parsed.ok) throw new Error(`this is no XML: ${document}`);
        const mark = document.startsWith('\uFEFF') ? 1 : 0;
        expect(elementsOf(outlined.value)).toEqual(startsOf(parsed.value, mark));
      }),
      { numRuns: 500 },
    );
  });

  it('covers with its nodes exactly what they are', () => {
    const document = '<r><a x="1">t</a>mixed<!-- c --><b/><?p i?></r>';
    const outlined = outlineXml(document);
    if (!outlined.ok) throw new Error(outlined.error.message);
    const { start, end, count } = outlined.value;
    const nodes = Array.from({ length: count }, (_, node) => [
      kindOf(outlined.value, node),
      document.slice(start[node], end[node]),
    ]);
    expect(nodes).toEqual([
      ['element', document],
      ['element', '<a x="1">t</a>'],
      ['text', 'mixed'],
      ['other', '<!-- c -->'],
      ['element', '<b/>'],
      ['other', '<?p i?>'],
    ]);
  });

  it.each([
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a>&nope;</a>',
    '<a>x & y</a>',
    '<!DOCTYPE a><a/>',
    'x',
    '<a b=1/>',
  ])('refuses %s with the words of the reader', (document) => {
    const parsed = parseXml(document);
    expect(parsed.ok).toBe(false);
    expect(outlineXml(document)).toEqual(parsed);
  });

  it('of a beginning has the elements that the whole has there', () => {
    fc.assert(
      fc.property(documents, fc.nat(), (document, at) => {
        const start = outlineXmlStart(document.slice(0, at % (document.length + 1)));
        const whole = outlineXml(document);
        if (!whole.ok) throw new Error('this is no XML');
        expect(elementsOf(start)).toEqual(elementsOf(whole.value).slice(0, elementsOf(start).length));
      }),
      { numRuns: 300 },
    );
  });
});

it('character data is read with its entities and CDATA, also where it is cut', () => {
  expect(xmlCharacterData('A &amp; B<![CDATA[<x>]]>&#233;')).toBe('A & B<x>é');
  expect(xmlCharacterData('A &am')).toMatch(/^A /);
});

function elementsOf(outline: Outline): readonly number[] {
  return Array.from({ length: outline.count }, (_, node) => node)
    .filter((node) => kindOf(outline, node) === 'element')
    .map((node) => outline.start[node] ?? -1);
}

function startsOf(root: XmlElement, shift: number): readonly number[] {
  return [root.start + shift, ...root.children.flatMap((child) => startsOf(child, shift))];
}
