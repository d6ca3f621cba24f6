import type { IncomingMessage } from 'node:http';

const usualAtOnce = 256 * 1024 * 1024;

/** A body as text, or why it was not read to its end; `left` where the client went away. */
export type SandboxBody = { readonly text: string } | 'too long' | 'too many' | 'left';

/** Reads bodies no further than it has to, and never more at once than fits into memory. */
export function createSandboxBodyReader(
  /** In bytes, of all bodies that are being read. */
  mostAtOnce = usualAtOnce,
): (
  request: IncomingMessage,
  /** In bytes. */
  longest: number,
) => Promise<SandboxBody> {
  let reading = 0;
  return async (request, longest) => {
    if (Number(request.headers['content-length'] ?? 0) > longest) return 'too long';
    const chunks: Buffer[] = [];
    let size = 0;
    try {
      // The connection has to live on for the answer.
      for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        size += chunk.length;
        reading += chunk.length;
        if (size > longest) return 'too long';
        if (reading > mostAtOnce) return 'too many';
        chunks.push(chunk);
      }
      return { text: Buffer.concat(chunks).toString('utf8') };
    } catch {
      return 'left';
    } finally {
      reading -= size;
    }
  };
}
