import type { SignaturePiece } from '../../definition/operation.ts';
import { jsonMember, jsonText } from '../../formats/json.ts';
import type { JsonNode } from '../../model/parsed-body.ts';
import type { Problem } from '../../model/problem.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import type { VariableScope } from '../../model/variable.ts';

/** A piece of what is signed, as it is hashed. It may hold a secret. */
export type SignedPiece = {
  readonly name: string;
  readonly from: 'body' | 'variable';
  readonly literal: string;
  readonly secret: boolean;
};

/** What stands for a secret; always as many, so that it says nothing about its length. */
export const secretDots = '••••••••';

/** Reads the literal text of a piece from the resolved body or from its variable. */
export function readPiece(
  { from, name }: SignaturePiece,
  root: JsonNode | null,
  scope: VariableScope,
): Result<SignedPiece, Problem> {
  return from === 'body' ? readBodyPiece(name, root) : readVariablePiece(name, scope);
}

function readBodyPiece(name: string, root: JsonNode | null): Result<SignedPiece, Problem> {
  const literal = jsonText(jsonMember(root, name));
  if (literal !== null) return ok({ name, from: 'body', literal, secret: false });
  return fail({
    code: 'bad-body',
    message: `The body has no ${name}, which the signature needs.`,
    remedy: `Add ${name} as a text or a number; the signature uses it exactly as it is written.`,
    place: { part: 'body', name },
  });
}

function readVariablePiece(name: string, scope: VariableScope): Result<SignedPiece, Problem> {
  const variable = scope.get(name);
  const literal = variable === undefined ? '' : variable.secret ? variable.value.reveal() : variable.text;
  if (variable !== undefined && literal !== '')
    return ok({ name, from: 'variable', literal, secret: variable.secret });
  return fail({
    code: variable === undefined ? 'unresolved-variable' : 'empty-variable',
    message: `The variable ${name}, which the signature needs, ${variable === undefined ? 'has no value' : 'is empty'}.`,
    remedy: `Set ${name} in the environment; it is used for the signature only and never sent.`,
    place: { part: 'variable', name },
  });
}
