import { describe, expect, it } from 'vitest';

import { mainText, withMainText } from '../../../shared/engine/main-text.ts';
import { draftOf, jsonBody, xmlForm } from '../support/prepared.ts';

describe('the text of a draft that a person edits', () => {
  const plainForm = { kind: 'form', fields: [{ name: 'a', value: '1' }], main: null } as const;

  it('is the body, or the main field of a form', () => {
    expect(mainText(draftOf({ body: jsonBody('{"a": 1}') }))).toBe('{"a": 1}');
    expect(mainText(draftOf({ body: xmlForm('<a/>', { method: 'x' }) }))).toBe('<a/>');
  });

  it('is null where there is none', () => {
    const absent = { kind: 'form', fields: [], main: { field: 'request', language: 'xml' } } as const;
    expect([draftOf(), draftOf({ body: plainForm }), draftOf({ body: absent })].map(mainText)).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('is exchanged without touching anything else', () => {
    const draft = draftOf({ headers: [['X-A', 'b']], body: xmlForm('<a/>', { method: 'x' }) });
    expect(withMainText(draft, '<b/>')).toEqual({ ...draft, body: xmlForm('<b/>', { method: 'x' }) });
    expect(withMainText(draftOf({ body: jsonBody('1') }), '2')).toEqual(draftOf({ body: jsonBody('2') }));
    expect(mainText(draft)).toBe('<a/>');
  });

  it('cannot be exchanged where there is none', () => {
    for (const draft of [draftOf(), draftOf({ body: plainForm })])
      expect(withMainText(draft, 'x')).toBe(draft);
  });
});
