import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  changedParts,
  mergeCollectionRequest,
  requestParts,
} from '../../../shared/engine/merge-collection-request.ts';
import type { CollectionRequest } from '../../../shared/model/collection.ts';

/** Few values for each part, so that two sides often agree. */
const word = fc.constantFrom('', 'a', 'b');
const subject = fc.oneof(
  fc.constant({ of: 'status' } as const),
  word.map((path) => ({ of: 'json', path }) as const),
);
const requests: fc.Arbitrary<CollectionRequest> = fc.record({
  name: word,
  notes: word,
  draft: fc.record({
    api: word,
    template: fc.option(word),
    operation: word,
    method: fc.constantFrom('GET', 'POST'),
    url: word,
    headers: fc.array(fc.tuple(word, word), { maxLength: 2 }),
    body: fc.oneof(
      fc.constant({ kind: 'none' } as const),
      word.map((text) => ({ kind: 'text', language: 'json', text }) as const),
    ),
  }),
  checks: fc.array(fc.record({ subject, operator: fc.constantFrom('equals', 'contains'), expected: word }), {
    maxLength: 2,
  }),
  captures: fc.array(fc.record({ subject, variable: word }), { maxLength: 1 }),
});
const sides = fc.record({ base: requests, mine: requests, theirs: requests });
const preferred = fc.constantFrom('mine' as const, 'theirs' as const);

const plain: CollectionRequest = {
  name: 'Refund',
  notes: '',
  draft: {
    api: 'demo',
    template: 'refund',
    operation: 'refund',
    method: 'POST',
    url: '{{demo.baseUrl}}/refund',
    headers: [['X-Tag', '1']],
    body: { kind: 'text', language: 'json', text: '{"amount":"0.10"}' },
  },
  checks: [],
  captures: [],
};

describe('a merge of a saved request', () => {
  it('takes each part from the only side that changed it', () => {
    const mine = { ...plain, draft: { ...plain.draft, url: '{{demo.baseUrl}}/refunds' } };
    const theirs = { ...plain, name: 'Refund in full', notes: 'Pulled' };
    expect(mergeCollectionRequest({ base: plain, mine, theirs }, 'mine')).toEqual({
      conflicts: [],
      request: { ...theirs, draft: mine.draft },
    });
  });

  it('names a part that both sides changed differently, and gives the preferred side of it', () => {
    const withBody = (text: string): CollectionRequest => ({
      ...plain,
      draft: { ...plain.draft, body: { kind: 'text', language: 'json', text } },
    });
    const [mine, theirs] = [withBody('{"amount":"0.20"}'), withBody('{"amount":"0.30"}')];
    const all = { base: plain, mine, theirs };
    expect(mergeCollectionRequest(all, 'mine')).toEqual({ conflicts: ['body'], request: mine });
    expect(mergeCollectionRequest(all, 'theirs')).toEqual({ conflicts: ['body'], request: theirs });
  });

  it('does not take another order of keys for a change', () => {
    const { checks, captures, draft, notes, name } = plain;
    const shuffled = {
      captures,
      checks,
      draft: { ...draft, body: { text: '{"amount":"0.10"}', language: 'json', kind: 'text' } as const },
      notes,
      name,
    };
    expect(changedParts(plain, shuffled)).toEqual([]);
  });

  it('is what the one side says where the other changed nothing, always', () => {
    fc.assert(
      fc.property(requests, requests, preferred, (base, changed, side) => {
        const expected = { conflicts: [], request: changed };
        expect(mergeCollectionRequest({ base, mine: changed, theirs: base }, side)).toEqual(expected);
        expect(mergeCollectionRequest({ base, mine: base, theirs: changed }, side)).toEqual(expected);
        expect(mergeCollectionRequest({ base, mine: changed, theirs: changed }, side)).toEqual(expected);
      }),
    );
  });

  it('gives in every part what one of the sides changed, and invents and forgets nothing, always', () => {
    fc.assert(
      fc.property(sides, preferred, ({ base, mine, theirs }, side) => {
        const { request, conflicts } = mergeCollectionRequest({ base, mine, theirs }, side);
        const byMe = changedParts(mine, base);
        const byThem = changedParts(theirs, base);
        const unlike = { mine: changedParts(request, mine), theirs: changedParts(request, theirs) };
        for (const part of requestParts) {
          const isConflict = conflicts.includes(part);
          expect(isConflict).toBe(
            byMe.includes(part) && byThem.includes(part) && changedParts(mine, theirs).includes(part),
          );
          if (isConflict) expect(unlike[side]).not.toContain(part);
          else if (byMe.includes(part)) expect(unlike.mine).not.toContain(part);
          else expect(unlike.theirs).not.toContain(part);
        }
      }),
    );
  });

  it('is the same from both sides, but for who is preferred, always', () => {
    fc.assert(
      fc.property(sides, ({ base, mine, theirs }) => {
        expect(mergeCollectionRequest({ base, mine, theirs }, 'mine')).toEqual(
          mergeCollectionRequest({ base, mine: theirs, theirs: mine }, 'theirs'),
        );
      }),
    );
  });

  it('has nothing left to merge once it was taken over, always', () => {
    fc.assert(
      fc.property(sides, preferred, ({ base, mine, theirs }, side) => {
        const { request } = mergeCollectionRequest({ base, mine, theirs }, side);
        expect(mergeCollectionRequest({ base: theirs, mine: request, theirs }, 'mine')).toEqual({
          conflicts: [],
          request,
        });
      }),
    );
  });
});
