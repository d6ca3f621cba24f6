import { describe, expect, it } from 'vitest';

import type { Reading } from '../../../shared/definition/answer.ts';
import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import type { ResendAdvice } from '../../../shared/definition/catalog-entry.ts';
import { explainOutcome } from '../../../shared/engine/explain-outcome.ts';
import { resendSentences } from '../../../shared/engine/resend-sentences.ts';
import type { Explanation } from '../../../shared/model/explanation.ts';
import type { Verdict } from '../../../shared/model/verdict.ts';
import { demoApi, entryOf } from '../support/demo-api.ts';
import { failureOf, responseOf } from '../support/outcomes.ts';

const done = entryOf({ id: 'done', code: '0', verdict: 'accepted', resend: 'not-needed' });
const twice = entryOf({ id: 'twice', code: '105', message: 'Same amount refunded twice', resend: 'never' });
const token = entryOf({ id: 'token', code: '106', message: 'Token already exists', resend: 'new-id' });
const partner = entryOf({ id: 'partner', code: '106', message: 'Invalid partner' });
const gateway = entryOf({ id: 'gateway', status: [502], title: 'bad gateway', resend: 'same-id' });
const api = demoApi({ catalog: [done, twice, token, partner, gateway] });
const asked = { operation: 'refund', request: null };

function explain(body: string, status = 200, definition: ApiDefinition = api): Explanation {
  return explainOutcome(definition, responseOf(status, body), asked);
}

describe('an answer that is documented', () => {
  it('is explained by its entry', () => {
    expect(explain('{"code": "105", "message": "Same amount refunded twice"}')).toEqual({
      verdict: 'refused',
      codes: ['105'],
      headline: 'Refused: title of twice',
      meaning: 'meaning of twice',
      remedy: 'remedy of twice',
      resend: 'Do not send it again.',
      entries: ['twice'],
      equallyGood: 1,
      nearest: [],
      items: [],
      identifiers: [],
      notes: [],
    });
  });

  it.each([200, 400, 500])('has the verdict of its body with HTTP %i', (status) => {
    expect(explain('{"code": 0}', status).verdict).toBe('accepted');
    expect(explain('<a code="105"/>', status).verdict).toBe('refused');
  });

  it.each<ResendAdvice>([
    'not-needed',
    'never',
    'same-id',
    'new-id',
    'after-fix',
    'after-wait',
    'after-status',
  ])('has the resend advice %s as a sentence', (resend) => {
    const entry = entryOf({ id: 'it', code: '7', resend });
    const explanation = explain('{"code": 7}', 200, demoApi({ catalog: [entry] }));
    expect(explanation.resend).toBe(resendSentences[resend]);
  });

  it('says where several entries fit equally well', () => {
    const explanation = explain('{"code": 106}');
    expect(explanation).toMatchObject({ entries: ['token', 'partner'], equallyGood: 2 });
    expect(explanation.notes).toEqual(['2 documented answers fit equally well.']);
  });
});

describe('an answer that is not documented', () => {
  it('has the verdict of the API, what it says for a headline, and the nearest entries', () => {
    const explanation = explain('{"code": 7, "message": "The same token was used twice"}', 200);
    expect(explanation).toMatchObject({
      verdict: 'refused',
      headline: 'Refused: 7 The same token was used twice (not documented)',
      meaning: 'None of the documented answers of Demo Pay fits this one.',
      remedy: 'Ask for the status first.',
      resend: resendSentences['after-fix'],
      entries: [],
      equallyGood: 0,
      nearest: ['twice', 'token'],
    });
  });

  it('that says nothing at all is unknown', () => {
    expect(explain('{}')).toMatchObject({
      verdict: 'unknown',
      headline: 'Unknown: this answer is not documented',
      resend: resendSentences['after-status'],
    });
  });

  it('under a documented status shows that entry; the status does not change the verdict', () => {
    expect(explain('{"x": 1}', 502)).toMatchObject({
      verdict: 'unknown',
      entries: ['gateway'],
      resend: resendSentences['after-status'],
    });
  });
});

