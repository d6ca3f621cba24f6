import { describe, expect, it } from 'vitest';

import { httpAnswer, startRawServer } from '../../support/raw-server.ts';
import { expectResponse, openSender, sendRaw } from '../../support/send-raw.ts';

const fine = httpAnswer('fine');

describe('what goes out', () => {
  it('puts the request line, the headers in order and case, and the body on the wire exactly', async () => {
    const server = await startRawServer(({ socket }) => socket.write(fine));
    await sendRaw(`${server.origin}/a%20b/c?x=1&y=%C3%A9`, {
      method: 'POST',
      headers: [
        ['Content-Type', 'application/json'],
        ['REAL_UNAME', 'jdoe||'],
        ['authorization', 'Bearer invented-token'],
        ['X-Twice', 'one'],
        ['x-twice', 'two'],
      ],
      body: '{"payu_id": 403993715529606983, "amount": 1.00}\n',
    });
    expect(server.requests).toEqual([
      [
        'POST /a%20b/c?x=1&y=%C3%A9 HTTP/1.1',
        `host: 127.0.0.1:${server.port}`,
        'connection: keep-alive',
        'Content-Type: application/json',
        'REAL_UNAME: jdoe||',
        'authorization: Bearer invented-token',
        'X-Twice: one',
        'x-twice: two',
        'content-length: 48',
        '',
        '{"payu_id": 403993715529606983, "amount": 1.00}\n',
      ].join('\r\n'),
    ]);
  });

  it('sends a body as UTF-8 and counts its bytes', async () => {
    const server = await startRawServer(({ socket }) => socket.write(fine));
    await sendRaw(server.origin, { body: 'Grüße, 返金 💶' });
    const [head = '', body = ''] = (server.requests[0] ?? '').split('\r\n\r\n');
    expect(Buffer.from(body, 'latin1').toString('utf8')).toBe('Grüße, 返金 💶');
    expect(head).toContain(`content-length: ${Buffer.byteLength('Grüße, 返金 💶')}`);
  });

  it('sends a header value in Latin-1 as it is', async () => {
    const server = await startRawServer(({ socket }) => socket.write(fine));
    await sendRaw(server.origin, { headers: [['X-Name', 'Zoë']] });
    expect(server.requests[0]).toContain('\r\nX-Name: Zoë\r\n');
  });

  it('adds nothing to a GET but host and connection', async () => {
    const server = await startRawServer(({ socket }) => socket.write(fine));
    await sendRaw(`${server.origin}/status`, { method: 'GET' });
    expect(server.requests).toEqual([
      `GET /status HTTP/1.1\r\nhost: 127.0.0.1:${server.port}\r\nconnection: keep-alive\r\n\r\n`,
    ]);
  });

  it('sends a POST without a body as one of length 0', async () => {
    const server = await startRawServer(({ socket }) => socket.write(fine));
    await sendRaw(`${server.origin}/status`, { method: 'POST' });
    expect(server.requests[0]).toMatch(/^POST \/status HTTP\/1\.1\r\n.*content-length: 0\r\n\r\n$/s);
  });
});

describe('what comes back', () => {
  it('keeps status, reason, and the headers in order, case and number', async () => {
    const headers = ['Content-Type: text/plain', 'X-Twice: one', 'x-twice: two', 'X-Latin: Zoë', 'Empty:'];
    const answer = httpAnswer('ok', { status: '202 Refund Accepted', headers });
    const server = await startRawServer(({ socket }) => socket.write(answer));
    const response = expectResponse(await sendRaw(server.origin));
    expect(response.status).toBe(202);
    expect(response.statusText).toBe('Refund Accepted');
    expect(response.headers).toEqual([
      ['Content-Type', 'text/plain'],
      ['X-Twice', 'one'],
      ['x-twice', 'two'],
      ['X-Latin', 'Zoë'],
      ['Empty', ''],
      ['Content-Length', '2'],
    ]);
  });

  it.each([301, 302, 303, 307, 308])('gives a %i back as it is and follows it nowhere', async (status) => {
    const answer = httpAnswer('moved', { status: `${status} Moved`, headers: ['Location: /elsewhere'] });
    const server = await startRawServer(({ socket }) => socket.write(answer));
    const response = expectResponse(await sendRaw(`${server.origin}/refund`, { body: 'x' }));
    expect(response.status).toBe(status);
    expect(response.body.text).toBe('moved');
    expect(server.requests).toHaveLength(1);
  });

  it.each([429, 500, 502, 503])('gives a %i back without asking again', async (status) => {
    const answer = httpAnswer('later', { status: `${status} Later`, headers: ['Retry-After: 0'] });
    const server = await startRawServer(({ socket }) => socket.write(answer));
    const response = expectResponse(await sendRaw(server.origin, { body: 'x' }));
    expect(response.status).toBe(status);
    expect(server.requests).toHaveLength(1);
  });

  it('takes the final answer, not an interim one', async () => {
    const interim = 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n';
    const server = await startRawServer(({ socket }) => {
      socket.write(interim);
      socket.write(fine);
    });
    const response = expectResponse(await sendRaw(server.origin));
    expect(response.status).toBe(200);
    expect(response.body.text).toBe('fine');
  });

  it('reads a body that ends with the connection', async () => {
    const server = await startRawServer(({ socket }) => {
      socket.end('HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nuntil the end');
    });
    expect(expectResponse(await sendRaw(server.origin)).body.text).toBe('until the end');
  });

  it('puts chunks together', async () => {
    const chunked = '5\r\n{"a":\r\n3\r\n1.0\r\n2\r\n0}\r\n0\r\n\r\n';
    const answer = httpAnswer(chunked, { headers: ['Transfer-Encoding: chunked'] });
    const server = await startRawServer(({ socket }) => socket.write(answer));
    expect(expectResponse(await sendRaw(server.origin)).body.text).toBe('{"a":1.00}');
  });
});

describe('connections', () => {
  it('uses a connection again', async () => {
    const server = await startRawServer(({ socket }) => socket.write(fine));
    const sender = openSender();
    await sendRaw(server.origin, { sender });
    await sendRaw(server.origin, { sender });
    expect(server.requests).toHaveLength(2);
    expect(server.connectionCount()).toBe(1);
  });

  it('makes a new connection where the other side closed the old one', async () => {
    const server = await startRawServer(({ socket }) =>
      socket.end(httpAnswer('bye', { headers: ['Connection: close'] })),
    );
    const sender = openSender();
    await sendRaw(server.origin, { sender });
    expect(expectResponse(await sendRaw(server.origin, { sender })).body.text).toBe('bye');
    expect(server.connectionCount()).toBe(2);
  });

  it('sends two requests at once, each with its own answer', async () => {
    const server = await startRawServer(({ socket, text }) =>
      socket.write(httpAnswer(`answer to ${/^POST (\S+)/.exec(text)?.[1] ?? ''}`)),
    );
    const sender = openSender();
    const outcomes = await Promise.all(
      ['/one', '/two'].map((path) => sendRaw(`${server.origin}${path}`, { sender })),
    );
    expect(outcomes.map((outcome) => expectResponse(outcome).body.text)).toEqual([
      'answer to /one',
      'answer to /two',
    ]);
    expect(server.requests).toHaveLength(2);
  });
});
