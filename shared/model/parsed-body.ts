/** Where a node stands in its text: offsets in UTF-16 units, end exclusive. */
export type TextRange = { readonly start: number; readonly end: number };

/** JSON as it was written: order, duplicates and the literal text of every number are kept. */
export type JsonNode =
  | { readonly kind: 'object'; readonly members: readonly JsonMember[]; readonly range: TextRange }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[]; readonly range: TextRange }
  | {
      readonly kind: 'string' | 'number' | 'boolean' | 'null';
      readonly text: string;
      readonly range: TextRange;
    };

export type JsonMember = { readonly name: string; readonly value: JsonNode };

/** An XML element. `text` is its own character data, entities decoded, CDATA included, not trimmed, never a number. */
export type XmlElement = {
  readonly name: string;
  /** The name without its prefix; namespaces are matched by it. */
  readonly localName: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly XmlElement[];
  readonly text: string;
  /** Offset of the start tag. */
  readonly start: number;
};

/** Why a text is not what it should be, and where. Line and column count from 1. */
export type SyntaxProblem = { readonly message: string; readonly line: number; readonly column: number };

/** A body that can be read; only such a one may decide a verdict. */
export type WellFormed =
  { readonly kind: 'json'; readonly root: JsonNode } | { readonly kind: 'xml'; readonly root: XmlElement };

/** A body as received; what is not well-formed never looks like success. */
export type ParsedBody =
  | WellFormed
  | { readonly kind: 'malformed'; readonly format: 'json' | 'xml'; readonly problem: SyntaxProblem }
  | { readonly kind: 'html' }
  | { readonly kind: 'text' }
  | { readonly kind: 'empty' };
