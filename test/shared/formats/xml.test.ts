import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  escapeXml,
  parseXml,
  xmlAttribute,
  xmlChild,
  xmlChildren,
  xmlChildText,
} from '../../../shared/formats/xml.ts';
import type { XmlElement } from '../../../shared/model/parsed-body.ts';

describe('text', () => {
  it.each([
    ['a code with leading zeros', '<a>0005</a>', '0005'],
    ['what looks like an exponent', '<a>1e5</a>', '1e5'],
    ['a long number', '<a>403993715529606983</a>', '403993715529606983'],
    ['trailing zeros', '<a>500.00</a>', '500.00'],
    ['blanks around it', '<a> 1 </a>', ' 1 '],
    ['true', '<a>true</a>', 'true'],
    ['nothing', '<a/>', ''],
    ['named entities', '<a>&lt;&gt;&amp;&quot;&apos;</a>', '<>&"\''],
    ['numeric entities', '<a>&#65;&#x42;&#128512;</a>', 'AB😀'],
    ['an entity written as text', '<a>&amp;lt;&#38;gt;&amp;#65;</a>', '&lt;&gt;&#65;'],
    ['the name of an HTML entity as text', '<a>&amp;nbsp;&amp;copy;</a>', '&nbsp;&copy;'],
    ['CDATA', '<a><![CDATA[<b>&amp;]] 0005</b>]]></a>', '<b>&amp;]] 0005</b>'],
    ['CDATA beside text', '<a>x<![CDATA[ & ]]>y<![CDATA[]]>&lt;</a>', 'x & y<'],
    ['a comment and an instruction in it', '<a>x<!-- < & -->y<?p i?>z</a>', 'xyz'],
    ['line ends as XML reads them', '<a>1\r\n2\r3\n4</a>', '1\n2\n3\n4'],
  ])('keeps %s', (_title, xml, text) => expect(read(xml).text).toBe(text));

  it('keeps thousands of entities', () => {
    expect(read(`<a>${'&amp;&#65;'.repeat(20_000)}</a>`).text).toBe('&A'.repeat(20_000));
  });

  it('is the text of the element itself, not of its children', () => {
    const root = read('<a>x<b>inner</b>y</a>');
    expect(root.text).toBe('xy');
    expect(xmlChildText(root, 'b')).toBe('inner');
  });

  it('comes back as it was, once escaped', () => {
    const allowed = fc
      .string({ unit: 'binary', maxLength: 40 })
      // Control characters are not XML, and XML reads a CR as a line end.
      .filter((text) => !/[\p{Cc}\ufffe\uffff]/u.test(text.replaceAll(/[\t\n]/g, '')));
    fc.assert(
      fc.property(allowed, (text) => {
        expect(read(`<a>${escapeXml(text)}</a>`).text).toBe(text);
      }),
      { seed: 20_260_107, numRuns: 500 },
    );
  });

  it('comes back from an attribute, once escaped', () => {
    const text = `a"b'c<d>&e\u00e9`;
    expect(xmlAttribute(read(`<a v="${escapeXml(text)}" w='${escapeXml(text)}'/>`), 'w')).toBe(text);
  });
});

