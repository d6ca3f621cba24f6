import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { judgeDraftXml } from '../../../shared/formats/judge-draft-xml.ts';
import { firstXmlSlip, readBrokenXml, slipsOf } from '../../../shared/formats/read-broken-xml.ts';
import type { PlainXmlShape } from '../../../shared/formats/xml-tree.ts';
import { applyEdits } from '../../support/edit-text.ts';

const leaf = (name: string): PlainXmlShape => ({ name, type: 'text' });

/** A list of items, each with an id, a note, and tags that may repeat. */
const shape: PlainXmlShape = {
  name: 'list',
  type: 'object',
  fields: [
    {
      name: 'item',
      type: 'list',
      fields: [leaf('identifier'), leaf('remark'), { ...leaf('label'), repeats: true }],
    },
    leaf('total'),
  ],
};

/** What is wrong, where, and the text after the fix of each. */
function slips(text: string): readonly (readonly [where: string, message: string, mended: string | null])[] {
  return slipsOf(readBrokenXml(text, shape)).map(({ range, message, fix }) => [
    text.slice(range.start, range.end),
    message,
    fix === null ? null : applyEdits(text, fix.edits),
  ]);
}

describe('tags that do not pair up', () => {
  it.each<[string, string, string, string, string]>([
    [
      'a leaf opened again where it should be closed',
      '<list><item><identifier>1<identifier></item></list>',
      '<identifier>',
      '<identifier> is opened again where it should be closed; write </identifier>',
      '<list><item><identifier>1</identifier></item></list>',
    ],
    [
      'a list element opened again where it should be closed, the next one following',
      '<list><item><remark>1</remark><item><item><remark>2</remark></item></list>',
      '<item>',
      '<item> is opened again where it should be closed; write </item>',
      '<list><item><remark>1</remark></item><item><remark>2</remark></item></list>',
    ],
    [
      'a list element never closed, the next one following',
      '<list>\n  <item>\n    <remark>1</remark>\n  <item>\n    <remark>2</remark>\n  </item>\n</list>',
      '<item>',
      '<item> is never closed; add </item>',
      '<list>\n  <item>\n    <remark>1</remark>\n  </item>\n  <item>\n    <remark>2</remark>\n  </item>\n</list>',
    ],
    [
      'a leaf that may repeat, never closed',
      '<list><item><label>a<label>b</label></item></list>',
      '<label>',
      '<label> is never closed; add </label>',
      '<list><item><label>a</label><label>b</label></item></list>',
    ],
    [
      'a leaf never closed, another following',
      '<list><item><identifier>1 <remark>x</remark></item></list>',
      '<identifier>',
      '<identifier> is never closed; add </identifier>',
      '<list><item><identifier>1</identifier> <remark>x</remark></item></list>',
    ],
    [
      'a misspelt closing tag',
      '<list><item><identifier>1</idenifier></item></list>',
      '</idenifier>',
      '</idenifier> stands where <identifier> should be closed; write </identifier>',
      '<list><item><identifier>1</identifier></item></list>',
    ],
    [
      'a misspelt start tag, by what closes it',
      '<list><item><idenifier>1</identifier></item></list>',
      '<idenifier>',
      '<idenifier> is closed by </identifier>; write <identifier>',
      '<list><item><identifier>1</identifier></item></list>',
    ],
    [
      'a leaf closed by another name',
      '<list><item><identifier>1</remark></item></list>',
      '</remark>',
      '</remark> stands where <identifier> should be closed; write </identifier>',
      '<list><item><identifier>1</identifier></item></list>',
    ],
    [
      'a closing tag of what is around, written once too often',
      '<list><item><remark>1</remark></list></list>',
      '</list>',
      '</list> stands where <item> should be closed; write </item>',
      '<list><item><remark>1</remark></item></list>',
    ],
    [
      'a closing tag that closes nothing',
      '<list><item><remark>1</remark></total></item></list>',
      '</total>',
      '</total> closes nothing that is open here; remove it',
      '<list><item><remark>1</remark></item></list>',
    ],
    [
      'a closing tag without a name',
      '<list><item><remark>1</></item></list>',
      '</>',
      '</> stands where <remark> should be closed; write </remark>',
      '<list><item><remark>1</remark></item></list>',
    ],
    [
      'a start tag without its end',
      '<list><item><remark 1</remark></item></list>',
      '<remark',
      'the tag <remark is not ended; write > behind it',
      '<list><item><remark>1</remark></item></list>',
    ],
    [
      'a start tag without its end, its text grown on to it',
      '<list><item><remark{{x}}</remark></item></list>',
      '<remark',
      'the tag <remark is not ended; write > behind it',
      '<list><item><remark>{{x}}</remark></item></list>',
    ],
    [
      'a closing tag without its end',
      '<list><item><remark>1</remark</item></list>',
      '</remark',
      'the closing tag of remark is not ended; write </remark>',
      '<list><item><remark>1</remark></item></list>',
    ],
  ])('%s', (_title, text, where, message, mended) => {
    expect(slips(text)).toEqual([[where, message, mended]]);
  });

  it('are not looked for where they do pair up, however strange the structure is', () => {
    expect(slips('<list><list><item><item/></item></list><total><total/></total></list>')).toEqual([]);
  });

  it('are all named, not only the first', () => {
    const text = '<list><item><remark>1<remark></item><item><label>2</labl></itm></lst>';
    expect(slips(text).map(([where]) => where)).toEqual(['<remark>', '</labl>', '</itm>', '</lst>']);
  });

  it('that are nested too deep are told once', () => {
    expect(slips('<a><b>'.repeat(50_000)).map(([, message]) => message)).toEqual([
      'nested more than 500 levels deep',
    ]);
  });
});

