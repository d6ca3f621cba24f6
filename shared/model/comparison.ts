/** How two places differ, seen from the left: it lacks something, has more, another type, another value, or the same value written otherwise. */
export type DifferenceKind = 'missing' | 'extra' | 'type' | 'value' | 'notation';

/** What stands at a place. A number is the text it was written as. */
export type ComparedType = 'object' | 'list' | 'element' | 'text' | 'number' | 'boolean' | 'null' | 'body';

/** One side of a difference. */
export type ComparedSide = {
  /**
   * JSON as `data.items[0].id`, XML as `root/item[2]/@code`, form fields and headers by name; empty for a whole body.
   * The two sides differ where a list has more items on one of them.
   */
  readonly path: string;
  readonly type: ComparedType;
  /** A value as it is written, or how much a group holds: `3 members`. Long values are cut around the difference. */
  readonly text: string;
};

/** Why nobody need chase a difference: it comes with every send, or the provider's sample is wrong there. */
export type DifferenceMark = { readonly kind: 'expected' | 'defect'; readonly reason: string };

export type Difference = {
  /** Of the left side, or of the right one where the left has nothing. */
  readonly path: string;
  readonly kind: DifferenceKind;
  /** `null` for what is missing. */
  readonly left: ComparedSide | null;
  /** `null` for what is extra. */
  readonly right: ComparedSide | null;
  /** A remark on the difference itself, as that only blanks differ. */
  readonly note: string | null;
  readonly mark: DifferenceMark | null;
};

/** The parts of an exchange, in the order of the wire. */
export const comparedParts = [
  'request-line',
  'request-headers',
  'request-body',
  'status',
  'response-headers',
  'response-body',
  'verdict',
] as const;

export type ComparedPart = (typeof comparedParts)[number];

/** What the parts are called. */
export const comparedPartWords: Readonly<Record<ComparedPart, string>> = {
  'request-line': 'Request',
  'request-headers': 'Request headers',
  'request-body': 'Request body',
  status: 'Status',
  'response-headers': 'Response headers',
  'response-body': 'Response body',
  verdict: 'Verdict',
};

export type ComparisonSection = {
  readonly part: ComparedPart;
  readonly differences: readonly Difference[];
  /** What was not compared, or not to its end, and why. */
  readonly note: string | null;
};

/** What stands on the right of a comparison: a stored exchange, or a sample that the provider's document prints. */
export type ComparedWith =
  | { readonly kind: 'exchange'; readonly id: string }
  /** `null` asks for the sample that comes nearest; an answer always names one. */
  | { readonly kind: 'documented'; readonly example: string | null };

export type Comparison = {
  readonly left: { readonly kind: 'exchange'; readonly id: string };
  readonly right:
    | { readonly kind: 'exchange'; readonly id: string }
    | { readonly kind: 'documented'; readonly example: string };
  /** Only the parts that both sides have. */
  readonly sections: readonly ComparisonSection[];
  /** True where every difference is marked as expected or as a slip of the sample. */
  readonly same: boolean;
  /** True where something could not be compared to its end; then `same` says nothing about the rest. */
  readonly incomplete: boolean;
};
