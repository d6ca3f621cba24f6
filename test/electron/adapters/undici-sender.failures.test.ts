import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';

import { describeFailure } from '../../../shared/engine/describe-failure.ts';
import { httpAnswer, startRawServer, unusedPort } from '../../support/raw-server.ts';
import { selfSignedCertificate, trustCertificate } from '../../support/self-signed-certificate.ts';
import { expectFailure, expectResponse, openSender, sendRaw } from '../../support/send-raw.ts';

const neverAnswer = (): void => undefined;
const pathOf = (request: string): string => request.split(' ')[1] ?? '';

describe('no connection', () => {
  it('a port on which nothing listens fails while connecting, and nothing left', async () => {
    const failure = expectFailure(await sendRaw(`http://127.0.0.1:${await unusedPort()}/`, { body: 'x' }));
    expect(failure).toMatchObject({ phase: 'connect', code: 'ECONNREFUSED', requestLeft: false });
  });

  it('names the first reason where a host has several addresses and none answers', async () => {
    const failure = expectFailure(await sendRaw(`http://localhost:${await unusedPort()}/`, { body: 'x' }));
    expect(failure).toMatchObject({ phase: 'connect', code: 'ECONNREFUSED', requestLeft: false });
  });

  // Without a network some systems take half a minute to say so.
  it('an unknown host fails in the name look-up, and nothing left', { timeout: 60_000 }, async () => {
    const url = 'http://no-such-host.invalid/';
    const failure = expectFailure(await sendRaw(url, { body: 'x', timeout: 55_000 }));
    expect(failure).toMatchObject({ phase: 'dns', requestLeft: false });
    expect(failure.code).toMatch(/^(?:ENOTFOUND|EAI_AGAIN)$/);
    expect(failure.timings).toMatchObject({ dns: null, connect: null, send: null });
  });
});

