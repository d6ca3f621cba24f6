import { describe, expect, it } from 'vitest';

import { parseJson } from '../../../../shared/formats/json.ts';
import { plainValue } from '../../../../shared/formats/plain-value.ts';
import { connectRaw, rawRequest } from '../../../support/raw-client.ts';
import { startTestSandbox, type TestServer } from '../../../support/test-sandbox.ts';

type Reply = { readonly status: number; readonly body: unknown };

/** Numbers come as text. */
async function call(
  { origin }: TestServer,
  method: string,
  path: string,
  body?: unknown,
  type = 'application/json',
): Promise<Reply> {
  const response = await fetch(`${origin}/__sandbox/${path}`, {
    method,
    headers: body === undefined ? {} : { 'Content-Type': type },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const tree = parseJson(text);
  if (!tree.ok) throw new Error(`No JSON: ${text}`);
  return { status: response.status, body: plainValue(tree.value) };
}

const refuse = async (server: TestServer, ...given: [string, string, unknown?]): Promise<string> => {
  const { status, body } = await call(server, ...given);
  const { error, remedy } = body as { error: string; remedy: string };
  expect(remedy).toMatch(/^[A-Z].*\.$/);
  return `${status} ${error}`;
};

const book = async (
  { origin }: TestServer,
  id: string,
  headers: Record<string, string> = {},
): Promise<string> =>
  (await fetch(`${origin}/first/base/refund`, { method: 'POST', body: id, headers })).text();

describe('the listing', () => {
  it.each(['', '/'])('names every call, at /__sandbox%s', async (end) => {
    const { origin } = await startTestSandbox();
    const response = await fetch(`${origin}/__sandbox${end}`);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const lines = (await response.text()).split('\n').filter((line) => line.includes('/__sandbox/'));
    expect(lines.map((line) => line.split(/[[?]|  /)[0])).toEqual([
      'GET /__sandbox/state',
      'POST /__sandbox/reset',
      'GET /__sandbox/clock',
      'POST /__sandbox/clock',
      'GET /__sandbox/faults',
      'POST /__sandbox/faults',
      'DELETE /__sandbox/faults',
      'GET /__sandbox/picks',
      'POST /__sandbox/picks',
      'DELETE /__sandbox/picks',
      'POST /__sandbox/settle',
      'GET /__sandbox/settling',
      'PUT /__sandbox/settling',
      'GET /__sandbox/log',
      'DELETE /__sandbox/log',
      'GET /__sandbox/snapshot',
      'PUT /__sandbox/snapshot',
      'GET /__sandbox/scenarios/<api>',
    ]);
  });
});

describe('state and reset', () => {
  it('tells the newest records of an API, and puts it back', async () => {
    const server = await startTestSandbox();
    for (const id of ['r1', 'r2', 'r3']) await book(server, id);
    const state = await call(server, 'GET', 'state?api=first&records=2');
    expect(state).toMatchObject({
      status: 200,
      body: { apis: [{ api: 'first', total: '3', records: [{ id: 'r2' }, { id: 'r3' }] }] },
    });
    expect(await call(server, 'POST', 'reset', { api: 'other' })).toEqual({
      status: 200,
      body: { reset: 'other' },
    });
    expect(server.booked()).toHaveLength(3);
    expect((await call(server, 'POST', 'reset', '')).status).toBe(200);
    expect(server.booked()).toEqual([]);
  });

  it('of an API that there is not says which there are', async () => {
    const server = await startTestSandbox();
    expect(await refuse(server, 'GET', 'state?api=nope')).toBe('404 There is no API nope.');
    expect(await refuse(server, 'POST', 'reset', { api: 'nope' })).toBe('404 There is no API nope.');
    expect(await refuse(server, 'GET', 'state?records=0')).toBe(
      '400 The query has no whole number as records.',
    );
  });
});

describe('the clock', () => {
  it('is moved, stopped, set, run and put back', async () => {
    const server = await startTestSandbox();
    const stopped = await call(server, 'POST', 'clock', { set: '2026-01-31T12:00:00Z' });
    expect(stopped).toMatchObject({ status: 200, body: { stopped: false } });
    await call(server, 'POST', 'clock', { stop: true });
    await call(server, 'POST', 'clock', { set: '2026-01-31T12:00:00Z' });
    await call(server, 'POST', 'clock', { advance: '-1h' });
    const { body } = await call(server, 'POST', 'clock', { advance: '5m' });
    expect(body).toMatchObject({ now: '2026-01-31T11:05:00.000Z', stopped: true });
    expect((await call(server, 'GET', 'clock')).body).toEqual(body);
    expect((await call(server, 'POST', 'clock', { run: true })).body).toMatchObject({ stopped: false });
    expect((await call(server, 'POST', 'clock', { reset: true })).body).toMatchObject({ ahead: '0ms' });
  });

  it.each([
    [{}, 'give one of advance, set, stop, run and reset'],
    [{ stop: true, run: true }, 'give one of advance, set, stop, run and reset'],
    [{ stop: false }, 'stop: it is not true'],
    [{ advance: '5 minutes' }, 'advance: "5 minutes" is not a duration such as 250ms, 2s, 5m, 1h or 2d'],
    [{ advance: '999999d' }, 'advance: it is too long'],
    [{ set: 'tomorrow' }, 'set: it is no time such as 2026-01-31T12:00:00Z'],
    [{ set: '2026-01-31T12:00:00' }, 'set: it is no time such as 2026-01-31T12:00:00Z'],
  ])('is not moved by %j', async (body, why) => {
    const server = await startTestSandbox();
    expect(await refuse(server, 'POST', 'clock', body)).toBe(`400 The body cannot be taken: ${why}.`);
  });

  it('cannot leave the calendar', async () => {
    const server = await startTestSandbox();
    await call(server, 'POST', 'clock', { set: '9999-12-31T00:00:00Z' });
    expect(await refuse(server, 'POST', 'clock', { advance: '2d' })).toMatch(
      /^400 The clock of the sandbox cannot/,
    );
    expect((await call(server, 'GET', 'clock')).body).toMatchObject({
      now: expect.stringMatching(/^9999-12-31T00:0/) as string,
    });
  });
});

describe('faults and picks', () => {
  it('are added, listed, met and removed', async () => {
    const server = await startTestSandbox();
    const added = await call(server, 'POST', 'faults', { fault: 'status 503', api: 'first', next: 1 });
    const fault = { id: '1', fault: 'status 503', api: 'first', meets: 'calls', next: '1' };
    expect(added).toEqual({ status: 200, body: { faults: [fault] } });
    expect((await call(server, 'GET', 'faults/1')).body).toEqual(fault);
    await call(server, 'POST', 'picks', { api: 'first', entry: 'late', next: '2' });
    expect((await call(server, 'GET', 'picks')).body).toEqual({
      picks: [{ id: '2', api: 'first', entry: 'late', next: '2' }],
    });
    expect(await book(server, 'a')).toMatch(/^Sandbox: a fault that was asked for: status 503/);
    expect(await book(server, 'b')).toBe('"late"');
    expect((await call(server, 'GET', 'faults')).body).toEqual({ faults: [] });
    await call(server, 'POST', 'faults', { fault: 'html' });
    expect((await call(server, 'DELETE', 'picks')).body).toEqual({ picks: [] });
    expect((await call(server, 'GET', 'faults')).body).toMatchObject({ faults: [{ id: '3' }] });
    expect((await call(server, 'DELETE', 'faults/3')).body).toEqual({ faults: [] });
    expect(server.booked()).toEqual([]);
  });

  it.each([
    [
      'faults',
      { fault: 'meteor' },
      '400 The body cannot be taken: fault: "meteor" is no fault; there are delay',
    ],
    ['faults', {}, '400 The body cannot be taken: fault: '],
    ['faults', { fault: 'html', next: 0 }, '400 The body cannot be taken: next: '],
    ['faults', { fault: 'html', next: 1.5 }, '400 The body cannot be taken: next: it is no whole number'],
    ['faults', { fault: 'html', nxt: 1 }, '400 The body cannot be taken: nxt: '],
    ['faults', { fault: 'html', api: 'nope' }, '404 There is no API nope.'],
    ['picks', { api: 'first', entry: 'nope' }, '404 There is no scenario nope of first.'],
    ['picks', { entry: 'late' }, '400 The body cannot be taken: api: '],
    ['picks', '[]', '400 The body cannot be taken: '],
    ['picks', '{"api": ', '400 The body cannot be taken: line 1, column 9: '],
  ])('POST %s %j is refused', async (path, body, why) => {
    const server = await startTestSandbox();
    expect((await refuse(server, 'POST', path, body)).startsWith(why)).toBe(true);
  });

  it('of an id there is not are a 404, also where a rule of the other kind has it', async () => {
    const server = await startTestSandbox();
    await call(server, 'POST', 'faults', { fault: 'html' });
    expect(await refuse(server, 'DELETE', 'picks/1')).toBe('404 There is no pick 1.');
    expect(await refuse(server, 'GET', 'picks/1')).toBe('404 There is no pick 1.');
    expect(await refuse(server, 'DELETE', 'faults/2')).toBe('404 There is no fault 2.');
  });

  it('can be a thousand, and no more', async () => {
    const server = await startTestSandbox();
    const rules = Array.from({ length: 999 }, (_, index) => ({
      id: String(index + 1),
      api: null,
      does: { kind: 'fault', fault: { kind: 'html' } },
      meets: 'calls',
      left: null,
    }));
    const controls = {
      clock: { offset: 0, stoppedAt: null },
      settling: { after: null, outcome: 'success' },
      rules,
      nextRule: 1000,
    };
    const seed = { format: 'refund-workbench-sandbox', version: 1, controls, apis: {} };
    expect((await call(server, 'PUT', 'snapshot', seed)).status).toBe(200);
    server.addFault('html');
    expect(await refuse(server, 'POST', 'faults', { fault: 'html' })).toMatch(
      /^400 The sandbox has 1000 faults/,
    );
    expect((await call(server, 'GET', 'faults/1000')).status).toBe(200);
  });
});

describe('settling', () => {
  it('ends a refund by hand, or all', async () => {
    const server = await startTestSandbox();
    for (const id of ['r1', 'r2', 'r3']) await book(server, id);
    const one = await call(server, 'POST', 'settle', { api: 'first', id: 'r2', outcome: 'failure' });
    expect(one).toMatchObject({ status: 200, body: { pending: [{ id: 'r1' }, { id: 'r3' }] } });
    expect(await refuse(server, 'POST', 'settle', { api: 'first', id: 'r2', outcome: 'success' })).toBe(
      '400 No refund r2 waits for its end.',
    );
    const rest = await call(server, 'POST', 'settle', { api: 'first', outcome: 'success' });
    expect(rest.body).toEqual({ pending: [] });
  });

  it('ends them by themselves after a time of the sandbox', async () => {
    const server = await startTestSandbox();
    const set = await call(server, 'PUT', 'settling', { after: '5s', outcome: 'failure' });
    expect(set).toEqual({ status: 200, body: { after: '5s', outcome: 'failure' } });
    await book(server, 'r1');
    expect((await call(server, 'GET', 'state?api=first')).body).toMatchObject({
      apis: [{ pending: [{ id: 'r1' }] }],
    });
    await call(server, 'POST', 'clock', { advance: '5s' });
    expect((await call(server, 'GET', 'state?api=first')).body).toMatchObject({
      apis: [{ pending: [], records: [{ id: 'r1', state: 'failed' }] }],
    });
    expect((await call(server, 'PUT', 'settling', { after: null })).body).toEqual({
      after: null,
      outcome: 'success',
    });
    expect((await call(server, 'GET', 'settling')).body).toEqual({ after: null, outcome: 'success' });
  });
});

describe('the log', () => {
  it('holds what reached an API and what was refused, but neither header, query nor body, nor control calls', async () => {
    const server = await startTestSandbox();
    const { origin } = server;
    await fetch(`${origin}/first/base/refund?key=canary1`, {
      method: 'POST',
      body: 'canary2',
      headers: { Authorization: 'canary3' },
    });
    await fetch(`${origin}/nowhere?key=canary4`);
    await call(server, 'GET', 'state');
    const { body } = await call(server, 'GET', 'log');
    expect(body).toMatchObject({
      entries: [
        { number: '2', api: null, method: 'GET', path: '/nowhere', status: '404', checks: [] },
        {
          number: '1',
          api: 'first',
          method: 'POST',
          path: '/first/base/refund',
          status: '200',
          fault: null,
          checks: [{ title: 'it is there', passed: true }],
        },
      ],
    });
    expect(JSON.stringify(body)).not.toContain('canary');
    expect((await call(server, 'GET', 'log?limit=1')).body).toMatchObject({ entries: [{ number: '2' }] });
    expect((await call(server, 'GET', 'log?before=2')).body).toMatchObject({ entries: [{ number: '1' }] });
    expect(await refuse(server, 'GET', 'log?before=x')).toBe('400 The query has no whole number as before.');
    expect((await call(server, 'DELETE', 'log')).body).toEqual({ entries: [] });
    expect((await call(server, 'GET', 'log')).body).toEqual({ entries: [] });
  });

  it('says what a fault did to a request', async () => {
    const server = await startTestSandbox();
    await book(server, 'a', { 'X-Sandbox-Fault': 'cut-before' }).catch(() => '');
    await book(server, 'b', { 'X-Sandbox-Fault': 'cut-after' }).catch(() => '');
    expect((await call(server, 'GET', 'log')).body).toMatchObject({
      entries: [
        { status: null, fault: 'cut-after', reason: 'it is a test' },
        {
          status: null,
          fault: 'cut-before',
          reason: 'a fault that was asked for: cut before anything was done',
        },
      ],
    });
  });

  it('is told to who listens, request by request and change by change', async () => {
    const server = await startTestSandbox();
    let heard = 0;
    const end = server.server.control.listen(() => (heard += 1));
    await book(server, 'a');
    expect(heard).toBe(1);
    await fetch(`${server.origin}/nowhere`);
    expect(heard).toBe(2);
    await call(server, 'POST', 'reset', {});
    expect(heard).toBe(3);
    await call(server, 'GET', 'state');
    expect(heard).toBe(3);
    await connectRaw(server.port, 'GARBAGE\r\n\r\n').closed;
    expect(heard).toBe(4);
    end();
    await book(server, 'b');
    expect(heard).toBe(4);
  });

  it('hears of a request whose answer waits', async () => {
    const server = await startTestSandbox();
    let heard = 0;
    server.server.control.listen(() => (heard += 1));
    void book(server, 'a', { 'X-Sandbox-Fault': 'delay 10m' }).catch(() => '');
    await expect.poll(() => heard).toBe(1);
  });
});

describe('snapshots', () => {
  it('are saved and taken back', async () => {
    const server = await startTestSandbox();
    await book(server, '403993715529606983');
    const saved = await (await fetch(`${server.origin}/__sandbox/snapshot`)).text();
    await call(server, 'POST', 'reset', {});
    expect(await call(server, 'PUT', 'snapshot', saved)).toEqual({ status: 200, body: { loaded: true } });
    expect(server.booked()).toEqual(['403993715529606983']);
  });

  it('can be longer than any other body, and a seed can be YAML', async () => {
    const server = await startTestSandbox();
    const line =
      '      - { id: 403993715529606983, amount: 500.00, state: waits, at: 2026-01-31T12:00:00Z }\n';
    const seed = `format: refund-workbench-sandbox\nversion: 1\napis:\n  first:\n    refunds:\n${line}# ${'x'.repeat(3_000_000)}\n`;
    expect(await call(server, 'PUT', 'snapshot', seed, 'application/yaml')).toMatchObject({ status: 200 });
    expect(server.booked()).toEqual(['403993715529606983']);
  });

  it('that are wrong say where and change nothing', async () => {
    const server = await startTestSandbox();
    await book(server, 'r1');
    const seed = {
      format: 'refund-workbench-sandbox',
      version: 1,
      apis: { first: { refunds: [{ id: 'x' }] } },
    };
    expect(await refuse(server, 'PUT', 'snapshot', seed)).toMatch(
      /^400 The sandbox cannot take this file: apis\.first\.refunds\.0\.amount: /,
    );
    expect(server.booked()).toEqual(['r1']);
  });
});

it('lists the scenarios of an API', async () => {
  const server = await startTestSandbox();
  expect((await call(server, 'GET', 'scenarios/f%20')).body).toEqual([
    { id: 'late', code: null, message: 'f ', how: 'forced' },
  ]);
  for (const path of [
    'scenarios',
    'scenarios/',
    'scenarios/a/b',
    'scenarios/%ff',
    'nope',
    'state/1',
    'constructor',
  ])
    expect(await refuse(server, 'GET', path)).toMatch(/^404 There is nothing at \/__sandbox\//);
});

it('says which methods a call has', async () => {
  const server = await startTestSandbox();
  const response = await fetch(`${server.origin}/__sandbox/settling`, { method: 'DELETE' });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, PUT']);
});

describe('a web page', () => {
  const seen = (
    server: TestServer,
    headers: readonly string[],
    first = 'GET /__sandbox/state HTTP/1.1',
  ): Promise<string> =>
    connectRaw(server.port, rawRequest(server.port, first, { headers: [...headers, 'Connection: close'] }))
      .closed;

  it.each([
    'Origin: https://evil.invalid',
    'Origin: null',
    'Sec-Fetch-Site: cross-site',
    'Sec-Fetch-Site: same-site',
  ])('that sends %s gets nowhere, and no CORS header', async (header) => {
    const answer = await seen(await startTestSandbox(), [header]);
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
    expect(answer).toContain('{"error":"No web page may set the sandbox."');
    expect(answer).not.toMatch(/access-control/i);
  });

  it('of the own origin, too, as the sandbox has no page', async () => {
    const server = await startTestSandbox();
    expect(await seen(server, [`Origin: ${server.origin}`])).toMatch(/^HTTP\/1\.1 403 /);
  });

  it.each(['Sec-Fetch-Site: none', 'Sec-Fetch-Site: same-origin'])(
    'that is typed in, %s, is shown',
    async (header) => {
      expect(await seen(await startTestSandbox(), [header])).toMatch(/^HTTP\/1\.1 200 /);
    },
  );

  it('finds no pre-flight answered', async () => {
    const server = await startTestSandbox();
    const headers = ['Origin: https://evil.invalid', 'Access-Control-Request-Method: DELETE'];
    const answer = await seen(server, headers, 'OPTIONS /__sandbox/log HTTP/1.1');
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
    expect(answer).not.toMatch(/access-control/i);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])(
    'cannot send a form: %s is refused',
    async (type) => {
      const server = await startTestSandbox();
      await book(server, 'r1');
      const reply = await call(server, 'POST', 'reset', '{}', type);
      expect(reply.status).toBe(415);
      expect(server.booked()).toEqual(['r1']);
    },
  );

  it.each([
    'evil.invalid',
    'evil.invalid:PORT',
    '127.0.0.1:1',
    '127.0.0.1',
    'localhost.evil.invalid:PORT',
    '[::2]:PORT',
    '',
  ])('that comes by the name %j is refused', async (name) => {
    const { port } = await startTestSandbox();
    const host = name.replace('PORT', String(port));
    const answer = await connectRaw(
      port,
      `GET /__sandbox/state HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    ).closed;
    expect(answer).toMatch(/^HTTP\/1\.1 421 /);
  });

  it.each(['127.0.0.1:PORT', 'localhost:PORT', 'LocalHost:PORT', '[::1]:PORT'])(
    '%s is a name of it',
    async (name) => {
      const { port } = await startTestSandbox();
      const host = name.replace('PORT', String(port));
      const answer = await connectRaw(
        port,
        `GET /__sandbox/state HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
      ).closed;
      expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    },
  );

  it('of another origin may call an API, and cannot read the answer', async () => {
    const server = await startTestSandbox();
    const answer = await seen(server, ['Origin: https://shop.invalid'], 'POST /first/base/refund HTTP/1.1');
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).not.toMatch(/access-control/i);
  });

  it('that comes to an API by another name is refused, and that stands in the log', async () => {
    const server = await startTestSandbox();
    const request = 'POST /first/base/refund HTTP/1.1\r\nHost: evil.invalid\r\nContent-Length: 2\r\n\r\nr1';
    expect(await connectRaw(server.port, request).closed).toMatch(/^HTTP\/1\.1 421 [^]*\r\n\r\nSandbox: /);
    expect(server.booked()).toEqual([]);
    expect((await call(server, 'GET', 'log')).body).toMatchObject({
      entries: [{ status: '421', api: null }],
    });
  });
});
