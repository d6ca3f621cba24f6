import * as v from 'valibot';

import { parseDuration } from '../model/duration.ts';
import type { ClockChange } from '../model/sandbox.ts';
import { type Fault, formatFault, parseFault } from '../model/sandbox-fault.ts';
import { id, name } from './schema-parts.ts';

/** A snapshot has its numbers as the text they were written as. */
const whole = v.union(
  [
    v.pipe(v.number(), v.safeInteger()),
    v.pipe(
      v.string(),
      v.regex(/^-?\d{1,15}$/),
      v.transform((digits) => Number(digits)),
    ),
  ],
  'it is no whole number',
);
const milliseconds = whole;
/** What a clock is moved by in all, and where it stands: further away no calendar can write it. */
const farTime = v.pipe(milliseconds, v.minValue(-8_000_000_000_000_000), v.maxValue(8_000_000_000_000_000));
/** Ten years: more moves no rule of any API. */
export const longestMove = 315_360_000_000;

/** A fault as people write it, `delay 2s`. */
export const faultText = v.pipe(
  v.string('it is no text'),
  v.maxLength(2_000),
  v.rawTransform<string, Fault>(({ dataset, addIssue, NEVER }) => {
    const parsed = parseFault(dataset.value);
    if (parsed.ok) return parsed.value;
    addIssue({ message: parsed.error });
    return NEVER;
  }),
);

const fault = v.pipe(
  v.variant('kind', [
    v.strictObject({ kind: v.literal('delay'), milliseconds }),
    v.strictObject({ kind: v.literal('slow-drip'), milliseconds }),
    v.strictObject({ kind: v.literal('status'), status: whole }),
    v.strictObject({ kind: v.literal('huge'), megabytes: whole }),
    v.strictObject({ kind: v.literal('redirect'), to: name }),
    v.strictObject({
      kind: v.picklist([
        'cut-before',
        'cut-after',
        'half-body',
        'malformed',
        'html',
        'wrong-type',
        'gzip',
        'chunked',
      ]),
    }),
  ]),
  v.check((given) => parseFault(formatFault(given)).ok, 'its value is out of bounds'),
);

/** How many more requests a rule meets. */
export const ruleLeft = v.nullable(v.pipe(whole, v.minValue(1), v.maxValue(1_000_000)));
export const meets = v.picklist(['calls', 'logins', 'everything']);
export const settledOutcome = v.picklist(['success', 'failure']);

const ruleEntries = {
  api: v.nullable(name),
  does: v.variant('kind', [
    v.strictObject({ kind: v.literal('fault'), fault }),
    v.strictObject({ kind: v.literal('pick'), entry: name }),
  ]),
  meets,
  left: ruleLeft,
};
const rule = v.strictObject(ruleEntries);

export const settling = v.strictObject({
  after: v.nullable(v.pipe(milliseconds, v.minValue(0), v.maxValue(longestMove))),
  outcome: settledOutcome,
});

/** How a sandbox is set, as its file and its snapshots keep it. */
export const sandboxControls = v.strictObject({
  clock: v.strictObject({ offset: farTime, stoppedAt: v.nullable(farTime) }),
  settling,
  rules: v.pipe(v.array(v.strictObject({ id, ...ruleEntries })), v.maxLength(1_000)),
  nextRule: v.pipe(whole, v.minValue(1)),
});

/** A time of the calendar in ISO 8601, with its zone. */
const timeText = v.pipe(
  v.string('it is no text'),
  v.isoTimestamp('it is no time such as 2026-01-31T12:00:00Z'),
  v.check((text) => Number.isFinite(Date.parse(text)), 'it is no time such as 2026-01-31T12:00:00Z'),
);

const clockChange = v.variant('kind', [
  v.strictObject({
    kind: v.literal('advance'),
    milliseconds: v.pipe(milliseconds, v.minValue(-longestMove), v.maxValue(longestMove)),
  }),
  v.strictObject({ kind: v.literal('set'), to: timeText }),
  v.strictObject({ kind: v.picklist(['stop', 'run', 'reset']) }),
]);

