import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { CheckedAnswer } from '../../../shared/engine/checked-answer.ts';
import { evaluateChecks } from '../../../shared/engine/evaluate-checks.ts';
import type { CaptureResult, Check, CheckResult, CheckSubject } from '../../../shared/model/check.ts';
import { fail, ok } from '../../../shared/model/result.ts';

const body = `{"amount": 1.00, "id": 403993715529606983, "list": [1, 2, 2], "o": {"a": 1.0, "b": "x y"},
  "none": null, "power": 1e3, "comma": "1,50", "text": "Refund  done", "blank": ""}`;

const response = {
  status: 400,
  headers: [
    ['Content-Type', 'application/json; charset=utf-8'],
    ['X-Trace', 'one'],
    ['x-trace', 'two'],
  ],
  body,
  truncated: false,
  time: 35,
} as const;

const answered: CheckedAnswer = {
  explained: { verdict: 'refused', entries: ['same-amount', 'too-soon'], codes: ['4005', 'E-17'] },
  response,
};

function answerWith(text: string): CheckedAnswer {
  return { ...answered, response: { ...response, body: text } };
}

const unanswered: CheckedAnswer = {
  explained: { verdict: 'unknown', entries: [], codes: [] },
  response: null,
};

function evaluate(
  subject: CheckSubject,
  operator: Check['operator'],
  expected = '',
  answer = answered,
): CheckResult {
  const check = { subject, operator, expected };
  const [result] = evaluateChecks({ checks: [check], captures: [], answer, resolve: ok }).checks;
  if (result === undefined) throw new Error('No result');
  return result;
}

function capture(subject: CheckSubject, answer = answered): CaptureResult {
  const captures = [{ subject, variable: 'taken' }];
  const [result] = evaluateChecks({ checks: [], captures, answer, resolve: ok }).captures;
  if (result === undefined) throw new Error('No result');
  return result;
}

const json = (path: string): CheckSubject => ({ of: 'json', path });
const xml = (path: string): CheckSubject => ({ of: 'xml', path, namespaces: {} });