describe('elements', () => {
  it('keep their order and repetition', () => {
    const root = read('<r><b>1</b><a>2</a><b>3</b></r>');
    expect(root.children.map(({ name, text }) => `${name}${text}`)).toEqual(['b1', 'a2', 'b3']);
    expect(xmlChildren(root, 'b').map(({ text }) => text)).toEqual(['1', '3']);
    expect(xmlChild(root, 'b')?.text).toBe('1');
  });

  it.each([
    ['a prefix', '<c:r xmlns:c="http://convio.com/crm/v1.0"><c:code>2</c:code></c:r>'],
    ['another prefix', '<ns1:r xmlns:ns1="urn:x"><ns1:code>2</ns1:code></ns1:r>'],
    ['a default namespace', '<r xmlns="http://convio.com/crm/v1"><code>2</code></r>'],
    ['none', '<r><code>2</code></r>'],
  ])('are found by their local name with %s', (_title, xml) => {
    const root = read(xml);
    expect(root.localName).toBe('r');
    expect(xmlChildText(root, 'code')).toBe('2');
  });

  it('keep their full name beside the local one', () => {
    expect(read('<c:r xmlns:c="urn:x"/>')).toMatchObject({ name: 'c:r', localName: 'r' });
  });

  it('are not comments, instructions or declarations', () => {
    const root = read(
      '<?xml version="1.0"?><?p i?><!-- c --><r><?p i?><!-- <x/> --><a/></r><!-- c --><?p i?>',
    );
    expect(root.localName).toBe('r');
    expect(root.children.map(({ name }) => name)).toEqual(['a']);
  });

  it('have attributes in order, found without their prefix, never numbers', () => {
    const root = read('<r code="0005" x:b="1.00" xmlns:x="urn:x" empty=""/>');
    expect(root.attributes).toEqual([
      ['code', '0005'],
      ['x:b', '1.00'],
      ['xmlns:x', 'urn:x'],
      ['empty', ''],
    ]);
    expect(['code', 'b', 'empty', 'absent'].map((name) => xmlAttribute(root, name))).toEqual([
      '0005',
      '1.00',
      '',
      null,
    ]);
  });

  it('are absent with null, also below what is absent', () => {
    expect(xmlChild(null, 'a')).toBeNull();
    expect(xmlChildren(null, 'a')).toEqual([]);
    expect(xmlChildText(read('<r/>'), 'a')).toBeNull();
    expect(xmlChildText(read('<r><a> 1 </a></r>'), 'a')).toBe('1');
  });

  it.each(['\n', '\r\n', '\r'])('know where they start with line ends %j', (end) => {
    const text = [`<?xml version="1.0"?>`, '<r x="a>b">', '  <é>1</é>', '  <!-- 😀 --><b/>', '</r>'].join(
      end,
    );
    const root = read(text);
    const starts = [root, ...root.children].map(({ start }) => text.slice(start).split(/[ />]/)[0]);
    expect(starts).toEqual(['<r', '<é', '<b']);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('named %s pollute nothing', (name) => {
    const result = parseXml(`<a><${name}><polluted>1</polluted></${name}></a>`);
    expect(result.ok ? '' : result.error.message).toContain('cannot be shown as a tree');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('what is not well-formed', () => {
  it.each<[string, string, number, number]>([
    ['', 'document must contain a root element', 1, 1],
    ['text', 'text data outside of root node', 1, 4],
    ['<a/>x', 'text data outside of root node', 1, 5],
    ['<a/>\r\n<b/>', 'documents may contain only one root', 2, 3],
    ['<a>', 'unclosed tag: a', 1, 3],
    ['<a>\r\n  <b>\r\n</a>', 'unexpected close tag', 3, 4],
    ['<a>\n  <b>\n</a>', 'unexpected close tag', 3, 4],
    ['<A></a>', 'unexpected close tag', 1, 7],
    ['</a>', 'unmatched closing tag: a', 1, 4],
    ['<a b="1" b="2"/>', 'duplicate attribute: b', 1, 16],
    ['<a b=1/>', 'unquoted attribute value', 1, 6],
    ['<a b="<"/>', 'disallowed character', 1, 7],
    ['<1/>', 'disallowed character in tag name', 1, 2],
    ['<a>\n\u0001</a>', 'disallowed character', 2, 1],
    ['<a>]]></a>', 'the string "]]>" is disallowed in char data', 1, 6],
    ['<a>&nbsp;</a>', 'undefined entity', 1, 9],
    ['<a>&#0;</a>', 'malformed character entity', 1, 7],
    [' <?xml version="1.0"?><a/>', 'an XML declaration must be at the start of the document', 1, 7],
  ])('%j: %s', (text, message, line, column) => {
    expect(parseXml(text)).toEqual({ ok: false, error: { message, line, column } });
  });

  it('counts columns as editors do, also behind an astral character', () => {
    expect(parseXml('<a>😀<b></a>')).toMatchObject({ ok: false, error: { line: 1, column: 12 } });
  });

  it.each<[string, number, number]>([
    ['<a>\n  <b>Tom & Jerry</b>\n</a>', 2, 10],
    ['<a>\r\n<b x="1 & 2"/>\r\n<c/></a>', 2, 9],
    ['<a>&</a>', 1, 4],
    ['<a>&lt</a>', 1, 4],
    ['<a>x & y; z</a>', 1, 6],
    ['<a><!-- & --><![CDATA[&]]>&amp;<?p &?>&#65;&#x41; &</a>', 1, 51],
  ])('names the place of a bare & itself: %j', (text, line, column) => {
    const error = { message: 'an & stands alone; write &amp; for it', line, column };
    expect(parseXml(text)).toEqual({ ok: false, error });
  });

  it('does not take the blame from an earlier fault to a later &', () => {
    expect(parseXml('<a b="1" b="2">&</a>')).toMatchObject({ error: { message: 'duplicate attribute: b' } });
    expect(parseXml('<a><!-- & </a>')).toMatchObject({ error: { message: 'unclosed tag: a' } });
  });

  it.each([
    '<!DOCTYPE a><a/>',
    '<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>',
    '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1/">]><a>&x;</a>',
  ])('refuses a DOCTYPE: %s', (text) => {
    const message = 'a DOCTYPE is refused, because it can pull in other files';
    expect(parseXml(text)).toMatchObject({ ok: false, error: { message, line: 1 } });
  });

  it('is read down to 500 levels and refused beyond', () => {
    expect(parseXml('<a>'.repeat(500) + '</a>'.repeat(500)).ok).toBe(true);
    const message = 'nested more than 500 levels deep';
    for (const depth of [501, 50_000]) {
      const result = parseXml('<a>'.repeat(depth) + '</a>'.repeat(depth));
      expect(result).toEqual({ ok: false, error: { message, line: 1, column: 1503 } });
    }
  });
});

describe('a text longer than what is read at once', () => {
  it.each(['é', '😀', '&amp;', '<b/>', '<![CDATA[x]]>', '\r\n'])(
    'may be parted anywhere, in %j too',
    (piece) => {
      for (let shift = 0; shift < piece.length + 1; shift += 1) {
        const text = `<a>${'x'.repeat(shift)}${piece.repeat(20_000)}</a>`;
        expect(parseXml(text).ok).toBe(true);
      }
    },
  );

  it('has its fault named where it stands', () => {
    const text = `<a>\n${'<b/>'.repeat(40_000)}\n<c></d></a>`;
    expect(parseXml(text)).toMatchObject({ ok: false, error: { line: 3 } });
  });
});

function read(text: string): XmlElement {
  const result = parseXml(text);
  if (!result.ok) throw new Error(`${text.slice(0, 200)}: ${result.error.message}`);
  return result.value;
}
