import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { scanXml } from '../../../shared/formats/scan-xml.ts';

/** The pieces of a text as their kind and what is written. */
function piecesOf(text: string): readonly string[] {
  return scanXml(text).map(({ kind, range, ended }) => {
    const written = text.slice(range.start, range.end);
    return `${kind} ${written}${ended ? '' : ' …'}`;
  });
}

describe('the pieces of an XML text', () => {
  it.each([
    ['<a>1</a>', ['start <a>', 'text 1', 'end </a>']],
    ['<?xml version="1.0"?><a/>', ['instruction <?xml version="1.0"?>', 'start <a/>']],
    [
      '<a><!-- <b> --><![CDATA[<c>]]></a>',
      ['start <a>', 'comment <!-- <b> -->', 'cdata <![CDATA[<c>]]>', 'end </a>'],
    ],
    ['<!DOCTYPE a [<!ENTITY x "y">]><a/>', ['doctype <!DOCTYPE a [<!ENTITY x "y">]>', 'start <a/>']],
    ['<p:a x="1>2" y=\'<\'/>', ['start <p:a x="1>2" y=\'<\'/>']],
    ['<a>{{x < <b> y}}</a>', ['start <a>', 'text {{x < <b> y}}', 'end </a>']],
    ['<a {{x}}="{{y}}"><{{z}}/>', ['start <a {{x}}="{{y}}">', 'start <{{z}}/>']],
    ['1 < 2 <3 <!x', ['text 1 < 2 <3 <!x']],
    ['<a\n <b x="1"\n</b', ['start <a …', 'text \n ', 'start <b x="1" …', 'text \n', 'end </b …']],
    ['<a x="1>\n<b y="2"/>', ['start <a x="1>', 'text \n', 'start <b y="2"/>']],
    ['</><a></ a >', ['end </>', 'start <a>', 'end </ a >']],
    ['<!-- a', ['comment <!-- a …']],
    ['<![CDATA[ a', ['cdata <![CDATA[ a …']],
    ['<? a', ['instruction <? a …']],
  ])('%s', (text, pieces) => {
    expect(piecesOf(text)).toEqual(pieces);
  });

  it('tells the attributes of a tag, broken ones too', () => {
    const [tag] = scanXml('<a b="1"c=\'2\' d=3 e f="4>');
    const attributes = tag?.kind === 'start' ? tag.attributes : [];
    expect(
      attributes.map(({ name, value, quotes, parted }) => [name, value !== null, quotes, parted]),
    ).toEqual([
      ['b', true, 'both', true],
      ['c', true, 'both', false],
      ['d', true, 'none', true],
      ['e', false, 'none', true],
      ['f', true, 'open', true],
    ]);
  });

  it('follow each other without a gap, whatever the text is', () => {
    const scraps = fc.array(
      fc.oneof(
        fc.constantFrom(
          '<',
          '>',
          '</',
          '/>',
          '<a',
          '<b ',
          'x="',
          "y='",
          '"',
          "'",
          '=',
          '{{',
          '}}',
          '&',
          '\n',
          ' ',
        ),
        fc.constantFrom('<!--', '-->', '<![CDATA[', ']]>', '<?', '?>', '<!DOCTYPE', '[', 'é', '😀', '\u0000'),
        fc.string(),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(scraps, (parts) => {
        const text = parts.join('');
        const pieces = scanXml(text);
        expect(pieces.map(({ range }) => text.slice(range.start, range.end)).join('')).toBe(text);
        expect(pieces.every(({ range }) => range.start < range.end)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
