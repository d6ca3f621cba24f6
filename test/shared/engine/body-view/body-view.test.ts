import { describe, expect, it } from 'vitest';

import { type BodyView, createBodyView } from '../../../../shared/engine/body-view/create-body-view.ts';
import type { TreeRow } from '../../../../shared/model/body-view.ts';

const json = `{
  "status": 0,
  "payu_id": 403993715529606983,
  "amount": 1.00,
  "note": "caf\\u00e9 \\"x\\"",
  "odd name": [true, null, {}],
  "items": [{"id": "R-1"}, {"id": "R-2"}]
}
`;

const xml = `<?xml version="1.0"?>
<ns:result xmlns:ns="urn:a" xmlns="urn:b">
  <!-- kept -->
  <refund_amount>1000</refund_amount>
  <item id="1"><name>A &amp; B</name></item>
  <item id="2"><name><![CDATA[<b>]]></name></item>
  mixed text
  <empty/>
</ns:result>
`;

describe('the tree of an answer', () => {
  it('shows JSON with every number as it was written', () => {
    expect(shown(viewOf(json))).toEqual([
      '1 [1/1]  { 6 }',
      '2 [1/6] status 0',
      '2 [2/6] payu_id 403993715529606983',
      '2 [3/6] amount 1.00',
      '2 [4/6] note "café \\"x\\""',
      '2 [5/6] odd name [ 3 ]',
      '3 [1/3] 0 true',
      '3 [2/3] 1 null',
      '3 [3/3] 2 { 0 }',
      '2 [6/6] items [ 2 ]',
      '3 [1/2] 0 { 1 }',
      '4 [1/1] id "R-1"',
      '3 [2/2] 1 { 1 }',
      '4 [1/1] id "R-2"',
    ]);
  });

  it('shows XML with entities and CDATA read, comments left out, places counted by element', () => {
    expect(shown(viewOf(xml))).toEqual([
      '1 [1/1] <ns:result xmlns:ns="urn:a" xmlns="urn:b"> mixed text',
      '2 [1/4] <refund_amount> 1000',
      '2 [2/4] <item id="1"> ',
      '3 [1/1] <name> A & B',
      '2 [3/4] <item id="2"> ',
      '3 [1/1] <name> <b>',
      '2 [4/4] <empty> ',
    ]);
  });

  it('names what a check would hold on to, in the language of checks', () => {
    const checks = (view: BodyView): readonly string[] =>
      view.rows(0, 100).flatMap(({ check }) => (check === null ? [] : [`${check.path} = ${check.value}`]));
    expect(checks(viewOf(json))).toEqual([
      '$.status = 0',
      '$.payu_id = 403993715529606983',
      '$.amount = 1.00',
      '$.note = café "x"',
      "$['odd name'][0] = true",
      "$['odd name'][1] = null",
      '$.items[0].id = R-1',
      '$.items[1].id = R-2',
    ]);
    expect(checks(viewOf(xml))).toEqual([
      '/result/refund_amount = 1000',
      '/result/item[1]/name = A & B',
      '/result/item[2]/name = <b>',
      '/result/empty = ',
    ]);
  });

  it('opens, closes, and opens all siblings of a row', () => {
    const view = viewOf(json);
    const row = (name: string): TreeRow => {
      const named = view.rows(0, 100).find((candidate) => candidate.name === name);
      if (named === undefined) throw new Error(`There is no row ${name}`);
      return named;
    };
    expect(view.setOpen(row('items').node, false, false)).toBe(10);
    expect(row('items').isOpen).toBe(false);
    expect(view.setOpen(row('status').node, true, true)).toBe(14);
    expect(row('status').isOpen).toBe(null);
  });
});

function viewOf(text: string): BodyView {
  const view = createBodyView();
  view.add(text, true);
  return view;
}

function shown(view: BodyView): readonly string[] {
  return view
    .rows(0, 100)
    .map(({ level, position, setSize, name, text }) => `${level} [${position}/${setSize}] ${name} ${text}`);
}

