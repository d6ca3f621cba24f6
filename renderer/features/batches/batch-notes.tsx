import type { ReactNode } from 'react';

import type { BatchRowState, BatchSummary } from '../../../shared/model/batch.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { formatCount } from '../words.ts';
import classes from './batch-page.module.css';
import verdicts from '../../ui/verdict.module.css';

type Props = { readonly batch: BatchSummary; readonly onShow: (state: BatchRowState) => void };

/** What has to be known of a batch before anything else: why it stands still, and what nobody knows the outcome of. */
export function BatchNotes({ batch, onShow }: Props) {
  const { state, reason, counts, left } = batch;
  const open = counts.unknown;
  const rest = left?.rows ?? 0;
  return (
    <>
      {state === 'broken-off' && (
        <Note verdict="pending" icon="debug-disconnect">
          <strong>The workbench ended while this batch ran.</strong>{' '}
          {rest > 0 && `${rowsWere(rest)} not sent; resuming sends only those. `}
          What was under way was found out from the journal: no row is sent twice.
        </Note>
      )}
      {state === 'stopped' && (
        <Note verdict="pending" icon="debug-pause">
          <strong>{reason?.message ?? 'It was stopped.'}</strong> {reason?.remedy}{' '}
          {rest > 0 && `${rowsAre(rest)} left.`}
        </Note>
      )}
      {open > 0 && (
        <Note verdict="unknown" icon="question">
          <strong>
            {open === 1
              ? '1 refund is in quarantine: it may have happened, or not.'
              : `${formatCount(open)} refunds are in quarantine: they may have happened, or not.`}
          </strong>{' '}
          Nothing sends {open === 1 ? 'it' : 'them'} again by itself. Find out what became of{' '}
          {open === 1 ? 'it' : 'them'}, at the provider or when you resume.
          <Button kind="quiet" onPress={() => onShow('unknown')}>
            {open === 1 ? 'Show it' : 'Show them'}
          </Button>
        </Note>
      )}
    </>
  );
}

function rowsAre(count: number): string {
  return count === 1 ? '1 row is' : `${formatCount(count)} rows are`;
}

function rowsWere(count: number): string {
  return count === 1 ? '1 row was' : `${formatCount(count)} rows were`;
}

type NoteProps = {
  readonly verdict: 'pending' | 'unknown';
  readonly icon: string;
  readonly children: ReactNode;
};

function Note({ verdict, icon, children }: NoteProps) {
  return (
    <section className={`${classes['note']} ${verdicts[verdict]}`} aria-label="Remark">
      <Icon name={icon} />
      <p>{children}</p>
    </section>
  );
}
