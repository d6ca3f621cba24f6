import type { DigestName } from '../../ports/digests.ts';
import { type Attempt, plainPiece } from './attempt.ts';
import type { SignedPiece } from './read-piece.ts';

/** A secret that somebody may have taken for the right one. */
export type OtherSecret = {
  /** What it is, for people: `payu.clientSecret of the environment Acme live`. */
  readonly title: string;
  readonly value: string;
};

/** Everything that is known where a hash does not fit. It holds secrets. */
export type HashCase = {
  readonly algorithm: DigestName;
  /** Where the hash belongs in the body. */
  readonly field: string;
  /** In the documented order. */
  readonly pieces: readonly SignedPiece[];
  readonly separator: string;
  /** Names of the pieces that are amounts. */
  readonly amounts: ReadonlySet<string>;
  /** Texts in the request and its variables that are no pieces, by name. */
  readonly others: readonly { readonly name: string; readonly text: string }[];
  readonly otherSecrets: readonly OtherSecret[];
  /** Whole bodies that may have been hashed: as sent, and without the hash. */
  readonly bodies: readonly { readonly what: string; readonly text: string }[];
  /** Texts of the API's document, to know its placeholders by. */
  readonly printed: readonly string[];
};

/** What should be hashed. */
export function rightAttempt({ pieces, separator }: HashCase): Attempt {
  return {
    pieces: pieces.map(({ name, literal, secret }) => plainPiece(name, literal, secret)),
    separator,
    before: '',
    after: '',
    key: null,
  };
}
