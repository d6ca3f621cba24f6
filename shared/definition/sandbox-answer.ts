import { assumption, type Source } from '../model/source.ts';
import type { SandboxResponse } from './sandbox-definition.ts';

/** An answer that no provider documents: plain text that says it comes from the sandbox. */
export function sandboxAnswer(
  status: number,
  reason: string,
  source: Source = assumption('the sandbox itself'),
): SandboxResponse {
  return {
    status,
    contentType: 'text/plain; charset=utf-8',
    headers: [],
    body: `Sandbox: ${reason}.\n`,
    reason,
    source,
  };
}