describe('TLS', () => {
  it('a certificate that the server signed itself is refused before anything is sent', async () => {
    const certificate = selfSignedCertificate();
    const server = await startRawServer(neverAnswer, { certificate });
    const failure = expectFailure(await sendRaw(server.origin, { body: 'x' }));
    expect(failure).toMatchObject({
      phase: 'tls',
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
      requestLeft: false,
    });
    expect(server.requests).toEqual([]);
  });

  it('a trusted certificate of another host is refused', async () => {
    const certificate = selfSignedCertificate({ host: 'another.example' });
    trustCertificate(certificate);
    const server = await startRawServer(neverAnswer, { certificate });
    const failure = expectFailure(await sendRaw(server.origin));
    expect(failure).toMatchObject({
      phase: 'tls',
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
      requestLeft: false,
    });
  });

  it('an expired certificate is refused', async () => {
    const certificate = selfSignedCertificate({ until: new Date('2020-01-01T00:00:00Z') });
    trustCertificate(certificate);
    const server = await startRawServer(neverAnswer, { certificate });
    const failure = expectFailure(await sendRaw(server.origin));
    expect(failure).toMatchObject({ phase: 'tls', code: 'CERT_HAS_EXPIRED', requestLeft: false });
  });

  it('a port that answers without TLS fails in the handshake', async () => {
    const server = await startRawServer(neverAnswer, {
      onConnection: (socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
    });
    const failure = expectFailure(await sendRaw(`https://127.0.0.1:${server.port}/`, { body: 'x' }));
    expect(failure).toMatchObject({ phase: 'tls', requestLeft: false });
    expect(failure.code).toMatch(/^(?:ERR_SSL_WRONG_VERSION_NUMBER|ERR_SSL_PACKET_LENGTH_TOO_LONG|EPROTO)$/);
  });

  it('a port that closes in the handshake fails there', async () => {
    const server = await startRawServer(neverAnswer, {
      onConnection: (socket) => socket.once('data', () => socket.end()),
    });
    const failure = expectFailure(await sendRaw(`https://127.0.0.1:${server.port}/`, { body: 'x' }));
    expect(failure).toMatchObject({ phase: 'tls', code: 'ECONNRESET', requestLeft: false });
  });

  it('a TLS port asked without TLS fails once the request has left', async () => {
    const server = await startRawServer(neverAnswer, { certificate: selfSignedCertificate() });
    const failure = expectFailure(await sendRaw(`http://127.0.0.1:${server.port}/`, { body: 'x' }));
    expect(failure).toMatchObject({ phase: 'wait', requestLeft: true });
  });
});

describe('no complete answer', () => {
  it('what does not speak HTTP fails while waiting', async () => {
    const server = await startRawServer(({ socket }) => socket.write('SSH-2.0-OpenSSH_9.9\r\n'));
    const failure = expectFailure(await sendRaw(server.origin, { body: 'x' }));
    expect(failure).toMatchObject({ phase: 'wait', code: 'HPE_INVALID_CONSTANT', requestLeft: true });
    expect(describeFailure(failure).what).toBe('what answers there does not speak HTTP');
  });

  it('HTTP that is not valid is said to be so', async () => {
    const server = await startRawServer(({ socket }) => socket.write('HTTP/1.1 200 OK\r\nno colon\r\n\r\n'));
    const failure = expectFailure(await sendRaw(server.origin, { body: 'x' }));
    expect(failure).toMatchObject({ code: 'HPE_INVALID', requestLeft: true });
    expect(describeFailure(failure).what).toContain('the answer is not valid HTTP');
  });

  it('a reset before the answer fails while waiting, and the request is not sent again', async () => {
    const server = await startRawServer(({ socket, number }) =>
      number === 1 ? socket.resetAndDestroy() : socket.write(httpAnswer('fine')),
    );
    const sender = openSender();
    const failure = expectFailure(await sendRaw(`${server.origin}/refund`, { method: 'GET', sender }));
    expect(failure).toMatchObject({ phase: 'wait', code: 'ECONNRESET', requestLeft: true });
    expectResponse(await sendRaw(`${server.origin}/next`, { sender }));
    expect(server.requests.map(pathOf)).toEqual(['/refund', '/next']);
  });

  it('a reset of a connection that was used before is not sent again either', async () => {
    const server = await startRawServer(({ socket, number }) =>
      number === 2 ? socket.resetAndDestroy() : socket.write(httpAnswer('fine')),
    );
    const sender = openSender();
    expectResponse(await sendRaw(`${server.origin}/first`, { sender }));
    const failure = expectFailure(await sendRaw(`${server.origin}/refund`, { method: 'GET', sender }));
    expect(failure).toMatchObject({ phase: 'wait', requestLeft: true });
    expectResponse(await sendRaw(`${server.origin}/next`, { sender }));
    expect(server.requests.map(pathOf)).toEqual(['/first', '/refund', '/next']);
    expect(server.connectionCount()).toBe(2);
  });

  it('a connection closed before the answer fails while waiting', async () => {
    const server = await startRawServer(({ socket }) => socket.end());
    const failure = expectFailure(await sendRaw(server.origin, { body: 'x' }));
    expect(failure).toMatchObject({ phase: 'wait', code: 'UND_ERR_SOCKET', requestLeft: true });
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ['in the middle of the headers', 'HTTP/1.1 200 OK\r\nContent-Le', 'wait'],
    ['after the headers', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n', 'receive'],
    ['in the middle of the body', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{"succ', 'receive'],
    ['in the middle of a chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{"s', 'receive'],
  ])('an answer that ends %s is no answer', async (_where, text, phase) => {
    const server = await startRawServer(({ socket }) => socket.end(text));
    const failure = expectFailure(await sendRaw(server.origin, { body: 'x' }));
    expect(failure).toMatchObject({ phase, requestLeft: true });
    expect(server.requests).toHaveLength(1);
  });
});

describe('time-out', () => {
  it.each(['POST', 'GET'])('while waiting for the answer to a %s, the request has left', async (method) => {
    const server = await startRawServer(neverAnswer);
    const failure = expectFailure(await sendRaw(server.origin, { method, timeout: 100 }));
    expect(failure).toMatchObject({ phase: 'wait', code: 'TIMEOUT', requestLeft: true });
    expect(failure.timings.total).toBeGreaterThanOrEqual(99);
    expect(server.requests).toHaveLength(1);
  });

  it('in the middle of the body', async () => {
    const server = await startRawServer(({ socket }) =>
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf'),
    );
    const failure = expectFailure(await sendRaw(server.origin, { body: 'x', timeout: 100 }));
    expect(failure).toMatchObject({ phase: 'receive', code: 'TIMEOUT', requestLeft: true });
  });

  it('in a TLS handshake that never ends, and the connection is given up', async () => {
    const server = await startRawServer(neverAnswer);
    const outcome = await sendRaw(`https://127.0.0.1:${server.port}/`, { body: 'x', timeout: 100 });
    expect(expectFailure(outcome)).toMatchObject({ phase: 'tls', code: 'TIMEOUT', requestLeft: false });
    await vi.waitFor(() => expect(server.openConnections()).toBe(0));
  });

  it('the connection of a request that timed out is closed', async () => {
    const server = await startRawServer(neverAnswer);
    expectFailure(await sendRaw(server.origin, { timeout: 100, sender: openSender() }));
    await vi.waitFor(() => expect(server.openConnections()).toBe(0));
  });

  it('does not hold for another request to the same origin', async () => {
    const server = await startRawServer(({ socket, text }) => {
      if (text.startsWith('GET /status ')) socket.write(httpAnswer('fine'));
    });
    const sender = openSender();
    const cancel = new AbortController();
    const hanging = sendRaw(`${server.origin}/refund`, { sender, signal: cancel.signal });
    await vi.waitFor(() => expect(server.requests).toHaveLength(1));
    const status = await sendRaw(`${server.origin}/status`, { method: 'GET', sender, timeout: 5000 });
    expect(expectResponse(status).body.text).toBe('fine');
    cancel.abort();
    expectFailure(await hanging);
  });
});

describe('cancel', () => {
  it('before the send makes no connection', async () => {
    const server = await startRawServer(neverAnswer);
    const failure = expectFailure(await sendRaw(server.origin, { signal: AbortSignal.abort() }));
    expect(failure).toMatchObject({ code: 'CANCELLED', requestLeft: false });
    await turn();
    expect(server.connectionCount()).toBe(0);
  });

  it('while TLS is agreed on: nothing left, and nothing is sent later', async () => {
    const cancel = new AbortController();
    const server = await startRawServer(neverAnswer, {
      onConnection: (socket) => socket.once('data', () => cancel.abort()),
    });
    const sender = openSender();
    const url = `https://127.0.0.1:${server.port}/`;
    const failure = expectFailure(await sendRaw(url, { sender, signal: cancel.signal }));
    expect(failure).toMatchObject({ phase: 'tls', code: 'CANCELLED', requestLeft: false });
    await vi.waitFor(() => expect(server.openConnections()).toBe(0));
    expect(server.requests).toEqual([]);
  });

  it('in the tick of the send, before anything is on the wire', async () => {
    const server = await startRawServer(({ socket }) => socket.write(httpAnswer('fine')));
    const sender = openSender();
    const cancel = new AbortController();
    const sending = sendRaw(`${server.origin}/cancelled`, { sender, signal: cancel.signal });
    cancel.abort();
    expect(expectFailure(await sending)).toMatchObject({ code: 'CANCELLED', requestLeft: false });
    expectResponse(await sendRaw(`${server.origin}/next`, { method: 'GET', sender }));
    expect(server.requests.map(pathOf)).toEqual(['/next']);
  });

  it('while waiting: the request has left', async () => {
    const cancel = new AbortController();
    const server = await startRawServer(() => cancel.abort());
    const failure = expectFailure(await sendRaw(server.origin, { body: 'x', signal: cancel.signal }));
    expect(failure).toMatchObject({ phase: 'wait', code: 'CANCELLED', requestLeft: true });
  });

  it('in the middle of the body: the request has left', async () => {
    const cancel = new AbortController();
    const server = await startRawServer(({ socket }) =>
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf', () =>
        setImmediate(() => cancel.abort()),
      ),
    );
    const failure = expectFailure(await sendRaw(server.origin, { body: 'x', signal: cancel.signal }));
    expect(failure).toMatchObject({ code: 'CANCELLED', requestLeft: true });
    expect(failure.phase).toMatch(/^(?:wait|receive)$/);
  });

  it('stays a cancel where the time-out comes after it', async () => {
    const server = await startRawServer(neverAnswer);
    const cancel = new AbortController();
    const sending = sendRaw(server.origin, { timeout: 1, signal: cancel.signal });
    cancel.abort();
    expect(expectFailure(await sending).code).toBe('CANCELLED');
  });
});

describe('the end of the sender', () => {
  it.each([
    ['http', 'waits for its answer', true],
    ['https', 'waits for its connection', false],
  ])('over %s, gives up a request that %s', async (scheme, _state, requestLeft) => {
    const server = await startRawServer(neverAnswer);
    const sender = openSender();
    const sending = sendRaw(`${scheme}://127.0.0.1:${server.port}/`, { body: 'x', sender });
    await vi.waitFor(() => expect(server.openConnections()).toBe(1));
    if (requestLeft) await vi.waitFor(() => expect(server.requests).toHaveLength(1));
    await sender.close();
    expect(expectFailure(await sending)).toMatchObject({ code: 'CANCELLED', requestLeft });
    await vi.waitFor(() => expect(server.openConnections()).toBe(0));
  });
});
