import { type AttemptPiece, type Variant, withPiece } from './attempt.ts';
import type { HashCase } from './hash-case.ts';
import type { SignedPiece } from './read-piece.ts';

/** Mistakes with the secret: that of another environment, blanks around it, none, its name in place of it, an encoding. */
export function secretVariants(hashCase: HashCase): readonly Variant[] {
  return hashCase.pieces
    .filter(({ secret }) => secret)
    .flatMap((piece) => [
      ...elsewhere(piece, hashCase),
      ...edges(piece),
      ...encodings(piece),
      ...written(piece),
    ]);
}

function elsewhere(piece: SignedPiece, { otherSecrets }: HashCase): readonly Variant[] {
  return otherSecrets
    .filter(({ value }) => value !== piece.literal)
    .map(({ title, value }) => ({
      ...replace(piece, { text: value }),
      cost: 1,
      what: `uses ${title} in place of ${piece.name} of this environment`,
      change: `Find out which of the two belongs to this merchant and server, and use it on both sides.`,
    }));
}

function edges(piece: SignedPiece): readonly Variant[] {
  const { name, literal } = piece;
  const added = [
    { text: `${literal} `, where: 'a blank after the secret' },
    { text: ` ${literal}`, where: 'a blank before the secret' },
    { text: `${literal}\n`, where: 'a line break after the secret' },
    { text: `${literal}\r\n`, where: 'a line break (CR LF) after the secret' },
    { text: `"${literal}"`, where: 'quotes around the secret' },
  ].map(({ text, where }) => ({
    ...replace(piece, { text }),
    cost: 2,
    what: `has ${where}`,
    change: `Their secret came with something around it, as from a file or a copied cell: have them take it off.`,
  }));
  if (literal === literal.trim()) return added;
  const trimmed: Variant = {
    ...replace(piece, { text: literal.trim() }),
    cost: 1,
    what: `has the secret without the blanks or line breaks that ${name} has here`,
    change: `Set ${name} anew in the environment, without anything around it.`,
  };
  return [trimmed, ...added];
}

function encodings(piece: SignedPiece): readonly Variant[] {
  const { literal } = piece;
  const encoded = encodeURIComponent(literal.toWellFormed());
  return [
    { text: encoded, how: 'percent-encoded, as for a URL' },
    { text: encoded.replaceAll('%20', '+'), how: 'encoded as in a form' },
    { text: decoded(literal), how: 'with its percent signs decoded' },
    { text: literal.toUpperCase(), how: 'in upper case' },
    { text: literal.toLowerCase(), how: 'in lower case' },
  ]
    .filter(({ text }) => text !== literal)
    .map(({ text, how }) => ({
      ...replace(piece, { text }),
      cost: 3,
      what: `has the secret ${how}`,
      change: 'Have them hash the secret exactly as it was issued.',
    }));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What stands there where the secret was never filled in; none of it is secret. */
function written(piece: SignedPiece): readonly Variant[] {
  const { name } = piece;
  const last = name.slice(name.lastIndexOf('.') + 1);
  const snake = last.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const words = [`{{${name}}}`, last, snake, 'null', 'undefined', 'None', '••••••••', '********'];
  const empty: Variant = {
    ...replace(piece, { text: '', secret: false }),
    cost: 2,
    what: 'has nothing where the secret belongs',
    change: 'Their secret is empty: have them set it.',
  };
  const named = words.map((text) => ({
    ...replace(piece, { text, secret: false }),
    cost: 4,
    what: `has the text ${text} where the secret belongs`,
    change: 'Their secret was never filled in: have them set it.',
  }));
  return [empty, ...named];
}

function replace({ name }: SignedPiece, part: Partial<AttemptPiece>): Pick<Variant, 'axis' | 'apply'> {
  return { axis: `piece ${name}`, apply: (attempt) => withPiece(attempt, name, part) };
}
