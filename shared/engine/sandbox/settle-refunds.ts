import type { AnySandbox } from '../../definition/sandbox-definition.ts';
import type { SettledOutcome, Settling } from '../../model/sandbox.ts';

/** Ends the refunds whose time has come; `now` is what the sandbox's clock says, in milliseconds. */
export function settleDueRefunds(
  { settling }: AnySandbox,
  state: unknown,
  { after, outcome }: Settling,
  now: number,
): unknown {
  if (settling === null || after === null) return state;
  const due = settling.pending(state).filter(({ since }) => since !== null && since + after <= now);
  return due.reduce((current, { id }) => settling.settle(current, id, outcome) ?? current, state);
}

/** Ends one refund by hand, or all that wait with `id: null`; gives `null` where none of that id waits. */
export function settleByHand(
  { settling }: AnySandbox,
  state: unknown,
  id: string | null,
  outcome: SettledOutcome,
): unknown {
  if (settling === null) return null;
  if (id !== null) return settling.settle(state, id, outcome);
  return settling
    .pending(state)
    .reduce((current, pending) => settling.settle(current, pending.id, outcome) ?? current, state);
}
