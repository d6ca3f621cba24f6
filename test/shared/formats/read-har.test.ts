import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { looksLikeHar, readHar } from '../../../shared/formats/read-har.ts';
import type { PastedCalls } from '../../../shared/model/pasted.ts';

type Changes = { readonly request?: object; readonly response?: object; readonly entry?: object };

function harOf(...entries: readonly Changes[]): string {
  return JSON.stringify({
    log: {
      version: '1.2',
      entries: entries.map(({ request, response, entry }) => ({
        startedDateTime: '2026-11-01T10:00:00.000Z',
        time: 120.5,
        request: {
          method: 'POST',
          url: 'https://pay.example/refunds',
          headers: [{ name: 'Content-Type', value: 'application/json' }],
          postData: { mimeType: 'application/json', text: '{"amount":1.00}' },
          ...request,
        },
        response: {
          status: 403,
          statusText: 'Forbidden',
          headers: [{ name: 'Server', value: 'x' }],
          content: { size: 2, mimeType: 'application/json', text: '{}' },
          ...response,
        },
        timings: { blocked: -1, send: 1, wait: 100, receive: 2 },
        ...entry,
      })),
    },
  });
}

function read(text: string): PastedCalls {
  const result = readHar(text);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

const remarksOf = (changes: Changes): string => read(harOf(changes)).calls[0]?.remarks.join(' ') ?? '';

describe('reading a HAR file', () => {
  it('gives requests and answers as they were, amounts and ids digit for digit', () => {
    expect(read(harOf({}))).toEqual({
      remarks: [],
      calls: [
        {
          request: {
            method: 'POST',
            url: 'https://pay.example/refunds',
            headers: [['Content-Type', 'application/json']],
            body: '{"amount":1.00}',
          },
          outcome: {
            kind: 'response',
            status: 403,
            statusText: 'Forbidden',
            headers: [['Server', 'x']],
            body: { text: '{}', bytes: 2, charset: 'utf-8', base64: null, truncated: false },
            timings: {
              blocked: null,
              dns: null,
              connect: null,
              ssl: null,
              send: 1,
              wait: 100,
              receive: 2,
              total: 120.5,
            },
          },
          startedAt: '2026-11-01T10:00:00.000Z',
          remarks: [],
        },
      ],
    });
  });

  it('opens base64, and keeps the bytes of what is no text', () => {
    const content = {
      size: 3,
      mimeType: 'x/y',
      text: Buffer.from('ä!').toString('base64'),
      encoding: 'base64',
    };
    expect(read(harOf({ response: { content } })).calls[0]?.outcome).toMatchObject({ body: { text: 'ä!' } });
    const bytes = Buffer.from([0xff, 0x00, 0x41]).toString('base64');
    const binary = read(harOf({ response: { content: { ...content, text: bytes } } })).calls[0]?.outcome;
    expect(binary).toMatchObject({ body: { base64: bytes, bytes: 3 } });
  });

  it.each<[string, Changes, string]>([
    [
      'a wrong size',
      { response: { content: { size: 99, text: '{}' } } },
      'says that the answer has 99 bytes; it holds 2',
    ],
    [
      'an answer that is not in it',
      { response: { content: { size: 99 } } },
      'had 99 bytes, which the HAR file does not hold',
    ],
    [
      'broken base64',
      { response: { content: { size: 2, text: '%%', encoding: 'base64' } } },
      'calls itself base64 and is not',
    ],
    ['an unknown encoding', { response: { content: { text: 'x', encoding: 'rot13' } } }, '"rot13"'],
    [
      'a body that is not in it',
      { request: { postData: undefined, bodySize: 42 } },
      'a body of 42 bytes, which',
    ],
    [
      'fields instead of a body',
      { request: { postData: { mimeType: 'multipart/form-data', params: [{ name: 'a', value: 'b' }] } } },
      'so the body is missing here',
    ],
    [
      'no answer',
      { response: { status: 0, _error: 'net::ERR_FAILED' } },
      'no answer to this call (net::ERR_FAILED)',
    ],
    ['a status that is none', { response: { status: 'OK' } }, 'no answer to this call'],
    ['headers that are none', { request: { headers: 'x' } }, 'headers are missing'],
  ])('tells %s', (_title, changes, words) => {
    expect(remarksOf(changes)).toContain(words);
  });

  it('writes a form anew from its fields, and tells', () => {
    const postData = {
      mimeType: 'application/x-www-form-urlencoded',
      params: [
        { name: 'a', value: '1 &' },
        { name: 'b', value: '' },
      ],
    };
    expect(read(harOf({ request: { postData } })).calls[0]?.request.body).toBe('a=1+%26&b=');
    expect(remarksOf({ request: { postData } })).toContain('the form was written anew');
  });

  it('leaves out what is no call, and tells how many', () => {
    const { calls, remarks } = read(harOf({}, { request: { method: 7 } }, { entry: { request: null } }));
    expect(calls).toHaveLength(1);
    expect(remarks.join(' ')).toContain('2 of 3 entries');
  });

  it.each([
    ['cut off', harOf({}).slice(0, -10), /^The HAR file is not JSON: line 1, column \d+/],
    ['without entries', '{"log":{"entries":{}}}', /no list of entries/],
    ['too long', ' '.repeat(64_000_001), /longer than 64 MB/],
    ['of too many calls', `{"log":{"entries":[${'0,'.repeat(10_000)}0]}}`, /holds 10001 calls/],
  ])('refuses one that is %s with a sentence', (_title, text, words) => {
    expect(readHar(text)).toEqual({ ok: false, error: expect.stringMatching(words) });
  });

  it('tells a version it does not know', () => {
    expect(read('{"log":{"version":"2.0","entries":[]}}').remarks.join(' ')).toContain('of version 2.0');
  });

  it('never throws, whatever JSON stands in it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (entry, request, response) => {
        const text = JSON.stringify({ log: { entries: [entry, { request, response }] } });
        expect(looksLikeHar(text)).toBe(true);
        expect(typeof readHar(text).ok).toBe('boolean');
      }),
    );
  });
});
