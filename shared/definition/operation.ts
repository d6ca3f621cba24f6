import type { FieldSpec } from './field-spec.ts';
import type { WellFormed } from '../model/parsed-body.ts';
import type { Source } from '../model/source.ts';

/** Which fields are joined and hashed; everything about a signature that is not secret. */
export type SignatureSpec = {
  readonly algorithm: 'sha512';
  readonly pieces: readonly SignaturePiece[];
  readonly separator: string;
  /** The member of the JSON body that carries the result. */
  readonly field: string;
  /** One or two sentences for the person who asks why the hash is wrong. */
  readonly note: string;
  readonly source: Source;
};

/** A member of the JSON body by name, as its literal text, or the value of a variable. */
export type SignaturePiece = { readonly from: 'body' | 'variable'; readonly name: string };

/** How the body of an operation is built. */
export type BodySpec =
  | { readonly format: 'none' }
  | { readonly format: 'json'; readonly fields: readonly FieldSpec[] }
  | {
      readonly format: 'form';
      readonly fields: readonly FieldSpec[];
      /** The form field that holds an XML text, and what may stand in it. */
      readonly xml?: { readonly field: string; readonly root: FieldSpec };
    };

/** A body that the API would not take: where, and why. `path` is for people, like `products[0].amount`. */
export type FieldFault = {
  readonly path: string;
  readonly message: string;
  readonly remedy: string;
  readonly source: Source;
  /** Offset in the text that holds the field, where it is known. */
  readonly offset?: number;
  /** True where the notation itself leaves open how much money is meant, as with a comma or an exponent. */
  readonly ambiguousAmount?: boolean;
};

/** One callable endpoint of an API. */
export type Operation = {
  readonly id: string;
  readonly title: string;
  readonly method: 'GET' | 'POST';
  /** The path after the base URL, to recognise a call by; `{name}` stands for any segment. */
  readonly path: string;
  /** True where a success changes money or a purchase. Such a call is never repeated or redirected by itself. */
  readonly movesMoney: boolean;
  readonly body: BodySpec;
  readonly signature?: SignatureSpec;
  /** Rules that concern more than one field. */
  readonly checkBody?: (body: WellFormed) => readonly FieldFault[];
  readonly source: Source;
};
