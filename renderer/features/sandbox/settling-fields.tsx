import { useState } from 'react';

import { formatDuration, parseDuration } from '../../../shared/model/duration.ts';
import type { SettledOutcome, Settling } from '../../../shared/model/sandbox.ts';
import line from './form-line.module.css';
import { SelectField } from './select-field.tsx';
import classes from './settling-fields.module.css';
import { useChangeSandbox } from './use-change-sandbox.ts';

/** What is waited for where nobody said how long, in milliseconds. */
const usualWait = 2000;

const outcomes: readonly { readonly value: SettledOutcome; readonly title: string }[] = [
  { value: 'success', title: 'as successes' },
  { value: 'failure', title: 'as failures' },
];

/** How refunds end that are only accepted at first: by hand, or after some time by themselves. */
export function SettlingFields({ settling }: { readonly settling: Settling }) {
  const change = useChangeSandbox();
  const { after, outcome } = settling;
  const set = (next: Settling): void =>
    void change(
      { kind: 'settling', settling: next },
      next.after === null
        ? 'Refunds end by hand alone'
        : `Refunds end after ${formatDuration(next.after)} as ${next.outcome === 'success' ? 'successes' : 'failures'}`,
    );
  return (
    <div className={classes['fields']} role="group" aria-label="How accepted refunds end">
      <SelectField
        label="Accepted refunds end"
        options={[
          { value: 'hand', title: 'by hand' },
          { value: 'time', title: 'by themselves' },
        ]}
        value={after === null ? 'hand' : 'time'}
        onChange={(chosen) => set({ outcome, after: chosen === 'hand' ? null : usualWait })}
      />
      {after !== null && (
        <>
          <WaitField key={after} after={after} onChange={(next) => set({ outcome, after: next })} />
          <SelectField
            label="End"
            options={outcomes}
            value={outcome}
            onChange={(next) => set({ after, outcome: next })}
          />
        </>
      )}
    </div>
  );
}

type WaitProps = { readonly after: number; readonly onChange: (after: number) => void };

function WaitField({ after, onChange }: WaitProps) {
  const [text, setText] = useState(formatDuration(after));
  const wait = parseDuration(text);
  const take = (): void => {
    if (wait.ok && wait.value !== after) onChange(wait.value);
    if (!wait.ok) setText(formatDuration(after));
  };
  return (
    <label className={line['short']}>
      <span>After</span>
      <input
        value={text}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={!wait.ok}
        title={wait.ok ? '' : wait.error}
        onChange={({ target }) => setText(target.value)}
        onBlur={take}
        onKeyDown={({ key }) => key === 'Enter' && take()}
      />
    </label>
  );
}