describe('what holds, and what does not', () => {
  it.each<[CheckSubject, Check['operator'], string, boolean]>([
    [{ of: 'status' }, 'equals', '400', true],
    [{ of: 'status' }, 'equals', '200', false],
    [{ of: 'status' }, 'at-least', '400', true],
    [{ of: 'verdict' }, 'equals', 'refused', true],
    [{ of: 'verdict' }, 'not-equals', 'refused', false],
    // Of several, one that fits is enough; for `is not` none may be equal.
    [{ of: 'code' }, 'equals', 'E-17', true],
    [{ of: 'code' }, 'not-equals', '4005', false],
    [{ of: 'code' }, 'not-equals', '1', true],
    [{ of: 'entry' }, 'equals', 'too-soon', true],
    [{ of: 'entry' }, 'matches', '^same-', true],
    [{ of: 'header', name: 'content-TYPE' }, 'matches', '^application/json', true],
    [{ of: 'header', name: 'X-Trace' }, 'equals', 'two', true],
    [{ of: 'header', name: 'X-Trace' }, 'not-equals', 'two', false],
    [{ of: 'header', name: 'Location' }, 'absent', '', true],
    [{ of: 'header', name: 'Location' }, 'exists', '', false],
    [{ of: 'body' }, 'contains', 'Refund  done', true],
    [{ of: 'body' }, 'matches', '"id":\\s*\\d{18},', true],
    [{ of: 'time' }, 'less', '36', true],
    [{ of: 'time' }, 'less', '35', false],
    [json('$.amount'), 'equals', '1.00', true],
    [json('$.amount'), 'equals', '1', false],
    [json('$.amount'), 'at-least', '1', true],
    [json('$.amount'), 'at-most', '1.000', true],
    [json('$.amount'), 'greater', '1', false],
    [json('$.id'), 'equals', '403993715529606983', true],
    [json('$.id'), 'less', '403993715529606984', true],
    [json('$.none'), 'exists', '', true],
    [json('$.none'), 'equals', 'null', true],
    [json('$.missing'), 'absent', '', true],
    [json('$.missing'), 'not-equals', 'x', false],
    [json('$.blank'), 'equals', '', true],
    [json('$.list[*]'), 'exists', '', true],
    [json('$.list[*]'), 'contains', '2', true],
    [json('$.list[*]'), 'equals', '2', false],
    [json('$.list[*]'), 'not-equals', '7', false],
    [json('$.list'), 'equals', '[1,2,2]', true],
    [json('$.list'), 'equals', ' [1, 2, 2] ', true],
    [json('$.o'), 'equals', '{"a": 1.0, "b": "x y"}', true],
    [json('$.o'), 'equals', '{"a": 1, "b": "x y"}', false],
    [json('$.o'), 'equals', 'x', false],
  ])('%o %s %s: %s', (subject, operator, expected, holds) => {
    const { passed, message } = evaluate(subject, operator, expected);
    expect(passed, message).toBe(holds);
  });

  it('an accepted answer without a code is not one with this code', () => {
    expect(evaluate({ of: 'code' }, 'not-equals', '4005', unanswered).passed).toBe(true);
  });

  it('XML is looked at with its own paths', () => {
    const answer = answerWith('\uFEFF<r><Code> 0005 </Code><Sum>10.50</Sum></r>');
    expect(evaluate(xml('//Code'), 'equals', '0005', answer).passed).toBe(true);
    expect(evaluate(xml('//Sum'), 'at-least', '10.5', answer).passed).toBe(true);
    expect(evaluate(xml('//Sum'), 'at-least', '10.500000000000000000001', answer).passed).toBe(false);
  });

  it('decimals always compare as exact whole-number arithmetic does', () => {
    const decimal = fc
      .tuple(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.integer({ min: 0, max: 12 }))
      .map(([scaled, places]) => {
        const digits = String(scaled < 0n ? -scaled : scaled).padStart(places + 1, '0');
        const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
        return { text: scaled < 0n ? `-${text}` : text, value: scaled * 10n ** BigInt(12 - places) };
      });
    fc.assert(
      fc.property(decimal, decimal, (found, limit) => {
        const answer = answerWith(`{"a":${found.text}}`);
        const holds = (operator: Check['operator']): boolean =>
          evaluate(json('$.a'), operator, limit.text, answer).passed;
        expect(holds('less')).toBe(found.value < limit.value);
        expect(holds('at-most')).toBe(found.value <= limit.value);
        expect(holds('greater')).toBe(found.value > limit.value);
        expect(holds('at-least')).toBe(found.value >= limit.value);
        expect(holds('equals')).toBe(found.text === limit.text);
      }),
    );
  });
});

