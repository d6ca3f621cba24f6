import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { outlineJson, outlineJsonStart } from '../../../shared/formats/json-outline.ts';
import { parseJson } from '../../../shared/formats/json.ts';
import { kindOf, lineageOf, nodeAt, type Outline } from '../../../shared/model/outline.ts';
import type { JsonNode } from '../../../shared/model/parsed-body.ts';

/** Texts near JSON: written values with a few characters put in, taken out or doubled. */
const nearJson = fc
  .tuple(
    fc.json({ maxDepth: 4 }),
    fc.array(
      fc.record({
        at: fc.nat(200),
        remove: fc.nat(2),
        insert: fc.constantFrom(
          '',
          ',',
          ':',
          '"',
          '{',
          '}',
          '[',
          ']',
          '1',
          '-',
          '.',
          'e',
          'tru',
          '//',
          '/*',
          ' ',
          '\n',
          '\\',
          '\u0001',
        ),
      }),
      { maxLength: 3 },
    ),
  )
  .map(([json, changes]) =>
    changes.reduce((text, { at, remove, insert }) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + insert + text.slice(place + remove);
    }, json),
  );

describe('the outline of JSON', () => {
  it('accepts what the reader accepts, and else names the same fault at the same place', () => {
    fc.assert(
      fc.property(nearJson, (text) => {
        const outlined = outlineJson(text);
        const parsed = parseJson(text);
        expect(outlined.ok ? 'read' : outlined.error).toEqual(parsed.ok ? 'read' : parsed.error);
      }),
      { numRuns: 1500 },
    );
  });

  it('has the nodes of the tree, in order, where they stand', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        const outlined = outlineJson(text);
        const parsed = parseJson(text);
        if (!outlined.ok || !parsed.ok) throw new Error('fast-check wrote no JSON');
        expect(nodesOf(outlined.value)).toEqual(treeNodes(parsed.value));
      }),
      { numRuns: 300 },
    );
  });

  it('of a beginning has the nodes that the whole has there', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.nat(), (text, at) => {
        const start = outlineJsonStart(text.slice(0, at % (text.length + 1)));
        const whole = outlineJson(text);
        if (!whole.ok) throw new Error('fast-check wrote no JSON');
        const starts = (outline: Outline, count: number): readonly number[] => [
          ...outline.start.subarray(0, count),
        ];
        expect(starts(start, start.count)).toEqual(starts(whole.value, start.count));
      }),
      { numRuns: 300 },
    );
  });

  it('finds the node at an offset, and what leads to it', () => {
    const outlined = outlineJson('{"a":[1,{"b":2}]}');
    if (!outlined.ok) throw new Error(outlined.error.message);
    expect(nodeAt(outlined.value, 13)).toBe(4);
    expect(lineageOf(outlined.value, 4)).toEqual([0, 1, 3, 4]);
  });
});

type Seen = {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly children: number;
};

function nodesOf(outline: Outline): readonly Seen[] {
  return Array.from({ length: outline.count }, (_, node) => ({
    kind: kindOf(outline, node),
    start: outline.start[node] ?? -1,
    end: outline.end[node] ?? -1,
    children: outline.children[node] ?? -1,
  }));
}

function treeNodes(node: JsonNode): readonly Seen[] {
  const inside =
    node.kind === 'object' ? node.members.map(({ value }) => value) : node.kind === 'array' ? node.items : [];
  const kind = node.kind === 'boolean' || node.kind === 'null' ? 'literal' : node.kind;
  return [{ kind, ...node.range, children: inside.length }, ...inside.flatMap(treeNodes)];
}