describe('a filter', () => {
  it('finds JSON values by JSONPath, with their places, and compares numbers as they are written', () => {
    const view = viewOf(json);
    expect(found(view, '$.items[*].id')).toEqual(['$.items[0].id = R-1', '$.items[1].id = R-2']);
    expect(found(view, '$[?@ == 403993715529606983]')).toEqual(['$.payu_id = 403993715529606983']);
    expect(found(view, '$..nothing')).toEqual([]);
  });

  it('finds XML elements whatever namespace and prefix they have', () => {
    const view = viewOf(xml);
    expect(found(view, '//refund_amount')).toEqual(['/result/refund_amount = 1000']);
    expect(found(view, '/result/item[@id="2"]/name')).toEqual(['/result/item[2]/name = <b>']);
    expect(found(view, '//item/@id')).toEqual(['/result/item[1]/@id = 1', '/result/item[2]/@id = 2']);
    expect(found(view, 'count(//item)')).toEqual(['count(//item) = 2']);
  });

  it('says what is wrong with an expression, and where', () => {
    expect(viewOf(json).filter('items')).toMatchObject({ ok: false, error: { column: 1 } });
    expect(viewOf(xml).filter('//item[')).toMatchObject({
      ok: false,
      error: { message: 'it ends too early' },
    });
  });
});

describe('a search in the tree', () => {
  it.each([
    ['R-', ['id', 'id']],
    ['CAFÉ', ['note']],
    ['"x"', ['note']],
    ['items', ['items']],
    ['403993715529606983', ['payu_id']],
    [',', []],
  ])('for %j finds the rows that show it', (query, names) => {
    const view = viewOf(json);
    view.setOpen(0, false, false);
    const { count } = view.findInTree(query, 0);
    const rows = Array.from({ length: count }, (_, place) => {
      const { row } = view.reveal(view.nodeFound(place) ?? -1);
      return view.rows(row, 1)[0]?.name;
    });
    expect(rows).toEqual(names);
  });

  it('starts behind the row it is asked from, and goes round', () => {
    const view = viewOf(json);
    const [first, second] = [0, 1].map((place) => {
      view.findInTree('R-', 0);
      return view.nodeFound(place) ?? 0;
    });
    expect(view.findInTree('R-', (first ?? 0) + 1)).toEqual({ count: 2, next: 1 });
    expect(view.findInTree('R-', (second ?? 0) + 1)).toEqual({ count: 2, next: 0 });
  });

  it('finds nothing in what closes an element, and mixed text in its parent', () => {
    const view = viewOf(xml);
    view.findInTree('mixed', 0);
    expect(view.nodeFound(0)).toBe(0);
    expect(view.findInTree('/name', 0).count).toBe(0);
  });
});

describe('lines', () => {
  it('as received are the very text, whatever ends them', () => {
    const text = 'a\r\nb\rc\n\nd';
    for (let cut = 0; cut <= text.length; cut += 1) {
      const view = createBodyView();
      view.add(text.slice(0, cut), false);
      view.add(text.slice(cut), true);
      expect(linesOf(view, 'received'), `cut at ${cut}`).toEqual(['a', 'b', 'c', '', 'd']);
      expect(view.copy('received', null)).toBe(text);
    }
  });

  it('laid out anew keep every literal', () => {
    const oneLine = '{"a":403993715529606983,"b":[1.00,{}, []],"c\\u00e9":{"d":"e\\/f"}}';
    expect(linesOf(viewOf(oneLine), 'indented')).toEqual([
      '{',
      '  "a": 403993715529606983,',
      '  "b": [',
      '    1.00,',
      '    {},',
      '    []',
      '  ],',
      '  "c\\u00e9": {',
      '    "d": "e\\/f"',
      '  }',
      '}',
    ]);
    expect(
      linesOf(
        viewOf('<?xml version="1.0"?><a><b x="1"/><!-- c --><d>1 &amp; 2</d>rest</a><!-- e -->'),
        'indented',
      ),
    ).toEqual([
      '<?xml version="1.0"?>',
      '<a>',
      '  <b x="1"/>',
      '  <!-- c -->',
      '  <d>1 &amp; 2</d>',
      '  rest',
      '</a>',
      '<!-- e -->',
    ]);
  });

  it('come in windows that are stretches of the whole, in both layouts', () => {
    const rows = Array.from({ length: 700 }, (_, row) => `{"id":${row},"inner":{"list":[1,2]}}`).join(',');
    const view = viewOf(`[${rows}]`);
    const all = linesOf(view, 'indented');
    expect(all.length).toBe(700 * 9 + 2);
    for (const from of [0, 1, 255, 256, 257, 1000, all.length - 3])
      expect(view.lines('indented', from, 5, 1000).map(({ text }) => text)).toEqual(
        all.slice(from, from + 5),
      );
    const tree = view.rows(0, 10_000);
    view.setOpen(1, true, true);
    for (const from of [0, 250, 256, 600]) expect(view.rows(from, 20).length).toBeLessThanOrEqual(20);
    expect(tree.length).toBe(701);
  });

  it('copy byte for byte from place to place', () => {
    const view = viewOf(json);
    const range = { from: { line: 1, column: 2 }, to: { line: 3, column: 16 } };
    expect(view.copy('received', range)).toBe(json.slice(json.indexOf('"status'), json.indexOf('1.00') + 4));
    expect(view.copy('indented', { from: { line: 1, column: 2 }, to: { line: 1, column: 10 } })).toBe(
      '"status"',
    );
  });

  it('that are very long are cut on the screen, and told how long they are', () => {
    const view = viewOf(`"${'x'.repeat(50_000)}"`);
    expect(view.lines('received', 0, 1, 10_000)).toMatchObject([{ length: 50_002 }]);
    expect(view.lines('received', 0, 1, 10_000)[0]?.text.length).toBe(10_000);
  });

  it('are found by what stands in them, in both layouts', () => {
    const view = viewOf('{"a":"one","b":"two ONE"}');
    expect(view.findInLines('received', 'one', { line: 0, column: 7 })).toEqual({ count: 2, next: 1 });
    expect(view.placeInLines('received', 1)).toEqual({ line: 0, column: 20 });
    expect(view.findInLines('indented', 'one', { line: 0, column: 0 })).toEqual({ count: 2, next: 0 });
    expect(view.placeInLines('indented', 1)).toEqual({ line: 2, column: 12 });
  });
});

