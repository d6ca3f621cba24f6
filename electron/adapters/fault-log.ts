import { appendFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { Clock } from '../../shared/ports/clock.ts';

/** Longest log, in bytes; then it becomes the previous one, and the one before that goes. */
const largest = 1_000_000;

/** Longest description of one fault, in UTF-16 units: what caused it may be as long as an answer. */
const longest = 8000;

export type FaultLog = {
  readonly path: string;
  /** Adds a fault; where that cannot be written, nothing more can be done about it. */
  readonly write: (description: string) => void;
};

/** Faults of the workbench itself, in `faults.log` of the data folder, for this user only. It never leaves the machine. */
export function createFaultLog(dataDirectory: string, { now }: Pick<Clock, 'now'>): FaultLog {
  const path = join(dataDirectory, 'faults.log');
  return {
    path,
    write: (description) => {
      const lines = description.slice(0, longest).trimEnd().replaceAll('\n', '\n  ');
      try {
        if (sizeOf(path) > largest) renameSync(path, join(dataDirectory, 'faults.previous.log'));
        appendFileSync(path, `${new Date(now()).toISOString()} ${lines}\n`, { mode: 0o600 });
      } catch {
        // A full disk is told by whatever else writes; a log must not be the reason for the next fault.
      }
    },
  };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
