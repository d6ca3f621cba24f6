import type { VariableOrigin } from './variable.ts';

/** Where the text of a piece stands or comes from. Lines and columns of the draft count from 1. */
export type PieceOrigin =
  | {
      readonly kind: 'body';
      readonly line: number;
      readonly column: number;
      /** As it is written in the draft, without quotes: `{{ticket}}-01`. */
      readonly written: string;
      /** The variables in it; none where it was typed by hand. `null` for one without a value. */
      readonly variables: readonly { readonly name: string; readonly origin: VariableOrigin | null }[];
    }
  | { readonly kind: 'variable'; readonly origin: VariableOrigin };

/** One piece of what is hashed, in the order of hashing, as far as it can be read while somebody types. */
export type SignatureStep = {
  /** The member of the body, or the name of the variable. */
  readonly name: string;
  readonly from: 'body' | 'variable';
  /** The exact text that is hashed, dots for a secret; `null` where there is none. */
  readonly text: string | null;
  readonly secret: boolean;
  /** `null` where it stands nowhere. */
  readonly origin: PieceOrigin | null;
  /** What is wrong with it, in a sentence; `null` where nothing is. */
  readonly fault: string | null;
};
