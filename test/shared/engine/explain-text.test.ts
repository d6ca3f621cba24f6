import { describe, expect, it } from 'vitest';

import { explainText } from '../../../shared/engine/explain-outcome.ts';
import { demoApi, entryOf } from '../support/demo-api.ts';

const api = demoApi({
  catalog: [
    entryOf({ id: 'twice', code: '105', message: 'Same amount refunded twice' }),
    entryOf({ id: 'token', code: '106', message: 'Token already exists' }),
    entryOf({ id: 'gateway', status: [502] }),
  ],
});

describe('a pasted answer', () => {
  const said = '{"code": "105", "message": "Same amount refunded twice"}';
  const entries = (text: string, status: number | null = null): readonly string[] =>
    explainText(api, text, status).entries;

  it.each([
    ['a body', said],
    ['words before it', `Hello, we got this:\n\n${said}`],
    ['words around it', `They say ${said} - what now?\nBye`],
    ['words around XML', 'It was:\n<answer code="105"><b>1</b></answer>\nHelp!'],
    ['words around XML without children', 'It was: <a code="105"></a> (see above)'],
    ['a byte-order mark', `\uFEFF${said}`],
    [
      'a status line and headers',
      `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-A: b\r\n\r\n${said}`,
    ],
    ['a status line and headers with LF', `HTTP/2 200\ncontent-type: application/json\n\n${said}`],
    ['a status line alone', `HTTP/1.1 200 OK\n\n${said}`],
    ['a status line without a blank line after it', `HTTP/1.1 400 Bad Request\n${said}`],
    ['headers without a blank line after them', `HTTP/1.1 400 Bad Request\nServer: x\nDate: now\n${said}`],
    ['blank lines in the body and none before it', `HTTP/1.1 400\n{\n\n${said.slice(1)}`],
    ['blanks before the status line', `\n  HTTP/1.1 200 OK\n\n${said}`],
  ])('is found in %s', (_title, text) => {
    expect(entries(text)).toEqual(['twice']);
    expect(explainText(api, text, null).verdict).toBe('refused');
  });

  it('has the status of its status line, and the given one before that', () => {
    const text = 'HTTP/1.1 502 Bad Gateway\nServer: x\n\n{"x": 1}';
    expect(entries(text)).toEqual(['gateway']);
    expect(entries(text, 404)).toEqual([]);
    expect(entries('{"x": 1}', 502)).toEqual(['gateway']);
  });

  it('has the headers of its head', () => {
    const notes = explainText(api, `HTTP/1.1 200 OK\nContent-Type: text/html\n\n${said}`, null).notes;
    expect(notes).toEqual([expect.stringContaining('calls itself text/html')]);
  });

  it.each(['HTTP/1.1 502 Bad Gateway', 'HTTP/1.1 502\r\nServer: x\r\n', 'HTTP/1.1 502\nServer: x\n\n'])(
    'without a body is empty: %j',
    (text) =>
      expect(explainText(api, text, null)).toMatchObject({
        verdict: 'unknown',
        headline: 'Unknown: the answer is empty',
      }),
  );

  it('that is cut off stays unknown, though its words are found', () => {
    expect(explainText(api, said.slice(0, -1), null)).toMatchObject({
      verdict: 'unknown',
      entries: ['twice'],
    });
  });

  it('of mere words is unknown, though its words are found', () => {
    expect(explainText(api, 'the screen says: token already exists', null)).toMatchObject({
      verdict: 'unknown',
      entries: ['token'],
    });
  });

  it('is not asked about a call: the advice is that for money', () => {
    expect(explainText(api, 'nothing', null).remedy).toBe('Ask for the status first.');
  });
});
