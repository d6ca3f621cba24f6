import type { AuditEvent, AuditLine, AuditPage, AuditReport } from '../model/audit.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';

/** Who did what, in lines that are only ever added. Every problem has the code `audit`. */
export type AuditTrail = {
  /** Writes a line. It is on the disk when this returns. */
  append(event: AuditEvent): Result<null, Problem>;
  /** Walks all lines. Damage is part of the report; a problem says why the trail could not be walked. */
  verify(options: {
    /** A head that was kept: some line must have this hash. */
    readonly head: string | null;
  }): Result<AuditReport, Problem>;
  list(page: AuditPage): Result<readonly AuditLine[], Problem>;
};