describe('characters, attributes and what stands around', () => {
  it.each<[string, string, string, string | null]>([
    ['<list>a & b</list>', '&', 'an & stands alone; write &amp; for it', '<list>a &amp; b</list>'],
    ['<list>1 < 2</list>', '<', 'a < stands alone; write &lt; for it', '<list>1 &lt; 2</list>'],
    ['<list>1 <b c</list>', '<', 'a < stands alone; write &lt; for it', '<list>1 &lt;b c</list>'],
    ['<list>]]></list>', ']]>', ']]> may not stand in a text; write ]]&gt; for it', '<list>]]&gt;</list>'],
    ['<list>&nbsp;</list>', '&nbsp;', '&nbsp; means nothing in XML; write the character itself', null],
    [
      '<list>\u0007</list>',
      '\u0007',
      'the character U+0007 may not stand in XML; remove it',
      '<list></list>',
    ],
    ['<list x=1/>', '1', 'the value of x stands without quotes; write "1"', '<list x="1"/>'],
    ['<list x/>', 'x', 'the attribute x has no value; write x="value"', null],
    ['<list x="1/>', 'x="1', 'the value of x has no closing quote; write "', '<list x="1"/>'],
    ['<list x="1" x="2"/>', 'x', 'the attribute x stands twice; keep one of them', null],
    [
      '<list x="1"y="2"/>',
      'y="2"',
      'no blank stands before the attribute y; write one',
      '<list x="1" y="2"/>',
    ],
    ['<list x="a & b"/>', '&', 'an & stands alone; write &amp; for it', '<list x="a &amp; b"/>'],
    ['<list/> x', 'x', 'text stands after the root element; remove it', '<list/> '],
    ['x <list/>', 'x', 'text stands before the root element; remove it', ' <list/>'],
    ['<list/><list/>', '<list/>', '<list> is a second root; only one may stand here', null],
    ['', '', 'there is no element', null],
    [
      '<!DOCTYPE a><list/>',
      '<!DOCTYPE a>',
      'a DOCTYPE is refused, because it can pull in other files',
      '<list/>',
    ],
    ['<list><!-- a -- b --></list>', '--', '-- may not stand inside a comment; write a single dash', null],
    [
      '<list></list x>',
      '</list x>',
      'a closing tag holds nothing but the name; write </list>',
      '<list></list>',
    ],
  ])('%s', (text, where, message, mended) => {
    expect(slips(text)).toEqual([[where, message, mended]]);
  });

  it.each([
    '{{a}}<list {{b}}>{{c & <d>}}&amp;&#65;&#x42;<![CDATA[a & < b]]><!-- & < --><?p & ?></list>{{e}}',
    "<?xml version='1.0'?>\n<!-- c --><p:list xmlns:p='u' x='\"'>{{v}}</p:list >\n<?p i?>",
  ])('are left alone where nothing is wrong: %s', (text) => {
    expect(slips(text)).toEqual([]);
  });
});

describe('any text', () => {
  const scraps = fc.array(
    fc.oneof(
      fc.constantFrom(
        '<list>',
        '<item>',
        '<remark>',
        '<label>',
        '</list>',
        '</item>',
        '</remark>',
        '</label>',
        '<total/>',
      ),
      fc.constantFrom(
        '1',
        ' ',
        '\n',
        '&',
        '<',
        '>',
        '"',
        'x="1"',
        '</',
        '{{v}}',
        '<!-- c -->',
        '<![CDATA[d]]>',
      ),
      fc.constantFrom(
        '<item',
        '</item',
        '<remrak>',
        '</lable>',
        '<a b=',
        '<?p ?>',
        '&amp;',
        '&lt',
        '--',
        ']]>',
      ),
    ),
    { maxLength: 25 },
  );

  it('has slips wherever a strict reader finds a fault, and none where it finds none', () => {
    fc.assert(
      fc.property(scraps, fc.boolean(), (parts, wrapped) => {
        const text = wrapped ? `<list>${parts.join('')}</list>` : parts.join('');
        // What a variable outside of the root, or as an attribute, stands for is not known here.
        const judged = judgeDraftXml(text) !== null;
        const found = slipsOf(readBrokenXml(text, shape)).length > 0;
        if (!/\{\{/.test(text)) expect({ text, found }).toEqual({ text, found: judged });
        if (found) expect({ text, judged }).toEqual({ text, judged: true });
      }),
      { numRuns: 2000 },
    );
  });

  it('is explained without knowing a structure, too', () => {
    expect(firstXmlSlip('<a>\n  <b>1<b>\n</a>')).toEqual({
      message: '<b> is opened again where it should be closed; write </b>',
      line: 2,
      column: 7,
    });
    expect(firstXmlSlip('<a/>')).toBeNull();
  });
});
