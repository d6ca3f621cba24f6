import type { Operation, SignatureSpec } from '../definition/operation.ts';
import { jsonMember, jsonText } from '../formats/json.ts';
import type { JsonNode } from '../model/parsed-body.ts';
import type { Problem } from '../model/problem.ts';
import type { RequestParts } from '../model/request-parts.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { SignaturePieceTrace, SignatureTrace } from '../model/signature-trace.ts';
import type { SignedRequest } from '../model/signed-request.ts';
import type { VariableScope } from '../model/variable.ts';
import type { Crypto } from '../ports/crypto.ts';
import { type PreparedRequest, signaturePlaceholder } from './prepare-request.ts';
import { readPiece, secretDots, type SignedPiece } from './signature/read-piece.ts';

const placeholderName = signaturePlaceholder.replace('$', '');
/** In plain text and, where a form is already written out, in its encoding. */
const placeholder = new RegExp(
  `\\{\\{\\s*\\$${placeholderName}\\s*\\}\\}|%7B%7B\\+*%24${placeholderName}\\+*%7D%7D`,
  'g',
);

/** A request that may be sent, and how its signature came about; the trace is `null` where nothing is signed. */
export type Signed = { readonly request: SignedRequest; readonly trace: SignatureTrace | null };

/**
 * Signs a prepared request: joins the literal texts that the operation names, hashes them and writes the result
 * where `{{$signature}}` stands. Numbers are the text they have in the body; nothing is formatted.
 */
export function signRequest(
  prepared: PreparedRequest,
  operation: Operation | null,
  scope: VariableScope,
  crypto: Crypto,
): Result<Signed, readonly Problem[]> {
  const spec = operation?.signature;
  if (spec === undefined) {
    return usesPlaceholder(prepared.parts)
      ? fail([nothingToSign(operation)])
      : ok({ request: toSigned(prepared.parts), trace: null });
  }
  const pieces = readPieces(spec, prepared, scope);
  if (!pieces.ok) return pieces;
  const base = pieces.value.map((piece) => piece.literal).join(spec.separator);
  const result = hash(spec, base, crypto);
  return ok({
    request: toSigned(fillPlaceholder(prepared.parts, result)),
    trace: {
      algorithm: spec.algorithm,
      pieces: pieces.value.map(traceOf),
      base: pieces.value.map((piece) => traceOf(piece).text).join(spec.separator),
      baseBytes: new TextEncoder().encode(base).length,
      result,
      placed: placeOf(result, spec, prepared),
    },
  });
}

function placeOf(result: string, spec: SignatureSpec, prepared: PreparedRequest): SignatureTrace['placed'] {
  if (usesPlaceholder(prepared.parts)) return 'by the workbench';
  const typed = typedHash(spec, prepared);
  if (typed === null) return 'nowhere';
  return typed === result ? 'typed by hand, equal' : 'typed by hand, different';
}

function readPieces(
  spec: SignatureSpec,
  prepared: PreparedRequest,
  scope: VariableScope,
): Result<readonly SignedPiece[], readonly Problem[]> {
  const pieces = spec.pieces.map((piece) => readPiece(piece, jsonRoot(prepared), scope));
  const problems = pieces.flatMap((piece) => (piece.ok ? [] : [piece.error]));
  return problems.length > 0
    ? fail(problems)
    : ok(pieces.flatMap((piece) => (piece.ok ? [piece.value] : [])));
}

function traceOf({ name, from, literal, secret }: SignedPiece): SignaturePieceTrace {
  return { name, from, text: secret ? secretDots : literal, secret };
}

function jsonRoot({ main }: PreparedRequest): JsonNode | null {
  return main?.parsed.kind === 'json' ? main.parsed.root : null;
}

function hash(spec: SignatureSpec, base: string, crypto: Crypto): string {
  switch (spec.algorithm) {
    case 'sha512':
      return crypto.sha512(base);
  }
}

function usesPlaceholder(parts: RequestParts): boolean {
  return [parts.url, parts.body ?? '', ...parts.headers.map(([, value]) => value)].some(
    (text) => text.search(placeholder) !== -1,
  );
}

function fillPlaceholder(parts: RequestParts, signature: string): RequestParts {
  const fill = (text: string): string => text.replaceAll(placeholder, signature);
  return {
    method: parts.method,
    url: fill(parts.url),
    headers: parts.headers.map(([name, value]) => [name, fill(value)] as const),
    body: parts.body === null ? null : fill(parts.body),
  };
}

function typedHash(spec: SignatureSpec, prepared: PreparedRequest): string | null {
  return jsonText(jsonMember(jsonRoot(prepared), spec.field));
}

function nothingToSign(operation: Operation | null): Problem {
  const name = operation === null ? 'This call' : operation.title;
  return {
    code: 'unresolved-variable',
    message: `${name} has no signature, so {{${signaturePlaceholder}}} has no value.`,
    remedy: `Remove {{${signaturePlaceholder}}}.`,
  };
}

/** The one place where a request becomes sendable. */
function toSigned(parts: RequestParts): SignedRequest {
  return parts as SignedRequest;
}
