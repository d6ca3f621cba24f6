import * as v from 'valibot';

import type { EvidenceBundle } from '../model/evidence.ts';
import type { Problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { evidenceSchema } from './evidence-schema.ts';

/**
 * A bundle as it came out of a file; nothing but the documented shape gets through. It keeps the order of its members,
 * so that the file can be written anew and compared.
 */
export function parseEvidence(data: unknown): Result<EvidenceBundle, Problem> {
  const parsed = v.safeParse(evidenceSchema, data);
  if (parsed.success) return ok(data as EvidenceBundle);
  const [issue] = parsed.issues;
  return fail({
    code: 'bad-input',
    message: `This cannot be read as evidence: ${v.getDotPath(issue) ?? 'the bundle'}: ${issue.message.slice(0, 200)}.`,
    remedy: 'Take the file that the workbench wrote, unchanged.',
  });
}
