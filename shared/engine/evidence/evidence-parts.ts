import type { EvidencePart } from '../../model/evidence.ts';
import type { StepExchange } from '../../model/exchange.ts';
import { type HeaderList, headerValue } from '../../model/headers.ts';
import type { Crypto } from '../../ports/crypto.ts';
import type { UnhashedExchange } from './evidence-content.ts';
import { isRedacted } from './is-redacted.ts';

/** What hashing a bundle needs of the world. */
export type Hashing = Pick<Crypto, 'sha256' | 'fromBase64'>;

/** Every part of an exchange with its hash, in the order in which it went over the wire. */
export function hashParts(exchange: UnhashedExchange, hashing: Hashing): readonly EvidencePart[] {
  const { login, main, openedBody } = exchange;
  const opened = { name: 'opened-body', mediaType: null, text: openedBody, base64: null };
  return [
    ...login.flatMap((step, index) => piecesOf(step, `login-${index + 1}-`)),
    ...(main === null ? [] : piecesOf(main, '')),
    opened,
  ].flatMap((piece) => hashPiece(piece, hashing));
}

/** Method, URL and header lines, as they are hashed and shown. */
export function requestHead({ method, url, headers }: StepExchange['request']): string {
  return `${method} ${url}\n${headerLines(headers)}`;
}

/** Status and header lines, as they are hashed and shown. */
export function responseHead(response: {
  readonly status: number;
  readonly statusText: string;
  readonly headers: HeaderList;
}): string {
  return `${`${response.status} ${response.statusText}`.trimEnd()}\n${headerLines(response.headers)}`;
}

type Piece = {
  readonly name: string;
  readonly mediaType: string | null;
  /** `null` where there is no such part. */
  readonly text: string | null;
  readonly base64: string | null;
};

function piecesOf({ request, outcome }: StepExchange, prefix: string): readonly Piece[] {
  const response = outcome?.kind === 'response' ? outcome : null;
  const sentType = headerValue(request.headers, 'content-type');
  const receivedType = response === null ? null : headerValue(response.headers, 'content-type');
  const head = response === null ? null : responseHead(response);
  const body = response?.body ?? null;
  return [
    { name: `${prefix}request-head`, mediaType: null, text: requestHead(request), base64: null },
    { name: `${prefix}request-body`, mediaType: sentType, text: request.body, base64: null },
    { name: `${prefix}response-head`, mediaType: null, text: head, base64: null },
    {
      name: `${prefix}response-body`,
      mediaType: receivedType,
      text: body?.text ?? null,
      base64: body?.base64 ?? null,
    },
  ];
}

function hashPiece({ name, mediaType, text, base64 }: Piece, hashing: Hashing): readonly EvidencePart[] {
  if (text === null) return [];
  const data = base64 === null ? new TextEncoder().encode(text) : hashing.fromBase64(base64);
  return [{ name, mediaType, bytes: data.length, sha256: hashing.sha256(data), redacted: isRedacted(text) }];
}

function headerLines(headers: HeaderList): string {
  return headers.map(([name, value]) => `${name}: ${value}\n`).join('');
}
