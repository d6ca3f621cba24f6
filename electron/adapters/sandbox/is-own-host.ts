import type { IncomingMessage } from 'node:http';

/**
 * Whether a request names this machine by a name that no page on the web can have (DNS rebinding), with `port` where
 * that has to be right, too. HTTP/1.0 needs no name, and no browser speaks it.
 */
export function isOwnHost({ headersDistinct, httpVersion }: IncomingMessage, port: number | null): boolean {
  const [host, ...more] = headersDistinct['host'] ?? [];
  if (host === undefined) return httpVersion === '1.0';
  const [, given] = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::(\d{1,5}))?$/i.exec(host) ?? [null];
  if (more.length > 0 || given === null) return false;
  return port === null || Number(given ?? 80) === port;
}