/** Longest snapshot or seed in characters. */
export const longestSnapshot = 50_000_000;

/** What somebody does to a sandbox by hand. */
export const sandboxChange = v.variant('kind', [
  v.strictObject({ kind: v.literal('reset'), api: v.nullable(name) }),
  v.strictObject({ kind: v.literal('clock'), change: clockChange }),
  v.strictObject({ kind: v.literal('add-rule'), rule }),
  v.strictObject({ kind: v.literal('remove-rule'), id: v.nullable(id) }),
  v.strictObject({
    kind: v.literal('settle'),
    api: name,
    id: v.nullable(id),
    outcome: settledOutcome,
  }),
  v.strictObject({ kind: v.literal('settling'), settling }),
  v.strictObject({ kind: v.literal('clear-log') }),
  v.strictObject({ kind: v.literal('load'), text: v.pipe(v.string(), v.maxLength(longestSnapshot)) }),
]);

const moveText = durationText({ signed: true });
const done = v.literal(true, 'it is not true');

/** The bodies of the calls by which any client sets a sandbox over HTTP; numbers may come as text. */
export const sandboxControlBodies = {
  reset: v.strictObject({ api: v.optional(v.nullable(name), null) }),
  clock: v.pipe(
    v.strictObject({
      advance: v.optional(
        v.pipe(
          moveText,
          v.minValue(-longestMove, 'it is too long'),
          v.maxValue(longestMove, 'it is too long'),
        ),
      ),
      set: v.optional(timeText),
      stop: v.optional(done),
      run: v.optional(done),
      reset: v.optional(done),
    }),
    v.rawTransform<ClockWords, ClockChange>(({ dataset, addIssue, NEVER }) => {
      const [change, ...more] = changesOf(dataset.value);
      if (change !== undefined && more.length === 0) return change;
      addIssue({ message: 'give one of advance, set, stop, run and reset' });
      return NEVER;
    }),
  ),
  fault: v.strictObject({
    fault: faultText,
    api: v.optional(v.nullable(name), null),
    meets: v.optional(meets, 'calls'),
    next: v.optional(ruleLeft, null),
  }),
  pick: v.strictObject({ api: name, entry: name, next: v.optional(ruleLeft, null) }),
  settle: v.strictObject({
    api: name,
    id: v.optional(v.nullable(id), null),
    outcome: settledOutcome,
  }),
  settling: v.strictObject({
    after: v.nullable(v.pipe(durationText(), v.maxValue(longestMove, 'it is too long'))),
    outcome: v.optional(settledOutcome, 'success'),
  }),
};

type ClockWords = {
  readonly advance?: number | undefined;
  readonly set?: string | undefined;
  readonly stop?: true | undefined;
  readonly run?: true | undefined;
  readonly reset?: true | undefined;
};

function changesOf({ advance, set, ...kinds }: ClockWords): readonly ClockChange[] {
  const plain = (['stop', 'run', 'reset'] as const).filter((kind) => kinds[kind] === true);
  return [
    ...(advance === undefined ? [] : [{ kind: 'advance' as const, milliseconds: advance }]),
    ...(set === undefined ? [] : [{ kind: 'set' as const, to: set }]),
    ...plain.map((kind) => ({ kind })),
  ];
}

/** A duration as people write it, `1h30m`, in milliseconds. */
function durationText(options: { readonly signed?: boolean } = {}) {
  return v.pipe(
    v.string('it is no text'),
    v.maxLength(100),
    v.rawTransform<string, number>(({ dataset, addIssue, NEVER }) => {
      const parsed = parseDuration(dataset.value, options);
      if (parsed.ok) return parsed.value;
      addIssue({ message: parsed.error });
      return NEVER;
    }),
  );
}
