import type { Handlers } from '../../../../shared/contract/commands.ts';
import type { Problem } from '../../../../shared/model/problem.ts';
import type { Result } from '../../../../shared/model/result.ts';
import type { SandboxChange, SandboxState } from '../../../../shared/model/sandbox.ts';

/** The sandbox without its records, of which only how it is set and what waits are wanted. */
export function readState(
  handlers: Handlers,
  api: string | null = null,
): Promise<Result<SandboxState, Problem>> {
  return handlers['sandbox.state']({ api, records: 1 });
}

/** Changes the sandbox, and gives how it is afterwards. */
export async function changeState(
  handlers: Handlers,
  change: SandboxChange,
): Promise<Result<SandboxState, Problem>> {
  const changed = await handlers['sandbox.change'](change);
  return changed.ok ? readState(handlers) : changed;
}
