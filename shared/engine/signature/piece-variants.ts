import { amountNotations, numberNotations } from './amount-notations.ts';
import { type Variant, withPiece } from './attempt.ts';
import type { HashCase } from './hash-case.ts';
import type { SignedPiece } from './read-piece.ts';

/** Mistakes in the text of one piece that is no secret: another notation, another field, another case, blanks, no value. */
export function pieceVariants(hashCase: HashCase): readonly Variant[] {
  return hashCase.pieces
    .filter(({ secret }) => !secret)
    .flatMap((piece) => [
      ...notations(piece, hashCase.amounts.has(piece.name)),
      ...replacements(piece, hashCase),
      ...blanks(piece),
      ...cases(piece),
      ...nothings(piece),
    ]);
}

function notations(piece: SignedPiece, isAmount: boolean): readonly Variant[] {
  const texts = isAmount ? amountNotations(piece.literal) : numberNotations(piece.literal);
  return texts.map((text) => ({
    ...replace(piece, text),
    cost: isAmount ? 1 : 4,
    what: `has the ${piece.name} ${text}, and the body has ${piece.literal}`,
    change: isAmount
      ? `The ${piece.name} is hashed exactly as the body has it: use one text on both sides, ${text} in the body too or ${piece.literal} where they hash.`
      : `${piece.name} was read as a number there: keep it as text, digit for digit.`,
  }));
}

function replacements(piece: SignedPiece, { others, pieces }: HashCase): readonly Variant[] {
  const siblings = pieces.filter(({ name, secret }) => name !== piece.name && !secret);
  const candidates = [...others, ...siblings.map(({ name, literal }) => ({ name, text: literal }))];
  return candidates
    .filter(({ text }) => text !== '' && text !== piece.literal)
    .map(({ name, text }) => ({
      ...replace(piece, text),
      cost: 3,
      what: `has ${name} (${text}) where ${piece.name} (${piece.literal}) belongs`,
      change: `Have them hash ${piece.name} there, not ${name}.`,
    }));
}

function blanks(piece: SignedPiece): readonly Variant[] {
  const { name, literal } = piece;
  const added = [
    { text: `${literal} `, where: 'a blank after' },
    { text: ` ${literal}`, where: 'a blank before' },
    { text: `${literal}\n`, where: 'a line break after' },
    { text: `"${literal}"`, where: 'quotes around' },
  ].map(({ text, where }) => ({
    ...replace(piece, text),
    cost: 3,
    what: `has ${where} ${name}`,
    change: `Have them leave out ${where.replace(/ \w+$/, '')}; only the text itself is hashed.`,
  }));
  if (literal.trim() === literal) return added;
  const trimmed: Variant = {
    ...replace(piece, literal.trim()),
    cost: 2,
    what: `has ${name} without the blanks that the body has around it`,
    change: `Take the blanks out of ${name} in the body.`,
  };
  return [trimmed, ...added];
}

function cases(piece: SignedPiece): readonly Variant[] {
  const { name, literal } = piece;
  return [
    { text: literal.toUpperCase(), words: 'upper case' },
    { text: literal.toLowerCase(), words: 'lower case' },
  ]
    .filter(({ text }) => text !== literal)
    .map(({ text, words }) => ({
      ...replace(piece, text),
      cost: 3,
      what: `has ${name} in ${words} (${text}), and the body has ${literal}`,
      change: `Write ${name} in one way on both sides; letter case counts.`,
    }));
}

/** What programs write where a value was never filled in. */
function nothings(piece: SignedPiece): readonly Variant[] {
  const empty: Variant = {
    ...replace(piece, ''),
    cost: 4,
    what: `has nothing where ${piece.name} belongs`,
    change: `Have them fill in ${piece.name} before they hash.`,
  };
  const named = ['null', 'undefined', 'None', `{{${piece.name}}}`, piece.name].map((text) => ({
    ...replace(piece, text),
    cost: 5,
    what: `has the word ${text} where the value of ${piece.name} belongs`,
    change: `Have them fill in ${piece.name} before they hash.`,
  }));
  return [empty, ...named];
}

function replace({ name }: SignedPiece, text: string): Pick<Variant, 'axis' | 'apply'> {
  return { axis: `piece ${name}`, apply: (attempt) => withPiece(attempt, name, { text }) };
}
