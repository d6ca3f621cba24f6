import { describe, expect, it } from 'vitest';

import { looksLikeEvidence, readEvidence } from '../../../shared/formats/read-evidence.ts';
import { evidenceFormat } from '../../../shared/model/evidence.ts';

const request = {
  method: 'POST',
  url: 'https://api.payu.in/partner/refunds',
  headers: [['Authorization', 'Bearer {{payu.accessToken}}']],
  body: '{"amount":1.00}',
};

const response = {
  kind: 'response',
  status: 403,
  statusText: 'Forbidden',
  headers: [['Server', 'x']],
  body: { text: 'sealed', bytes: 6, charset: 'utf-8', base64: null, truncated: false },
};

function bundle(...exchanges: readonly object[]): string {
  return JSON.stringify({ format: evidenceFormat, exchanges });
}

const one = {
  startedAt: '2026-11-01T10:00:00.000Z',
  main: { request, outcome: response },
  openedBody: '{"a":1}',
};

describe('reading an evidence bundle', () => {
  it('gives what was sent and what came back, opened where it was encrypted', () => {
    const read = readEvidence(bundle(one));
    expect(read).toMatchObject({
      ok: true,
      value: {
        calls: [{ request, startedAt: one.startedAt, outcome: { status: 403, body: { text: '{"a":1}' } } }],
      },
    });
    expect(read.ok && read.value.remarks.join(' ')).toContain('hashes of the bundle were not checked');
  });

  it('finds it inside the page that people read', () => {
    const page = `<!doctype html><html><script>1</script><script type="application/json">${bundle(one)}</script></html>`;
    expect(looksLikeEvidence(page)).toBe(true);
    expect(readEvidence(page)).toMatchObject({ ok: true, value: { calls: [{ request }] } });
  });

  it('tells calls without an answer, and exchanges without a call', () => {
    const failed = { kind: 'transport-failure', message: 'connection refused' };
    const read = readEvidence(bundle({ main: { request, outcome: failed } }, { main: null }));
    expect(read).toMatchObject({
      ok: true,
      value: { calls: [{ outcome: null, remarks: ['No answer came to this call (connection refused).'] }] },
    });
    expect(read.ok && read.value.remarks.join(' ')).toContain('1 of 2 exchanges hold no request');
  });

  it.each([
    ['cut off', bundle(one).slice(0, -5), /is not whole: line 1, column \d+/],
    ['of a later version', '{"format":"refund-workbench-evidence/2"}', /evidence\/2; this workbench reads/],
    ['a page without its bundle', `<p>"${evidenceFormat}"</p>`, /is not whole/],
  ])('refuses one that is %s', (_title, text, words) => {
    expect(readEvidence(text)).toEqual({ ok: false, error: expect.stringMatching(words) });
  });
});
