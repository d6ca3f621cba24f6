import { Buffer } from 'node:buffer';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

import type { ResponseBody } from '../../../shared/model/outcome.ts';
import { httpAnswer, startRawServer } from '../../support/raw-server.ts';
import { expectFailure, expectResponse, openSender, sendRaw } from '../../support/send-raw.ts';

/** The longest body that is kept: 64 MB after unpacking. */
const limit = 64 * 1024 * 1024;

const exact = '{"payu_id": 403993715529606983, "amount": 1.00, "note": "Grüße 返金"}';

/** Serves a body with the given header lines and gives what the sender made of it. */
async function received(body: string | Uint8Array, headers: readonly string[]): Promise<ResponseBody> {
  const answer = httpAnswer(body, { headers });
  const server = await startRawServer(({ socket }) => socket.write(answer));
  return expectResponse(await sendRaw(server.origin)).body;
}

describe('packed bodies', () => {
  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['GZIP', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
  ])('unpacks %s and counts the unpacked bytes', async (encoding, pack) => {
    const body = await received(pack(exact), [`Content-Encoding: ${encoding}`]);
    expect(body).toEqual({
      text: exact,
      bytes: Buffer.byteLength(exact),
      charset: 'utf-8',
      base64: null,
      truncated: false,
    });
  });

  it('unpacks what was packed twice, the last first', async () => {
    const body = await received(gzipSync(brotliCompressSync(exact)), ['Content-Encoding: br, gzip']);
    expect(body.text).toBe(exact);
  });

  it('leaves a body of an unknown encoding as it came', async () => {
    expect((await received('as it came', ['Content-Encoding: compress'])).text).toBe('as it came');
  });

  it('reads an empty body that claims to be packed', async () => {
    expect((await received('', ['Content-Encoding: gzip'])).text).toBe('');
  });

  it('fails while receiving where the packed bytes are damaged', async () => {
    const answer = httpAnswer('this is no gzip', { headers: ['Content-Encoding: gzip'] });
    const server = await startRawServer(({ socket }) => socket.write(answer));
    const failure = expectFailure(await sendRaw(server.origin));
    expect(failure).toMatchObject({ phase: 'receive', code: 'Z_DATA_ERROR', requestLeft: true });
  });

  it('lets go of the connection of a damaged body', async () => {
    const broken = httpAnswer(Buffer.alloc(2_000_000, 'x'), { headers: ['Content-Encoding: gzip'] });
    const server = await startRawServer(({ socket }) => socket.write(broken));
    const sender = openSender();
    expectFailure(await sendRaw(server.origin, { sender }));
    await vi.waitFor(() => expect(server.openConnections()).toBe(0));
  });
});

describe('character sets', () => {
  it.each([
    ['utf-8', 'utf-8'],
    ['"UTF-8"', 'utf-8'],
    ['no-such-charset', 'utf-8'],
  ])('reads charset=%s as UTF-8 and keeps no second copy', async (charset, name) => {
    const body = await received(exact, [`Content-Type: application/json; charset=${charset}`]);
    expect(body).toMatchObject({ text: exact, charset: name, base64: null });
  });

  it('reads Latin-1 where it is declared, and keeps the bytes', async () => {
    const bytes = Buffer.from('Grüße', 'latin1');
    const body = await received(bytes, ['Content-Type: text/plain; charset=ISO-8859-1']);
    expect(body).toMatchObject({ text: 'Grüße', charset: 'windows-1252', base64: bytes.toString('base64') });
  });

  it.each([
    ['little', [0xff, 0xfe], 'utf-16le', (bytes: Buffer) => bytes],
    ['big', [0xfe, 0xff], 'utf-16be', (bytes: Buffer) => bytes.swap16()],
  ] as const)(
    'recognises UTF-16, %s end first, by its mark, whatever is declared',
    async (_end, mark, charset, order) => {
      const bytes = Buffer.concat([Buffer.from(mark), order(Buffer.from('<a>1.00</a>', 'utf16le'))]);
      const body = await received(bytes, ['Content-Type: text/xml; charset=utf-8']);
      expect(body.charset).toBe(charset);
      expect(body.text).toBe('\uFEFF<a>1.00</a>');
      expect(Buffer.from(body.base64 ?? '', 'base64')).toEqual(bytes);
    },
  );

  it('keeps a UTF-8 mark in the text, so that the text is the bytes', async () => {
    const body = await received('\uFEFF{}', ['Content-Type: application/json; charset=latin1']);
    expect(body).toMatchObject({ text: '\uFEFF{}', charset: 'utf-8', base64: null, bytes: 5 });
  });

  it('keeps the bytes of invalid UTF-8 beside the text that shows it', async () => {
    const bytes = Buffer.from([0x7b, 0xff, 0xc3, 0x28, 0x7d]);
    const body = await received(bytes, []);
    expect(body.text).toBe('{\uFFFD\uFFFD(}');
    expect(Buffer.from(body.base64 ?? '', 'base64')).toEqual(bytes);
  });

  it('never loses a byte: the text or the base64 gives any body back', async () => {
    const bodies = new Map<string, Uint8Array>();
    const server = await startRawServer(({ socket, text }) => {
      const body = bodies.get(/^GET \/(\d+) /.exec(text)?.[1] ?? '') ?? Buffer.from('unknown');
      socket.write(httpAnswer(body));
    });
    const sender = openSender();
    const property = fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const id = String(bodies.size);
      bodies.set(id, bytes);
      const outcome = await sendRaw(`${server.origin}/${id}`, { sender, method: 'GET' });
      const { text, base64, bytes: count } = expectResponse(outcome).body;
      expect(count).toBe(bytes.length);
      expect(base64 === null ? Buffer.from(text) : Buffer.from(base64, 'base64')).toEqual(Buffer.from(bytes));
    });
    await fc.assert(property, { seed: 4417, numRuns: 100 });
  });
});

describe('the limit', () => {
  it('keeps a body of exactly the limit whole', async () => {
    const body = await received(gzipSync(Buffer.alloc(limit, '0')), ['Content-Encoding: gzip']);
    expect(body.truncated).toBe(false);
    expect(body.bytes).toBe(limit);
  });

  it('cuts a longer body at the limit, counted after unpacking, and says so', async () => {
    const body = await received(gzipSync(Buffer.alloc(limit + 1, '0')), ['Content-Encoding: gzip']);
    expect(body.truncated).toBe(true);
    expect(body.bytes).toBe(limit);
    expect(body.text).toHaveLength(limit);
  });

  it('cuts a longer body that is not packed', async () => {
    const body = await received(Buffer.alloc(limit + 100_000, '0'), []);
    expect(body).toMatchObject({ truncated: true, bytes: limit });
  });

  it('lets go of the connection of a packed body that was cut', async () => {
    const huge = gzipSync(Buffer.alloc(limit * 2, '0'), { level: 0 });
    const answer = httpAnswer(huge, { headers: ['Content-Encoding: gzip'] });
    const server = await startRawServer(({ socket }) => socket.write(answer));
    const sender = openSender();
    expect(expectResponse(await sendRaw(server.origin, { sender })).body.truncated).toBe(true);
    await vi.waitFor(() => expect(server.openConnections()).toBe(0));
  });
});
