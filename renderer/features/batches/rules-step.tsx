import type { BatchDraft } from '../../stores/create-batch-store.ts';
import { useStores } from '../../stores/stores-context.tsx';
import classes from './batches.module.css';
import { Step } from './step.tsx';
import type { BatchWork } from './use-batch-work.ts';

type Rule = 'failuresInARow' | 'totalLimit' | 'delay';

const patterns: Record<Rule, RegExp> = {
  failuresInARow: /^(?:[1-9]\d{0,5})?$/,
  totalLimit: /^(?:\d{1,30}(?:\.\d{1,30})?)?$/,
  delay: /^(?:\d{1,6})?$/,
};

/** Whether the rules can be taken as they stand in their fields. */
export function hasValidRules(draft: BatchDraft): boolean {
  return Object.entries(patterns).every(([name, pattern]) => pattern.test(draft[name as Rule]));
}

/** When a batch stops by itself, and how fast it goes. */
export function RulesStep({ work }: { readonly work: BatchWork }) {
  const { draft, fields, amount } = work;
  const hasAmount = fields.some(({ spec }) => spec.kind === 'amount');
  return (
    <Step number={5} title="When to stop" isDone={hasValidRules(draft)}>
      <div className={classes['rules']}>
        <RuleField draft={draft} name="failuresInARow" before="Stop after" after="failures in a row" />
        {hasAmount && amount !== null && (
          <RuleField
            draft={draft}
            name="totalLimit"
            before="Never send more than"
            after={`${amount.currency}${amount.unit === 'minor' ? ', in cents,' : ''} in total`}
          />
        )}
        <RuleField draft={draft} name="delay" before="Wait" after="ms between two calls" />
      </div>
      <p className={classes['note']}>
        An empty field sets no limit. A refund without a known outcome counts as a failure here. Whatever
        stops the batch, it can be resumed.
      </p>
    </Step>
  );
}

type FieldProps = {
  readonly draft: BatchDraft;
  readonly name: Rule;
  readonly before: string;
  readonly after: string;
};

function RuleField({ draft, name, before, after }: FieldProps) {
  const { batches } = useStores();
  const value = draft[name];
  return (
    <label className={classes['rule']}>
      {before}
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        placeholder={name === 'delay' ? '0' : '–'}
        aria-label={`${before} … ${after}`}
        aria-invalid={!patterns[name].test(value)}
        value={value}
        onChange={({ target }) => batches.getState().edit({ [name]: target.value.trim() })}
      />
      {after}
    </label>
  );
}
