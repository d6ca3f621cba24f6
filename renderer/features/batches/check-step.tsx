import { useState } from 'react';

import type { BatchCheck } from '../../../shared/model/batch.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { formatCount } from '../words.ts';
import { totalWords } from './amount-words.ts';
import classes from './batches.module.css';
import { RowProblems } from './row-problems.tsx';
import { Step } from './step.tsx';
import type { BatchWork } from './use-batch-work.ts';

/** Looks at every row and sends nothing: what is ready, what is not and why, how much it is in all. */
export function CheckStep({ work }: { readonly work: BatchWork }) {
  const { batches } = useStores();
  const { draft, plan, check } = work;
  const [isChecking, setChecking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const look = async (): Promise<void> => {
    if (plan === null || isChecking) return;
    setChecking(true);
    const checked = await batches.getState().check(plan);
    setChecking(false);
    setProblem(checked.ok ? null : checked.error);
    batches.getState().edit({ checked: checked.ok ? { plan, check: checked.value } : null });
  };
  const rows = draft.table?.rows ?? 0;
  return (
    <Step number={4} title="Look at every row" isDone={check !== null && check.ready > 0}>
      <div className={classes['line']}>
        <Button
          kind={check === null ? 'primary' : 'plain'}
          icon="checklist"
          isDisabled={plan === null}
          onPress={() => void look()}
        >
          {rows === 0
            ? 'Look at every row'
            : `Look at ${rows === 1 ? 'the row' : `all ${formatCount(rows)} rows`}`}
        </Button>
        <span role="status" className={classes['note']}>
          {isChecking ? 'Looking at every row …' : checkWords(work)}
        </span>
      </div>
      {problem !== null && check === null && <ProblemList problems={[problem]} kind="problem" />}
      {check !== null && <Findings check={check} />}
    </Step>
  );
}

function checkWords({ draft, plan, check, fields }: BatchWork): string {
  if (check !== null) {
    const left = check.rows - check.ready;
    if (left === 0) return check.rows === 1 ? 'The row can be sent.' : 'Every row can be sent.';
    return `${rowCount(check.ready)} can be sent, ${rowCount(left)} cannot.`;
  }
  if (draft.table === null) return 'First choose the table.';
  if (plan === null) return fields.length === 0 ? '' : 'First fill in what is open above and below.';
  return draft.checked === null
    ? 'Nothing is sent.'
    : 'Something was changed since the last look. Nothing is sent.';
}

function Findings({ check }: { readonly check: BatchCheck }) {
  const { rows, ready, calls, totals, effect, problems, problemCount } = check;
  return (
    <>
      <dl className={classes['figures']}>
        <Figure name="Ready" value={`${formatCount(ready)} of ${formatCount(rows)}`} />
        <Figure name="Cannot be sent" value={formatCount(rows - ready)} />
        <Figure name="Calls" value={formatCount(calls)} />
        {totals.map((total) => (
          <Figure key={`${total.currency} ${total.unit}`} name="Total" value={totalWords(total)} />
        ))}
      </dl>
      {effect.length > 0 && (
        <div className={classes['effect']}>
          <h3>What the first call does</h3>
          {effect.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
      <RowProblems problems={problems} count={problemCount} />
    </>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** `1 row`, `1,204 rows`. */
function rowCount(count: number): string {
  return count === 1 ? '1 row' : `${formatCount(count)} rows`;
}
