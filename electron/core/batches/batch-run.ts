import type { StoredBatch } from '../../../shared/ports/batch-store.ts';
import type { CoreState } from '../core-state.ts';
import type { Ports } from '../ports.ts';
import type { OpenBatch } from './open-batch.ts';

/** A batch that this program runs. */
export type BatchRun = {
  readonly id: string;
  readonly batch: OpenBatch;
  readonly stored: StoredBatch;
  readonly ports: Ports;
  readonly state: CoreState;
  /** Aborted when the user stops it here; ends a pause between two calls. */
  readonly signal: AbortSignal;
  /** Tells how it goes, as often as it may. */
  readonly tell: () => void;
};

/** Now, ISO 8601, UTC. */
export function timeOf({ clock }: Pick<Ports, 'clock'>): string {
  return new Date(clock.now()).toISOString();
}
