import * as v from 'valibot';

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
  clock: v.strictObject({ offset: milliseconds, stoppedAt: v.nullable(milliseconds) }),
  settling,
  rules: v.pipe(v.array(v.strictObject({ id, ...ruleEntries })), v.maxLength(1_000)),
  nextRule: v.pipe(whole, v.minValue(1)),
});

const clockChange = v.variant('kind', [
  v.strictObject({
    kind: v.literal('advance'),
    milliseconds: v.pipe(milliseconds, v.minValue(-longestMove), v.maxValue(longestMove)),
  }),
  v.strictObject({ kind: v.literal('set'), to: v.pipe(v.string(), v.isoTimestamp()) }),
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
