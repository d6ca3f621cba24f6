import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { maskReferences } from '../../../shared/engine/mask-references.ts';
import { parseJson } from '../../../shared/formats/json.ts';

describe('the mask over references', () => {
  it('makes JSON of what is JSON but for its bare variables, and leaves strings as they are', () => {
    const masked = maskReferences('{ "a": {{x}}, "b{{y}}": "c {{z}} \\"", "d": [{{e}}] }');
    expect(masked).toBe('{ "a": 11111, "b{{y}}": "c {{z}} \\"", "d": [11111] }');
    expect(parseJson(masked).ok).toBe(true);
  });

  it('keeps every offset of any text', () => {
    assert(
      property(string({ unit: 'binary' }), (any) => {
        expect(maskReferences(any)).toHaveLength(any.length);
        expect(maskReferences(any, { begun: true })).toHaveLength(any.length);
      }),
    );
  });
});
