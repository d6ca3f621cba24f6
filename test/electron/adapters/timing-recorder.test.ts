import { describe, expect, it } from 'vitest';

import type { Timings } from '../../../shared/model/outcome.ts';
import { httpAnswer, startRawServer, unusedPort } from '../../support/raw-server.ts';
import { selfSignedCertificate, trustCertificate } from '../../support/self-signed-certificate.ts';
import { expectFailure, expectResponse, openSender, sendRaw } from '../../support/send-raw.ts';

const fine = httpAnswer('fine');

/** The phases that happened. */
function phasesOf(timings: Timings): readonly string[] {
  return Object.entries(timings).flatMap(([name, value]) => (value === null ? [] : [name]));
}

/** What the phases of a timing add up to. */
function sumOf({ total: _total, ...phases }: Timings): number {
  return Object.values(phases).reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

describe('timings', () => {
  it('over http has every phase but TLS', async () => {
    const server = await startRawServer(({ socket }) => socket.write(fine));
    const { timings } = expectResponse(await sendRaw(server.origin, { body: 'x' }));
    expect(phasesOf(timings)).toEqual(['blocked', 'dns', 'connect', 'send', 'wait', 'receive', 'total']);
  });

  it('over https has every phase', async () => {
    const certificate = selfSignedCertificate();
    trustCertificate(certificate);
    const server = await startRawServer(({ socket }) => socket.write(fine), { certificate });
    const { timings } = expectResponse(await sendRaw(server.origin, { body: 'x' }));
    expect(phasesOf(timings)).toEqual([
      'blocked',
      'dns',
      'connect',
      'ssl',
      'send',
      'wait',
      'receive',
      'total',
    ]);
    expect(timings.ssl).toBeGreaterThan(0);
  });

  it('of a host name has a look-up', async () => {
    const server = await startRawServer(({ socket }) => socket.write(fine));
    const outcome = await sendRaw(`http://localhost:${server.port}/`, { body: 'x' });
    expect(expectResponse(outcome).timings.dns).toBeGreaterThan(0);
  });

  it('on a connection that is used again has no look-up, connect or TLS', async () => {
    const server = await startRawServer(({ socket }) => socket.write(fine));
    const sender = openSender();
    await sendRaw(server.origin, { sender });
    const { timings } = expectResponse(await sendRaw(server.origin, { sender }));
    expect(phasesOf(timings)).toEqual(['blocked', 'send', 'wait', 'receive', 'total']);
  });

  it('no phase is negative, and together they are not more than the total', async () => {
    const server = await startRawServer(({ socket }) => socket.write(fine));
    const { timings } = expectResponse(await sendRaw(server.origin, { body: 'x' }));
    for (const [name, value] of Object.entries(timings)) {
      expect(value ?? 0, name).toBeGreaterThanOrEqual(0);
    }
    // Each of the seven is rounded to a hundredth.
    expect(sumOf(timings)).toBeLessThanOrEqual(timings.total + 0.04);
  });

  it('puts the time before the first byte into "wait"', async () => {
    const server = await startRawServer(({ socket }) => void setTimeout(() => socket.write(fine), 80));
    const { timings } = expectResponse(await sendRaw(server.origin, { body: 'x' }));
    expect(timings.wait).toBeGreaterThan(70);
    expect(timings.receive).toBeLessThan(timings.wait ?? 0);
  });

  it('puts the time after the first byte into "receive"', async () => {
    const server = await startRawServer(({ socket }) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfi');
      setTimeout(() => socket.write('ne'), 80);
    });
    const { timings } = expectResponse(await sendRaw(server.origin, { body: 'x' }));
    expect(timings.receive).toBeGreaterThan(70);
    expect(timings.wait).toBeLessThan(timings.receive ?? 0);
  });

  it('of requests that run at the same time are kept apart', async () => {
    const server = await startRawServer(({ socket, text }) => {
      if (text.startsWith('POST /slow ')) setTimeout(() => socket.write(fine), 80);
      else socket.write(fine);
    });
    const sender = openSender();
    const [slow, quick] = await Promise.all(
      ['/slow', '/quick'].map((path) => sendRaw(`${server.origin}${path}`, { body: 'x', sender })),
    );
    if (slow === undefined || quick === undefined) throw new Error('Two requests were sent');
    expect(slow.timings.wait).toBeGreaterThan(70);
    expect(quick.timings.wait).toBeLessThan(slow.timings.wait ?? 0);
    expect(quick.timings.connect).not.toBeNull();
  });

  it('of a failure end with the phase that failed', async () => {
    const refused = expectFailure(await sendRaw(`http://127.0.0.1:${await unusedPort()}/`));
    expect(phasesOf(refused.timings)).toEqual(['blocked', 'dns', 'total']);
    const server = await startRawServer(({ socket }) => socket.end());
    const closed = expectFailure(await sendRaw(server.origin));
    expect(phasesOf(closed.timings)).toEqual(['blocked', 'dns', 'connect', 'send', 'total']);
  });
});
