import * as v from 'valibot';

/**
 * The parts of a state that a tester may write by hand. Numbers of a YAML or JSON file come as the text they were
 * written as, so that `500.00` and `403993715529606983` stay what they are.
 */
export const idText = v.pipe(v.string('it is no text'), v.minLength(1), v.maxLength(300));

/** A decimal without sign or exponent: `0`, `1.00`. */
export const amountText = v.pipe(
  v.string('it is no text'),
  v.regex(/^\d{1,30}(?:\.\d{1,10})?$/, 'it is no amount such as 500.00'),
);

/** Milliseconds since 1970, written as a number or as an ISO 8601 time. */
export const moment = v.union(
  [
    v.pipe(v.number(), v.safeInteger()),
    v.pipe(
      v.string(),
      v.regex(/^-?\d{1,15}$/),
      v.transform((digits) => Number(digits)),
    ),
    v.pipe(
      v.string(),
      v.isoTimestamp(),
      v.transform((text) => Date.parse(text)),
      v.finite(),
    ),
  ],
  'it is neither milliseconds since 1970 nor a time such as 2026-01-31T12:00:00Z',
);
