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

/** So far from 1970 a calendar reaches, in milliseconds. */
const farthest = 8_640_000_000_000_000;
const noMoment = 'it is neither milliseconds since 1970 nor a time such as 2026-01-31T12:00:00Z';

/** Milliseconds since 1970, written as a number or as an ISO 8601 time. */
export const moment = v.union(
  [
    v.pipe(
      v.number(),
      v.check((given) => Number.isInteger(given) && Math.abs(given) <= farthest, noMoment),
    ),
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
  noMoment,
);

/**
 * A check for a pipe, made only of what is sound so far: those of valibot also run where a text is not of its form, and
 * amounts then cannot be counted with.
 */
export function soundCheck<State>(
  holds: (state: State) => boolean,
  message: string,
): v.RawCheckAction<State> {
  return v.rawCheck(({ dataset, addIssue }) => {
    if (dataset.typed && dataset.issues === undefined && !holds(dataset.value)) addIssue({ message });
  });
}

/** A schema with such a check of the whole state; it gives a sentence for each fault. */
export function checkedAsWhole<State>(
  schema: v.GenericSchema<unknown, State>,
  faultsOf: (state: State) => readonly string[],
): v.GenericSchema<unknown, State> {
  return v.pipe(
    schema,
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed || dataset.issues !== undefined) return;
      for (const message of faultsOf(dataset.value)) addIssue({ message });
    }),
  );
}

/** Whether no text stands twice. */
export function areDifferent(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}