describe('what is said', () => {
  it.each<[CheckSubject, Check['operator'], string, string]>([
    [{ of: 'status' }, 'equals', '200', 'The status is 400; it has to be 200.'],
    [json('$.missing'), 'equals', '1', '$.missing was not found; it has to be 1.'],
    [
      json('$.amount'),
      'equals',
      '1',
      '$.amount is 1.00; it has to be 1. As numbers they are the same: “at least” and “at most” compare numbers.',
    ],
    [
      json('$.list[*]'),
      'equals',
      '1',
      '$.list[*] was found 3 times: 1, 2, 2; it has to be 1. Only a single value can be compared: make the path narrower.',
    ],
    [
      json('$.power'),
      'less',
      '5',
      '$.power is 1e3; it has to be less than 5. What was found is written with an exponent, and is not compared as a number.',
    ],
    [
      json('$.comma'),
      'less',
      '5',
      '$.comma is 1,50; it has to be less than 5. What was found holds a comma; a decimal is written with a point.',
    ],
    [
      json('$.['),
      'exists',
      '',
      'The JSONPath $.[ cannot be read at character 3: a name or * is expected after the point.',
    ],
    [json('$.blank'), 'exists', '', '$.blank is empty; it has to be there.'],
  ])('of %o %s %s', (subject, operator, expected, message) => {
    expect(evaluate(subject, operator, expected).message).toBe(message);
  });

  it('of an answer that is none of the kind: where it breaks', () => {
    expect(evaluate(xml('//a'), 'exists').message).toMatch(/^The answer is no XML: line 2, column \d+, /);
    expect(evaluate(json('$.a'), 'exists', '', answerWith('{"a": }')).message).toBe(
      'The answer is no JSON: line 1, column 7, a value is expected here.',
    );
  });

  it('of no answer: every look at it fails, what is absent too; the verdict is still known', () => {
    for (const subject of [{ of: 'status' }, { of: 'body' }, json('$.a'), { of: 'time' }] as const) {
      expect(evaluate(subject, 'absent', '', unanswered)).toMatchObject({
        passed: false,
        message: 'There is no answer to look at.',
      });
    }
    expect(evaluate({ of: 'verdict' }, 'equals', 'unknown', unanswered).passed).toBe(true);
  });

  it('of an answer that was cut off: paths are refused, since what is missing might be there', () => {
    const cut = { ...answered, response: { ...response, truncated: true } };
    expect(evaluate(json('$.missing'), 'absent', '', cut)).toMatchObject({
      passed: false,
      message: 'The answer was too long to be read to its end.',
    });
  });

  it('keeps only the start of a huge value', () => {
    const answer = answerWith('x'.repeat(5_000_000));
    const { actual, message } = evaluate({ of: 'body' }, 'equals', 'y', answer);
    expect(actual?.length).toBe(1000);
    expect(message.length).toBeLessThan(400);
  });

  it('why what is expected could not be made out', () => {
    const check = { subject: { of: 'status' }, operator: 'equals', expected: '{{wanted}}' } as const;
    const resolve = (): ReturnType<typeof fail<string>> => fail('The variable wanted has no value.');
    const report = evaluateChecks({ checks: [check], captures: [], answer: answered, resolve });
    expect(report.checks).toEqual([
      { check, passed: false, actual: null, message: 'The variable wanted has no value.' },
    ]);
  });
});

describe('captures', () => {
  it('take the very text', () => {
    expect(capture(json('$.id'))).toMatchObject({ value: '403993715529606983', message: '' });
    expect(capture(json('$.o'))).toMatchObject({ value: '{"a":1.0,"b":"x y"}' });
    expect(capture({ of: 'code' })).toMatchObject({ value: '4005' });
    expect(capture({ of: 'header', name: 'x-trace' })).toMatchObject({ value: 'one' });
  });

  it('say why there is nothing to take', () => {
    expect(capture(json('$.missing'))).toMatchObject({ value: null, message: '$.missing was not found.' });
    expect(capture(json('$.list[*]'))).toMatchObject({
      value: null,
      message: '$.list[*] was found 3 times; only a single value can be taken.',
    });
    expect(capture(json('$.id'), unanswered)).toMatchObject({
      value: null,
      message: 'There is no answer to look at.',
    });
  });
});

it('ten megabytes of JSON are checked in a few seconds', () => {
  const items = '{"id":403993715529606983,"amount":1.00,"note":"abcdefghijklmnopqrstuvwxyz"},'.repeat(
    130_000,
  );
  const answer = answerWith(`{"items":[${items}{"last":true}]}`);
  expect(answer.response?.body.length).toBeGreaterThan(9_000_000);
  const started = performance.now();
  expect(evaluate(json('$.items[-1].last'), 'equals', 'true', answer).passed).toBe(true);
  expect(evaluate({ of: 'body' }, 'contains', '"last":true', answer).passed).toBe(true);
  expect(performance.now() - started).toBeLessThan(30_000);
});
