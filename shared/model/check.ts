/** What of an exchange is looked at. */
export type CheckSubject =
  | { readonly of: 'status' }
  /** accepted, pending, refused or unknown. */
  | { readonly of: 'verdict' }
  /** Ids of the catalog entries that fit, best first; a comparison holds where one of them does. */
  | { readonly of: 'entry' }
  /** The provider's codes, most important first; a comparison holds where one of them does. */
  | { readonly of: 'code' }
  /** Values of a response header; names ignore case. */
  | { readonly of: 'header'; readonly name: string }
  /** The whole text of the answer. */
  | { readonly of: 'body' }
  /** What a JSONPath (RFC 9535) finds in a JSON answer: texts as they stand there, numbers as written. */
  | { readonly of: 'json'; readonly path: string }
  /** What an XPath 1.0 finds in an XML answer. Without namespaces names match by their local part. */
  | {
      readonly of: 'xml';
      readonly path: string;
      /** URI by prefix; empty ignores namespaces. */
      readonly namespaces: Readonly<Record<string, string>>;
    }
  /** Milliseconds from the first byte sent to the last received, whole. */
  | { readonly of: 'time' };

export const checkOperators = [
  'equals',
  'not-equals',
  'contains',
  'matches',
  'exists',
  'absent',
  'less',
  'at-most',
  'greater',
  'at-least',
] as const;

/** `less` to `at-least` compare exact decimals; `matches` takes a regular expression. */
export type CheckOperator = (typeof checkOperators)[number];

/** Something an answer has to meet. */
export type Check = {
  readonly subject: CheckSubject;
  readonly operator: CheckOperator;
  /** May hold `{{variables}}` that are not secret; empty for `exists` and `absent`. */
  readonly expected: string;
};

/** A value taken from an answer for the requests that come after it in a run. */
export type Capture = { readonly subject: CheckSubject; readonly variable: string };

export type CheckResult = {
  readonly check: Check;
  readonly passed: boolean;
  /** What was found; `null` where nothing was. */
  readonly actual: string | null;
  /** One sentence: what was looked at, what was expected and what was found, or why it could not be looked at. */
  readonly message: string;
};

export type CaptureResult = {
  readonly capture: Capture;
  /** `null` where nothing was found. */
  readonly value: string | null;
  /** Why there is no value; empty where there is one. */
  readonly message: string;
};

export type CheckReport = {
  readonly checks: readonly CheckResult[];
  readonly captures: readonly CaptureResult[];
};
