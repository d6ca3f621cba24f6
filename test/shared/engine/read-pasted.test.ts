import { describe, expect, it } from 'vitest';

import { apis, findApi } from '../../../shared/apis/registry.ts';
import { explainAnswer, explainCall } from '../../../shared/engine/explain-pasted.ts';
import { readPasted } from '../../../shared/engine/read-pasted.ts';
import type { EvidenceBundle } from '../../../shared/model/evidence.ts';
import { evidenceFormat } from '../../../shared/model/evidence.ts';
import type { PastedCall } from '../../../shared/model/pasted.ts';
import { fail, ok } from '../../../shared/model/result.ts';
import { responseOf } from '../support/outcomes.ts';

const none = (): never => {
  throw new Error('No bundle was expected');
};

const problem = { code: 'bad-input', message: 'No.', remedy: 'Try.' } as const;

describe('what somebody pasted', () => {
  it.each([
    ['nothing', '  \n', 'nothing'],
    ['a body', '{"message":"Invalid Hash"}', 'response'],
    ['a whole answer', 'HTTP/1.1 403 Forbidden\n\n{}', 'response'],
    ['an answer that quotes a command', '{"help":"run\\n"}\ncurl https://x.example', 'response'],
    ['words', 'Good morning', 'response'],
    ['a command', 'curl https://x.example', 'calls'],
    ['a command after words', 'I ran\n  $ curl https://x.example\nand it failed', 'calls'],
    ['a command cut off', "curl 'https://x.example", 'unreadable'],
    ['an archive', ' {"log": {"version":"1.2","entries":[]}}', 'calls'],
    ['an archive cut off', '{"log":{"version":"1.2","entries":[', 'unreadable'],
  ])('is recognised: %s', (_title, text, kind) => {
    expect(readPasted(text, none).kind).toBe(kind);
  });

  it('is evidence where it says so and has the documented shape', () => {
    const text = JSON.stringify({ format: evidenceFormat });
    const request = { method: 'POST', url: 'https://x.example', headers: [], body: null };
    const main = { step: 'refund', title: '', request, outcome: responseOf(200, 'sealed') };
    const exchanges = [
      { main, startedAt: '2026-11-01T10:00:00Z', openedBody: '{"a":1}' },
      { main: null, startedAt: '2026-11-01T11:00:00Z', openedBody: null },
    ];
    const read = readPasted(text, () => ok({ exchanges } as unknown as EvidenceBundle));
    expect(read).toMatchObject({
      kind: 'calls',
      source: 'evidence',
      calls: [{ request, outcome: { body: { text: '{"a":1}' } }, startedAt: '2026-11-01T10:00:00Z' }],
    });
    expect(read.kind === 'calls' ? read.remarks.join(' ') : '').toMatch(/not checked here.*1 of 2 exchanges/);
    expect(readPasted(text, () => fail(problem))).toEqual({ kind: 'unreadable', problem });
    expect(readPasted('{"format":"refund-workbench-evidence/9"}', none)).toMatchObject({
      kind: 'unreadable',
    });
  });
});

describe('an answer pasted alone', () => {
  it('is explained by the API that knows it, and says by what', () => {
    const answer = explainAnswer(apis, '{"message":"Invalid Hash"}', { api: null, status: null });
    expect(answer).toMatchObject({ api: { id: 'payu' }, by: 'catalog', explanation: { verdict: 'refused' } });
    const given = explainAnswer(apis, '{}', { api: findApi('luminate'), status: null });
    expect(given).toMatchObject({ api: { id: 'luminate' }, by: 'given' });
    expect(explainAnswer(apis, 'Good morning', { api: null, status: null })).toBeNull();
  });
});

describe('a call that was handed over', () => {
  const request = {
    method: 'POST',
    url: 'https://api.payu.in/partner/refunds',
    headers: [['Content-Type', 'application/json']] as const,
    body: '{"payu_id":403993715529606983}',
  };
  const call: PastedCall = {
    request,
    outcome: responseOf(403, '{"message":"Invalid Hash"}'),
    startedAt: null,
    remarks: [],
  };

  it('is recognised, its answer explained, and a draft made of it', () => {
    expect(explainCall(apis, call, { api: null })).toMatchObject({
      candidate: { api: { id: 'payu' }, operation: { id: 'refund' } },
      explanation: { verdict: 'refused' },
      draft: { draft: { url: '{{payu.baseUrl}}/partner/refunds' } },
    });
    expect(explainCall(apis, { ...call, outcome: null }, { api: null }).explanation).toBeNull();
  });

  it('of nobody is nothing, and a guess where the API was chosen', () => {
    const foreign = { ...call, request: { ...request, url: 'https://x.example/y', body: null } };
    expect(explainCall(apis, foreign, { api: null })).toEqual({
      candidate: null,
      explanation: null,
      draft: null,
    });
    expect(explainCall(apis, foreign, { api: findApi('luminate') })).toMatchObject({
      candidate: { api: { id: 'luminate' }, isSure: false, reason: expect.stringContaining('You chose') },
      draft: { draft: { url: 'https://x.example/y' } },
    });
  });
});
