import { describe, expect, it } from 'vitest';

import { apis } from '../../../shared/apis/registry.ts';
import { parseBody } from '../../../shared/formats/body.ts';
import { openXml, parseXmlPath } from '../../../shared/formats/xml-path.ts';
import type { XmlElement } from '../../../shared/model/parsed-body.ts';

type Namespaces = Readonly<Record<string, string>>;

function select(path: string, xml: string, namespaces: Namespaces = {}): readonly string[] {
  const parsed = parseXmlPath(path, namespaces);
  if (!parsed.ok) throw new Error(`${parsed.error.column}: ${parsed.error.message}`);
  const texts = parsed.value(openXml(xml));
  if (!texts.ok) throw new Error(texts.error);
  return texts.value;
}

const envelope = `<?xml version="1.0"?>
<s:Envelope xmlns:s="urn:soap" xmlns="urn:shop"><!-- a remark --><s:Body>
  <Refund id="0005" s:kind="full"><Amount> 1.50 </Amount><Amount>403993715529606983</Amount>
  <Note><![CDATA[a < b]]> &amp; c</Note><x:Old xmlns:x="urn:old">7</x:Old></Refund></s:Body></s:Envelope>`;

describe('without namespaces names match by their local part', () => {
  it.each([
    ['/Envelope/Body/Refund/@id', ['0005']],
    ['//Amount', ['1.50', '403993715529606983']],
    ['//Amount[1]', ['1.50']],
    ['//Amount[last()]', ['403993715529606983']],
    ['//Refund/@kind', ['full']],
    ['//Old', ['7']],
    ['//Note', ['a < b & c']],
    ['//Amount/text()', ['1.50', '403993715529606983']],
    ['count(//Amount)', ['2']],
    ['string(//Note)', ['a < b & c']],
    ['//Amount = "403993715529606983"', ['true']],
    ['//Refund[Old = 7]/@id', ['0005']],
    ['//Refund[@id = 5]/Old', ['7']],
    ['//Amount[. > 1 and . < 2]', null],
    ['//Note/preceding-sibling::Amount[1]', ['403993715529606983']],
    ['//Amount[2] | //Amount[1]', ['1.50', '403993715529606983']],
    ['local-name(/*)', ['Envelope']],
    ['//Missing', []],
  ])('%s', (path, expected) => {
    if (expected === null) expect(() => select(path, envelope)).toThrow('cannot hold exactly');
    else expect(select(path, envelope)).toEqual(expected);
  });
});

describe('with namespaces', () => {
  const bound = { soap: 'urn:soap', shop: 'urn:shop' };
  it('a prefix of the check means its URI, whatever the prefix in the document', () => {
    expect(select('/soap:Envelope/soap:Body/shop:Refund/@id', envelope, bound)).toEqual(['0005']);
    expect(select('//shop:Old', envelope, bound)).toEqual([]);
    expect(select('//o:Old', envelope, { o: 'urn:old' })).toEqual(['7']);
    expect(select('//@soap:kind', envelope, bound)).toEqual(['full']);
  });

  it('a name without a prefix is in no namespace, as XPath 1.0 says', () => {
    expect(select('//Amount', envelope, bound)).toEqual([]);
    expect(select('//a', '<a xmlns:p="urn:p"/>', { p: 'urn:p' })).toEqual(['']);
  });

  it('a declaration can be taken back further in', () => {
    const xml = '<a xmlns="urn:a"><b xmlns=""><c/></b></a>';
    expect(select('count(//c)', xml, { p: 'urn:a' })).toEqual(['1']);
  });
});

describe('numbers', () => {
  it.each([
    ['//Amount[. = 403993715529606983]', 'as a number, which XPath cannot hold exactly'],
    ['number(//Amount[2])', 'as a number, which XPath cannot hold exactly'],
    ['sum(//Amount[1])', 'it calculates with 1.50'],
    ['//Amount[1] * 2', 'it calculates with 1.50'],
    ['1 div 3', 'which is no whole number'],
  ])('%s is refused, because binary fractions would not be exact', (path, reason) => {
    expect(() => select(path, envelope)).toThrow(reason);
  });

  it('whole numbers may be calculated with, as for places', () => {
    expect(select('//Amount[position() = last() - 1]', envelope)).toEqual(['1.50']);
    expect(select('//Old + 1', envelope)).toEqual(['8']);
  });
});

describe('an XPath that cannot be read', () => {
  it.each([
    ['', 1, 'it is empty'],
    ['//a[', 5, 'it ends too early'],
    ['a b', 3, 'it is not an XPath from here on'],
    ['//a[@id==1]', 9, 'it is not an XPath from here on'],
    ['//s:a', 1, 'the prefix s is bound to no namespace; bind it, or leave prefixes out'],
    ['//a[foo()]', 1, 'there is no function foo()'],
    ['id("x")', 1, 'there is no function id()'],
    ['//a[$x]', 1, 'it uses a variable, $x'],
  ])('%s: character %i', (path, column, message) => {
    expect(parseXmlPath(path, {})).toEqual({ ok: false, error: { message, column } });
  });

  it('never throws on a deep one', () => {
    expect(parseXmlPath(`${'('.repeat(900)}1${')'.repeat(900)}`, {})).toBeDefined();
    expect(parseXmlPath('/a'.repeat(1000), {}).ok).toBe(true);
  });
});

describe('size', () => {
  const many = `<r>${'<item id="1"><b>x</b></item>'.repeat(60_000)}<last/></r>`;

  it('walks a document with a hundred thousand elements', () => {
    const document = openXml(many);
    const count = parseXmlPath('count(//item)', {});
    const items = parseXmlPath('//item/b', {});
    expect(count.ok && count.value(document)).toEqual({ ok: true, value: ['60000'] });
    const found = items.ok && items.value(document);
    expect(found && found.ok && found.value.length).toBe(60_000);
  });

  it.each(['//item[//b]', '//item[preceding::b]', '//item[count(//item[count(//item) > 1]) > 1]'])(
    'ends %s, which looks at everything for everything',
    (path) => {
      const parsed = parseXmlPath(path, {});
      const started = performance.now();
      expect(parsed.ok && parsed.value(openXml(many))).toEqual({
        ok: false,
        error: 'it looks at too much of the document',
      });
      expect(performance.now() - started).toBeLessThan(15_000);
    },
  );
});

/** The way to an element as a path, and its text. */
function leavesOf(element: XmlElement, path: string): readonly (readonly [path: string, text: string])[] {
  const here = `${path}/${element.localName}`;
  if (element.children.length === 0) return [[here, element.text.trim()]];
  return element.children.flatMap((child) => leavesOf(child, here));
}

describe('the documented XML samples of the APIs', () => {
  const samples = apis.flatMap((api) =>
    api.examples.flatMap(({ id, text }) => {
      const parsed = parseBody(text);
      return parsed.kind === 'xml' ? [{ name: `${api.id} ${id}`, text, root: parsed.root }] : [];
    }),
  );

  it('there are some', () => {
    expect(samples.length).toBeGreaterThan(0);
  });

  it.each(samples)('$name: every text is found by the path to it', ({ text, root }) => {
    const leaves = leavesOf(root, '');
    for (const [path] of leaves) {
      const expected = leaves.filter(([other]) => other === path).map(([, value]) => value);
      expect(select(path, text)).toEqual(expected);
    }
  });
});
