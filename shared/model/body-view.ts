import type { SyntaxProblem } from './parsed-body.ts';

/** What is known of a body that is being looked at. Lengths in UTF-16 units. */
export type BodyFacts = {
  /** By how it begins; of what is all there, by what it is. */
  readonly format: 'json' | 'xml' | 'html' | 'text' | 'empty';
  /** Why it is not the JSON or XML it begins as; `null` also while not all of it is there. */
  readonly problem: SyntaxProblem | null;
  /** How much of it is there. */
  readonly read: number;
  readonly isWhole: boolean;
  /** Lines as received. */
  readonly lines: number;
  /** Whether it can be laid out anew. */
  readonly canIndent: boolean;
  /** Rows of the tree as it is opened now; 0 where there is no tree. */
  readonly rows: number;
};

/** The lines of a body as it came, or laid out anew with every literal as it was. */
export type BodyLayout = 'received' | 'indented';

/** What a stretch of a line is, for its colour. */
export type SpanKind =
  'plain' | 'key' | 'string' | 'number' | 'literal' | 'tag' | 'attribute' | 'value' | 'quiet';

/** How many UTF-16 units, and what they are. */
export type Span = readonly [length: number, kind: SpanKind];

/** A line on the screen; of a very long one the beginning. `length` is that of the whole line, in UTF-16 units. */
export type ViewLine = { readonly text: string; readonly spans: readonly Span[]; readonly length: number };

/** A place in the lines of a layout, both from 0; the column in UTF-16 units. */
export type LinePlace = { readonly line: number; readonly column: number };

/** From one place to another, the first not behind the second. */
export type LineRange = { readonly from: LinePlace; readonly to: LinePlace };

/** A row of the tree. */
export type TreeRow = {
  /** Its place in the outline; it stays the same when more of the body is there. */
  readonly node: number;
  /** The row around it; the root's is its own. */
  readonly parent: number;
  /** From 1. */
  readonly level: number;
  readonly setSize: number;
  /** Among its siblings, from 1. */
  readonly position: number;
  readonly name: string;
  readonly kind: 'group' | 'string' | 'number' | 'literal' | 'text';
  /** Of a very long value the beginning. */
  readonly text: string;
  /** Whether what is inside is shown; `null` where nothing is inside. */
  readonly isOpen: boolean | null;
  /** What a check may hold on to: where it is, in the language of checks, and what it is; `null` where it cannot. */
  readonly check: { readonly path: string; readonly value: string } | null;
};

/** What a path found, as the language of checks would name it. `node` is `null` for what is no row, as an attribute. */
export type FoundValue = { readonly node: number | null; readonly path: string; readonly text: string };

/** What a path found: the first of them, and how many there are. */
export type FoundValues = { readonly count: number; readonly values: readonly FoundValue[] };

/** How many places hold what was searched for, and which of them is next. */
export type FoundText = { readonly count: number; readonly next: number };
