import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';

import { sandboxControls } from '../../../shared/contract/sandbox-schemas.ts';
import { type SandboxControls, untouchedControls } from '../../../shared/model/sandbox.ts';
import { prepared } from '../prepared-statement.ts';

/** How the sandbox is set; what cannot be read counts as not set. */
export function readControls(database: DatabaseSync): SandboxControls {
  const row = prepared(database, 'SELECT controls FROM control').get();
  if (row === undefined) return untouchedControls;
  const parsed = v.safeParse(sandboxControls, JSON.parse(String(row['controls'])));
  return parsed.success ? parsed.output : untouchedControls;
}

export function writeControls(database: DatabaseSync, controls: SandboxControls): void {
  prepared(database, 'INSERT OR REPLACE INTO control (one, controls) VALUES (1, ?)').run(
    JSON.stringify(controls),
  );
}