describe('where the catalog decides', () => {
  const deciding = (...catalog: ApiDefinition['catalog']): ApiDefinition =>
    demoApi({
      catalog,
      readAnswer: () => ({
        verdict: 'refused',
        catalogDecides: true,
        findings: [{ code: '7', message: null }],
      }),
    });

  it('the verdict of the entry counts', () => {
    const pending = entryOf({ id: 'pending', code: '7', verdict: 'pending', title: 'queued' });
    expect(explain('{}', 200, deciding(pending))).toMatchObject({
      verdict: 'pending',
      headline: 'Accepted, not final: queued',
    });
  });

  it('the verdict of the API counts where no entry fits', () => {
    expect(explain('{}', 200, deciding()).verdict).toBe('refused');
  });

  it.each<[string, readonly Verdict[], Verdict]>([
    ['agree', ['accepted', 'accepted'], 'accepted'],
    ['contradict each other', ['accepted', 'refused'], 'unknown'],
    ['contradict each other the other way round', ['refused', 'accepted'], 'unknown'],
  ])('entries that fit equally well and %s give %s', (_title, verdicts, verdict) => {
    const entries = verdicts.map((of, index) =>
      entryOf({ id: `e${index}`, code: '7', verdict: of, resend: 'not-needed' }),
    );
    const explanation = explain('{}', 200, deciding(...entries));
    expect(explanation.verdict).toBe(verdict);
    expect(explanation.resend).toBe(resendSentences[verdict === 'unknown' ? 'after-status' : 'not-needed']);
  });

  it('an entry that fits less well does not contradict', () => {
    const [best, other] = [
      entryOf({ id: 'best', code: '7', verdict: 'accepted' }),
      entryOf({ id: 'other', code: '7', concerns: 'related page' }),
    ];
    expect(explain('{}', 200, deciding(other, best)).verdict).toBe('accepted');
  });
});

describe('an answer that cannot be read', () => {
  it.each<[string, string, string, string]>([
    ['empty', '', 'Unknown: the answer is empty', 'the status alone does not say'],
    ['text', 'Success', 'Unknown: the answer is plain text', 'proves nothing'],
    [
      'a web page',
      '<!doctype html><p>{"code":"0"}</p>',
      'Unknown: a web page came back instead of an answer',
      'proxy',
    ],
    [
      'JSON that is cut off',
      '{"code": "0",\n "message": "OK',
      'Unknown: the answer is not well-formed JSON (line 2, column 13)',
      'At line 2, column 13: a string is not closed. It is shown as it came and was not repaired',
    ],
    [
      'XML that is cut off',
      '<a code="0"><b>',
      'Unknown: the answer is not well-formed XML (line 1, column 15)',
      'At line 1, column 15: unclosed tag: b.',
    ],
  ])('is unknown: %s', (_title, body, headline, meaning) => {
    const explanation = explain(body);
    expect(explanation).toMatchObject({
      verdict: 'unknown',
      headline,
      remedy: 'Ask for the status first.',
      resend: resendSentences['after-status'],
    });
    expect(explanation.meaning).toContain(meaning);
  });

  it('still shows the entry whose words it holds, without its verdict or advice', () => {
    const explanation = explain('<html><h1>Token already exists</h1></html>', 502);
    expect(explanation).toMatchObject({ verdict: 'unknown', entries: ['token'], equallyGood: 1 });
    expect(explanation.meaning).toContain('It holds the words of a documented answer: title of token.');
    expect(explanation.resend).toBe(resendSentences['after-status']);
  });

  it('still shows the entry of its status where it holds no words of any', () => {
    const explanation = explain('Bad gateway', 502);
    expect(explanation).toMatchObject({ verdict: 'unknown', entries: ['gateway'] });
    expect(explanation.meaning).toContain('With this status the document lists: bad gateway');
    expect(explanation.resend).toBe(resendSentences['after-status']);
  });

  it('is also one of which only the beginning was read, even if that is well-formed', () => {
    const explanation = explainOutcome(api, responseOf(200, '{"code": "0"}', { truncated: true }), asked);
    expect(explanation.verdict).toBe('unknown');
    expect(explanation.notes[0]).toContain('longer than the limit');
  });
});

describe('an answer in another dress than it claims', () => {
  it.each([
    ['text/html; charset=utf-8', '{"code": 0}', 'it is JSON'],
    ['application/json', '<a code="0"/>', 'it is XML'],
  ])('%s is read as what it is, and told', (type, body, words) => {
    const explanation = explainOutcome(
      api,
      responseOf(200, body, { headers: [['content-type', type]] }),
      asked,
    );
    expect(explanation.verdict).toBe('accepted');
    expect(explanation.notes).toEqual([expect.stringContaining(words)]);
  });

  it.each([
    ['application/json', '{"code": 0}'],
    ['application/problem+json', '{"code": 0}'],
    ['text/xml', '<a code="0"/>'],
    ['application/SOAP+XML; charset=utf-8', '<a code="0"/>'],
  ])('%s is nothing to tell', (type, body) => {
    const outcome = responseOf(200, body, { headers: [['Content-Type', type]] });
    expect(explainOutcome(api, outcome, asked).notes).toEqual([]);
  });
});

