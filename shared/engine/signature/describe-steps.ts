import type { SignaturePiece, SignatureSpec } from '../../definition/operation.ts';
import { jsonMember } from '../../formats/json.ts';
import type { JsonNode } from '../../model/parsed-body.ts';
import type { DraftBody } from '../../model/request-draft.ts';
import type { PieceOrigin, SignatureStep } from '../../model/signature-steps.ts';
import type { VariableScope, VariableValue } from '../../model/variable.ts';
import { type MainText, prepareBody, signaturePlaceholder } from '../prepare-request.ts';
import { reachableNames, variableNames } from '../resolve-variables.ts';
import { readPiece, secretDots } from './read-piece.ts';

export type StepsInput = {
  readonly spec: SignatureSpec;
  readonly body: DraftBody;
  readonly scope: VariableScope;
  /** Why a variable may not be used now, in a sentence, by name; as of a locked vault. */
  readonly withheld: ReadonlyMap<string, string>;
};

/**
 * The pieces of a signature with where each comes from, also of a draft that is not finished: a variable without a value
 * spoils its own piece only. Secrets are dots.
 */
export function describeSteps(input: StepsInput): readonly SignatureStep[] {
  const { spec, body, scope } = input;
  const names = body.kind === 'text' ? variableNames(body.text) : [];
  const blanks = new Set(reachableNames(names, scope).filter((name) => isBlank(scope.get(name))));
  const filled = new Map(scope);
  for (const name of blanks) filled.set(name, standIn);
  const prepared = prepareBody(body, filled);
  const main = prepared.ok ? prepared.value.main : null;
  return spec.pieces.map((piece) =>
    piece.from === 'variable' ? variableStep(piece, input) : bodyStep(piece, main, { scope, filled, blanks }),
  );
}

/** Keeps JSON well-formed in a string and outside of one; the piece that holds it is told as missing. */
const standIn: VariableValue = { secret: false, origin: 'generated', text: '0', literal: true };

function isBlank(variable: VariableValue | undefined): boolean {
  if (variable === undefined) return true;
  return variable.secret ? variable.value.reveal() === '' : variable.text === '';
}

function variableStep({ name }: SignaturePiece, { scope, withheld }: StepsInput): SignatureStep {
  const reason = withheld.get(name);
  const piece = readPiece({ from: 'variable', name }, null, scope);
  const variable = scope.get(name);
  const text = !piece.ok ? null : piece.value.secret ? secretDots : piece.value.literal;
  return {
    name,
    from: 'variable',
    text: reason === undefined ? text : null,
    secret: variable?.secret ?? true,
    origin: variable === undefined ? null : { kind: 'variable', origin: variable.origin },
    fault: reason ?? (piece.ok ? endFault(piece.value.literal, piece.value.secret) : 'It has no value.'),
  };
}

type BodyScopes = {
  readonly scope: VariableScope;
  readonly filled: VariableScope;
  readonly blanks: ReadonlySet<string>;
};

function bodyStep({ name }: SignaturePiece, main: MainText | null, scopes: BodyScopes): SignatureStep {
  const step = { name, from: 'body', text: null, secret: false, origin: null } as const;
  if (main === null || main.parsed.kind !== 'json')
    return { ...step, fault: 'It cannot be read before the body is mended.' };
  const node = jsonMember(main.parsed.root, name);
  if (node === null) return { ...step, fault: 'The body has none.' };
  const origin = originOf(node, main, scopes.scope);
  const piece = readPiece({ from: 'body', name }, main.parsed.root, scopes.filled);
  if (!piece.ok)
    return { ...step, origin, fault: `It is ${kindWords[node.kind] ?? 'no text and no number'}.` };
  const missing = reachableNames(
    origin.variables.map((variable) => variable.name),
    scopes.scope,
  ).filter((variable) => scopes.blanks.has(variable) && variable !== signaturePlaceholder);
  if (missing.length > 0) return { ...step, origin, fault: `${missing.join(' and ')} has no value.` };
  const { literal } = piece.value;
  return {
    ...step,
    origin,
    text: literal,
    fault: literal === '' ? 'It is empty.' : endFault(literal, false),
  };
}

const kindWords: Readonly<Record<string, string>> = {
  null: 'null, which is no text',
  object: 'an object, which is no text',
  array: 'a list, which is no text',
};

function originOf(
  node: JsonNode,
  { draft, position }: MainText,
  scope: VariableScope,
): Extract<PieceOrigin, { kind: 'body' }> {
  const start = draft.offset(node.range.start);
  const stretch = draft.text.slice(start, draft.offset(node.range.end));
  // A variable that holds more than this value has no stretch of its own: both ends map to its braces.
  const written =
    stretch === ''
      ? (/^\{\{[^{}]*\}\}/.exec(draft.text.slice(start))?.[0] ?? '')
      : stretch.replace(/^"(.*)"$/s, '$1');
  const variables = variableNames(written).map((name) => ({ name, origin: scope.get(name)?.origin ?? null }));
  return { kind: 'body', ...position(node.range.start), written, variables };
}

/** Allowed, and nearly always a slip that no eye finds. */
function endFault(text: string, secret: boolean): string | null {
  if (text === text.trim()) return null;
  return `It ${secret ? 'has a blank or line break at one of its ends' : 'starts or ends with a blank or line break'}, which is hashed too.`;
}
