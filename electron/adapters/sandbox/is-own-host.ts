import type { IncomingMessage } from 'node:http';

/**
 * Whether a request names this machine by a name that no page on the web can have (DNS rebinding), with `port` where
 * that has to be right, too. HTTP/1.0 needs no name, and no browser speaks it.
 */
export function isOwnHost({ headersDistinct, httpVersion }: IncomingMessage, port: number | null): boolean {
  const [host, ...more] = headersDistinct['host'] ?? [];
  if (host === undefined) return httpVersion === '1.0';
  const own = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::(\d{1,5}))?$/i.exec(host);
  if (more.length > 0 || own === null) return false;
  return port === null || Number(own[1] ?? 80) === port;
}