describe('what is hard to show', () => {
  it.each([
    ['', 'empty', null],
    ['  \n ', 'empty', null],
    ['<html><p>Bad gateway', 'html', null],
    ['plain words', 'text', null],
    ['{"a": 1,}', 'json', { line: 1, column: 9 }],
    ['{\n"a" 1}', 'json', { line: 2, column: 5 }],
    ['<a>\n<b></a>', 'xml', { line: 2, column: 7 }],
    ['<!DOCTYPE a><a/>', 'xml', {}],
  ])('%j has lines and no tree', (text, format, problem) => {
    const view = createBodyView();
    const facts = view.add(text, true);
    expect(facts).toMatchObject({ format, problem, rows: 0, canIndent: false });
    expect(view.copy('received', null)).toBe(text);
    expect(view.rows(0, 10)).toEqual([]);
  });

  it('ten thousand levels have a tree, lines, places and values', () => {
    const depth = 10_000;
    for (const text of [
      '['.repeat(depth) + '1' + ']'.repeat(depth),
      '<a>'.repeat(depth) + '1' + '</a>'.repeat(depth),
    ]) {
      const view = createBodyView();
      const { rows, problem } = view.add(text, true);
      expect({ rows, problem }).toMatchObject({ problem: null });
      expect(rows).toBeGreaterThan(30);
      expect(view.reveal(depth - 1).row).toBe(depth - 1);
      expect(view.value(text.startsWith('[') ? depth : depth - 1)).toBe('1');
      expect(view.lineCount('indented')).toBeGreaterThanOrEqual(2 * depth - 1);
      expect(view.filter(text.startsWith('[') ? '$..[?@ == 1]' : '//a[. = "1"]')).toBeDefined();
    }
  });

  it('a beginning has the rows it will have, and what was opened stays open', () => {
    const text = `{"first":{"inner":{"deep":1}},"list":[${Array.from({ length: 500 }, (_, at) => `{"id":${at}}`).join(',')}]}`;
    const view = createBodyView();
    view.add(text.slice(0, 2000), false);
    view.setOpen(1, false, false);
    const names = view.rows(0, 30).map(({ name, node }) => `${node} ${name}`);
    const facts = view.add(text.slice(2000), true);
    expect(facts.isWhole).toBe(true);
    expect(view.rows(0, 30).map(({ name, node }) => `${node} ${name}`)).toEqual(names);
    expect(names).not.toContain('2 inner');
  });
});

function found(view: BodyView, path: string): readonly string[] {
  const filtered = view.filter(path);
  if (!filtered.ok) throw new Error(filtered.error.message);
  return filtered.value.values.map((value) => `${value.path} = ${value.text}`);
}

function linesOf(view: BodyView, layout: 'received' | 'indented'): readonly string[] {
  return view.lines(layout, 0, view.lineCount(layout), 100_000).map(({ text, spans }) => {
    expect(spans.reduce((sum, [length]) => sum + length, 0)).toBe(text.length);
    return text;
  });
}
