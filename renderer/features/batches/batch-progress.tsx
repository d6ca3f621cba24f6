import { useState } from 'react';

import type { BatchRowState, BatchSummary } from '../../../shared/model/batch.ts';
import { Chip } from '../../ui/chip.tsx';
import { useNow } from '../use-now.ts';
import { formatCount, formatRemaining } from '../words.ts';
import classes from './batch-page.module.css';
import { batchStateWords, rowStates, rowStateWords } from './state-words.ts';
import verdicts from '../../ui/verdict.module.css';

type Props = {
  readonly batch: BatchSummary;
  /** The state that alone is listed; `null` for all. */
  readonly filter: BatchRowState | null;
  readonly onFilter: (state: BatchRowState | null) => void;
};

/** How far it is: a bar, how many rows in which state (each filters the list), and the time left. */
export function BatchProgress({ batch, filter, onFilter }: Props) {
  const { counts, table, state } = batch;
  const done = table.rows - counts.ready - counts['not-sent'] - counts.sending;
  return (
    <div className={classes['progress']}>
      <div className={classes['line']}>
        <p role="status" className={classes['state']}>
          {batchStateWords[state].title}
        </p>
        <span className={classes['count']}>
          {formatCount(done)} of {formatCount(table.rows)} rows
        </span>
        {state === 'running' && <TimeLeft done={done} rows={table.rows} />}
      </div>
      <div
        className={classes['bar']}
        role="progressbar"
        aria-label="Rows done"
        aria-valuemin={0}
        aria-valuemax={table.rows}
        aria-valuenow={done}
      >
        {rowStates.map((name) => (
          <span
            key={name}
            className={`${classes['part']} ${verdicts[rowStateWords[name].verdict ?? ''] ?? classes[name]}`}
            style={{ flexGrow: counts[name] }}
          />
        ))}
      </div>
      <div className={classes['filters']} role="group" aria-label="Show rows">
        <Chip isSelected={filter === null} onChange={() => onFilter(null)}>
          {`All ${formatCount(table.rows)}`}
        </Chip>
        {rowStates
          .filter((name) => counts[name] > 0 || name === filter)
          .map((name) => (
            <Chip
              key={name}
              isSelected={filter === name}
              onChange={(isSelected) => onFilter(isSelected ? name : null)}
            >
              {`${rowStateWords[name].title} ${formatCount(counts[name])}`}
            </Chip>
          ))}
      </div>
    </div>
  );
}

/** Less than this much of watching says nothing about the time that is left, in milliseconds. */
const shortest = 1500;

/** The time that is left, from how fast it went since it came into view. */
function TimeLeft({ done, rows }: { readonly done: number; readonly rows: number }) {
  const now = useNow(1000);
  const [first] = useState({ at: now, done });
  const passed = now - first.at;
  const advanced = done - first.done;
  if (passed < shortest || advanced === 0) return null;
  return (
    <span className={classes['count']}>
      about {formatRemaining(((rows - done) * passed) / advanced)} left
    </span>
  );
}