describe('a batch', () => {
  const batch = (verdict: Verdict, ...items: readonly Verdict[]): Explanation => {
    const reading: Reading = {
      verdict,
      findings: [{ code: '105', message: null }],
      summary: '1 of 3 items refused, 2 recorded',
      items: items.map((of, index) => ({
        kind: 'gift',
        asked: `${index}`,
        verdict: of,
        detail: '',
        refundId: null,
      })),
      identifiers: [['refund id', '17']],
      notes: ['a remark'],
    };
    return explain(
      '{}',
      200,
      demoApi({ catalog: [twice, entryOf({ id: 'other', code: '105' })], readAnswer: () => reading }),
    );
  };

  it.each<Verdict>(['accepted', 'pending'])('partly %s is never to be sent again as a whole', (verdict) => {
    for (const whole of ['refused', 'unknown'] as const) {
      expect(batch(whole, 'refused', verdict).resend).toContain(
        'Do not send the batch again: part of it is done.',
      );
    }
  });

  it('of which nothing is done, and whose equally good entries advise differently, has the careful advice', () => {
    expect(batch('refused', 'refused', 'refused').resend).toBe(resendSentences['after-status']);
  });

  it('that is done needs nothing more', () => {
    expect(batch('accepted', 'accepted', 'accepted').resend).toBe(resendSentences['not-needed']);
  });

  it('keeps its items, its ids and every remark, and has its own headline', () => {
    const explanation = batch('refused', 'accepted', 'refused', 'accepted');
    expect(explanation.headline).toBe('Refused: 1 of 3 items refused, 2 recorded');
    expect(explanation.items.map(({ verdict }) => verdict)).toEqual(['accepted', 'refused', 'accepted']);
    expect(explanation.identifiers).toEqual([['refund id', '17']]);
    expect(explanation.notes).toEqual(['2 documented answers fit equally well.', 'a remark']);
  });
});

describe('no answer', () => {
  it('is harmless where no byte left', () => {
    expect(explainOutcome(api, failureOf('connect', 'ECONNREFUSED', false), asked)).toMatchObject({
      verdict: 'unknown',
      headline: 'Not sent: nothing answers at that address and port',
      resend: 'Sending it again is safe.',
      entries: [],
    });
  });

  it('has something to do next where the failure itself suggests nothing', () => {
    const explanation = explainOutcome(api, failureOf('connect', 'CANCELLED', false), asked);
    expect(explanation).toMatchObject({
      headline: 'Not sent: you cancelled it',
      remedy: 'Send it when you are ready.',
    });
  });

  it.each([
    ['wait', 'TIMEOUT'],
    ['send', 'EPIPE'],
    ['receive', 'ECONNRESET'],
    ['wait', 'CANCELLED'],
  ] as const)('leaves the outcome open once bytes have left: %s %s', (phase, code) => {
    const explanation = explainOutcome(api, failureOf(phase, code, true), asked);
    expect(explanation.verdict).toBe('unknown');
    expect(explanation.headline).toMatch(/^Outcome unknown: /);
    expect(explanation.remedy).toContain('Ask for the status first.');
    expect(explanation.resend).toBe(resendSentences['after-status']);
  });

  it('of a call that moves no money may be asked again', () => {
    const explanation = explainOutcome(api, failureOf('wait', 'TIMEOUT', true), {
      operation: 'status',
      request: null,
    });
    expect(explanation).toMatchObject({
      resend: 'Sending it again is safe.',
      remedy: 'This call only asks; send it again.',
    });
  });

  it('of a call that nobody knows counts as one that moves money', () => {
    for (const operation of [null, 'other']) {
      const explanation = explainOutcome(api, failureOf('wait', 'TIMEOUT', true), {
        operation,
        request: null,
      });
      expect(explanation.resend).toBe(resendSentences['after-status']);
    }
  });
});

describe('what is unknown is never called safe to repeat', () => {
  const safe = /\bis safe\b|no need/;
  const tempting = entryOf({
    id: 'tempting',
    status: [200],
    message: 'Please repeat',
    resend: 'same-id',
    verdict: 'accepted',
  });
  const outcomes = [
    ...[
      '',
      'Please repeat',
      '{}',
      '[]',
      '{"x": "Please repeat"}',
      '<a/>',
      '<html>Please repeat',
      '{"a":',
    ].map((body) => responseOf(200, body)),
    failureOf('wait', 'TIMEOUT', true),
    failureOf('receive', 'ECONNRESET', true),
  ];

  it.each<ResendAdvice>(['after-status', 'never', 'after-wait'])(
    'with the advice %s of the API',
    (resend) => {
      const definition = demoApi({ catalog: [tempting], unknownAdvice: { text: 'Ask.', resend } });
      for (const outcome of outcomes) {
        const explanation = explainOutcome(definition, outcome, asked);
        expect(explanation.verdict).toBe('unknown');
        expect(explanation.resend).toBe(resendSentences[resend]);
        expect(explanation.resend).not.toMatch(safe);
      }
    },
  );

  it('unless the API documents that it is', () => {
    const definition = demoApi({
      catalog: [tempting],
      unknownAdvice: { text: 'Repeat.', resend: 'same-id' },
    });
    for (const outcome of outcomes) expect(explainOutcome(definition, outcome, asked).resend).toMatch(safe);
  });
});
