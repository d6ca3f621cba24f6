import { type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';

import { type HeaderList, headerValue } from '../../shared/model/headers.ts';
import type { ResponseBody } from '../../shared/model/outcome.ts';

/** A longer body is cut here, and said to be. Counted after decompression, because small bodies can unpack to huge ones. */
const limit = 64 * 1024 * 1024;

/** Reads a response body to its end or to the limit, unpacks it and decodes its text. */
export async function readBody(stream: Readable, headers: HeaderList): Promise<ResponseBody> {
  const { bytes, truncated } = await unpackAll(stream, headerValue(headers, 'content-encoding'));
  const charset = charsetOf(bytes, headerValue(headers, 'content-type'));
  const text = new TextDecoder(charset, { ignoreBOM: true }).decode(bytes);
  const faithful = charset === 'utf-8' && Buffer.from(text, 'utf8').equals(bytes);
  return {
    text,
    bytes: bytes.length,
    charset,
    base64: faithful ? null : bytes.toString('base64'),
    truncated,
  };
}

type Collected = { readonly bytes: Buffer; readonly truncated: boolean };

/** Lets go of the source whatever happens: a body left unread would keep its connection busy for ever. */
async function unpackAll(source: Readable, encoding: string | null): Promise<Collected> {
  let packed = 0;
  const unpacked = unpack(source, encoding);
  if (unpacked !== source) source.on('data', (chunk: Buffer) => (packed += chunk.length));
  source.on('error', () => undefined);
  try {
    return await collect(unpacked);
  } catch (error) {
    // Some servers call an empty body packed, too.
    if (packed === 0 && source.readableEnded) return { bytes: Buffer.alloc(0), truncated: false };
    throw error;
  } finally {
    source.destroy();
  }
}

async function collect(stream: Readable): Promise<Collected> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk.subarray(0, limit - size));
    size += chunk.length;
    if (size > limit) {
      stream.destroy();
      return { bytes: Buffer.concat(chunks), truncated: true };
    }
  }
  return { bytes: Buffer.concat(chunks), truncated: false };
}

function unpack(stream: Readable, encoding: string | null): Readable {
  const names = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  return names.toReversed().reduce<Readable>((source, name) => {
    const decoder = decoderFor(name);
    if (decoder === null) return source;
    source.once('error', (error) => decoder.destroy(error));
    return source.pipe(decoder);
  }, stream);
}

function decoderFor(name: string): ReturnType<typeof createGunzip> | null {
  switch (name) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    case 'zstd':
      return createZstdDecompress();
    default:
      return null;
  }
}

function charsetOf(bytes: Buffer, contentType: string | null): string {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) return 'utf-8';
  if (bytes.subarray(0, 2).equals(Buffer.from([0xff, 0xfe]))) return 'utf-16le';
  if (bytes.subarray(0, 2).equals(Buffer.from([0xfe, 0xff]))) return 'utf-16be';
  const declared = /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(declared).encoding;
  } catch {
    return 'utf-8';
  }
}
