import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { apis } from '../../../shared/apis/registry.ts';
import { formatXml } from '../../../shared/formats/format-xml.ts';
import { scanXml } from '../../../shared/formats/scan-xml.ts';
import { xmlBodies } from '../../support/xml-bodies.ts';

describe('the layout of an XML text', () => {
  it.each<[string, string, string]>([
    ['indents elements', '<a><b>1</b><c/></a>', '<a>\n  <b>1</b>\n  <c/>\n</a>'],
    ['leaves mixed content as it is', '<a><b>x <i>y</i>\n z</b></a>', '<a>\n  <b>x <i>y</i>\n z</b>\n</a>'],
    ['leaves a variable between elements as it is', '<a>{{v}}<b/></a>', '<a>{{v}}<b/></a>'],
    ['leaves CDATA as it is', '<a><b><![CDATA[ <x>  ]]></b></a>', '<a>\n  <b><![CDATA[ <x>  ]]></b>\n</a>'],
    [
      'leaves blanks of a leaf as they are',
      '<a><b>  </b><c>\n</c></a>',
      '<a>\n  <b>  </b>\n  <c>\n</c>\n</a>',
    ],
    [
      'leaves tags as they are',
      '<a\n  x=\'1\'   y = "2" ><b /></a >',
      '<a\n  x=\'1\'   y = "2" >\n  <b />\n</a >',
    ],
    ['leaves preserved space', '<a xml:space="preserve"> <b/> </a>', '<a xml:space="preserve"> <b/> </a>'],
    ['keeps one empty line', '<a>\n\n\n<b/>\n\n\n<c/>\n\n</a>', '<a>\n  <b/>\n\n  <c/>\n</a>'],
    [
      'keeps a comment beside its element',
      '<a><b/> <!-- n -->\n<c/></a>',
      '<a>\n  <b/> <!-- n -->\n  <c/>\n</a>',
    ],
    [
      'puts what is before the root on lines',
      '<?xml version="1.0"?><!-- c --><a><b/></a>\n',
      '<?xml version="1.0"?><!-- c -->\n<a>\n  <b/>\n</a>\n',
    ],
    ['keeps the ends of lines', '<a>\r\n<b/>\r\n</a>\r\n', '<a>\r\n  <b/>\r\n</a>\r\n'],
    ['takes back too much', '<a>\n        <b>\n   <c/>\n </b></a>', '<a>\n  <b>\n    <c/>\n  </b>\n</a>'],
  ])('%s', (_title, text, laidOut) => {
    expect(formatXml(text)).toBe(laidOut);
    expect(formatXml(laidOut)).toBe(laidOut);
  });

  it.each(['', '<a>', '<a>&</a>', '<a/><b/>', 'x', '<a><b></a></b>'])(
    'is not given where it is broken: %j',
    (text) => {
      expect(formatXml(text)).toBeNull();
    },
  );

  it('is that of the documented samples', () => {
    const samples = apis
      .flatMap(({ examples }) => examples)
      .filter(({ kind, format }) => kind === 'request' && format === 'xml');
    expect(samples).not.toHaveLength(0);
    for (const { text } of samples) expect(formatXml(text.replaceAll(/\n */g, ''))).toBe(text);
  });

  it('keeps everything but the blanks between elements, and stays as it is', () => {
    const roots = apis.flatMap(({ operations }) =>
      operations.flatMap(({ body }) =>
        body.format === 'form' && body.xml !== undefined ? [body.xml.root] : [],
      ),
    );
    const blank = fc.constantFrom('', ' ', '\n', '\n\n\n', '\t', '\n    ');
    const texts = fc
      .tuple(
        fc.constantFrom(...roots).chain((root) => xmlBodies(root)),
        fc.array(blank, { minLength: 1 }),
      )
      .map(([body, blanks]) => {
        let turn = 0;
        return body.replaceAll(/\n */g, () => blanks[turn++ % blanks.length] ?? '');
      });
    fc.assert(
      fc.property(texts, (text) => {
        const laidOut = formatXml(text) ?? '';
        expect(literals(laidOut)).toEqual(literals(text));
        expect(formatXml(laidOut)).toBe(laidOut);
      }),
    );
  });
});

function literals(text: string): readonly string[] {
  return scanXml(text)
    .map(({ range }) => text.slice(range.start, range.end))
    .filter((literal) => literal.trim() !== '');
}
