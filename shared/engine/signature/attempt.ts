import { secretDots } from './read-piece.ts';

/** A piece of a text that somebody may have hashed; before and after it may stand what does not belong there. */
export type AttemptPiece = {
  readonly name: string;
  readonly before: string;
  readonly text: string;
  readonly after: string;
  readonly secret: boolean;
};

/** A text that somebody may have hashed in place of the right one. */
export type Attempt = {
  readonly pieces: readonly AttemptPiece[];
  readonly separator: string;
  readonly before: string;
  readonly after: string;
  /** The key of an HMAC; `null` for a plain hash. */
  readonly key: string | null;
};

/**
 * A mistake that people make. `what` continues "Their text …", `change` is what to do, in one or two sentences. A lower
 * cost is a likelier mistake; of one axis only one is made at a time.
 */
export type Variant = {
  readonly axis: string;
  readonly cost: number;
  readonly what: string;
  readonly change: string;
  readonly apply: (attempt: Attempt) => Attempt;
};

/** The text that is hashed. It may hold a secret. */
export function baseOf(attempt: Attempt): string {
  return joined(attempt, ({ text }) => text);
}

/** The text with secrets as dots. */
export function maskedBaseOf(attempt: Attempt): string {
  return joined(attempt, ({ text, secret }) => (secret ? secretDots : text));
}

/** The attempt with one of its pieces changed. */
export function withPiece(attempt: Attempt, name: string, part: Partial<AttemptPiece>): Attempt {
  return withPieces(attempt, (piece) => (piece.name === name ? { ...piece, ...part } : piece));
}

/** The attempt with all of its pieces changed. */
export function withPieces(attempt: Attempt, change: (piece: AttemptPiece) => AttemptPiece): Attempt {
  return { ...attempt, pieces: attempt.pieces.map(change) };
}

/** A piece with nothing around it. */
export function plainPiece(name: string, text: string, secret = false): AttemptPiece {
  return { name, before: '', text, after: '', secret };
}

function joined(attempt: Attempt, textOf: (piece: AttemptPiece) => string): string {
  const { pieces, separator, before, after } = attempt;
  const texts = pieces.map((piece) => piece.before + textOf(piece) + piece.after);
  return before + texts.join(separator) + after;
}
