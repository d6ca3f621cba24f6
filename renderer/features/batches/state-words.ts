import type { BatchRowState, BatchState } from '../../../shared/model/batch.ts';
import type { Verdict } from '../../../shared/model/verdict.ts';

type StateWords = {
  readonly title: string;
  /** In whose colour it stands; `null` for what has no answer yet. */
  readonly verdict: Verdict | null;
};

/** The states of a row, in the order they are told. */
export const rowStateWords: Record<BatchRowState, StateWords> = {
  accepted: { title: 'Accepted', verdict: 'accepted' },
  pending: { title: 'Not final', verdict: 'pending' },
  refused: { title: 'Refused', verdict: 'refused' },
  unknown: { title: 'Quarantined', verdict: 'unknown' },
  sending: { title: 'Sending', verdict: null },
  ready: { title: 'Not started', verdict: null },
  'not-sent': { title: 'Not sent', verdict: null },
  invalid: { title: 'Left out', verdict: null },
};

/** Every state of a row, in the order they are told. */
export const rowStates = Object.keys(rowStateWords) as readonly BatchRowState[];

export const batchStateWords: Record<BatchState, StateWords> = {
  running: { title: 'Running', verdict: null },
  done: { title: 'Done', verdict: null },
  stopped: { title: 'Stopped', verdict: 'pending' },
  'broken-off': { title: 'Broken off', verdict: 'pending' },
};
