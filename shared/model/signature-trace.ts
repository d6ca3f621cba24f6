/** One piece of what is signed and where it came from. */
export type SignaturePieceTrace = {
  /** `merchant_id`, or the name of the variable. */
  readonly name: string;
  readonly from: 'body' | 'variable';
  /** The literal text, or dots for a secret. */
  readonly text: string;
  readonly secret: boolean;
};

/** Every intermediate step of a signature, with the secret masked: what the inspector shows. */
export type SignatureTrace = {
  readonly algorithm: string;
  readonly pieces: readonly SignaturePieceTrace[];
  /** The text that is hashed, secrets as dots. */
  readonly base: string;
  /** Length of the hashed text in bytes of UTF-8, the secret counted in full. */
  readonly baseBytes: number;
  readonly result: string;
  /** Whether the result stands in the request, or a hash typed by hand does, or neither. */
  readonly placed: 'by the workbench' | 'nowhere' | 'typed by hand, equal' | 'typed by hand, different';
};
