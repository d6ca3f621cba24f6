import type { Problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/model/result.ts';
import { type OpenWorkbench, openWorkbench, sandboxNameOf } from '../open-workbench.ts';
import { formatProblem } from './reporters/problems.ts';

/** Where a command writes. JSON goes to `out` alone, so that a script can read it; sentences for people go to `error`. */
export type CliOutput = { readonly out: (text: string) => void; readonly error: (text: string) => void };

/** What every command gets. */
export type CliContext = CliOutput & {
  readonly environment: NodeJS.ProcessEnv;
  readonly workspace: string | null;
  /** The built page. */
  readonly pageDirectory: string;
};

/**
 * Opens the core for one command; its sandbox takes any free port, or the one that is named, with the ledger of that
 * port. What is told without being asked goes to `error`.
 */
export function openForCommand(
  { environment, workspace, error }: CliContext,
  sandboxPort = 0,
  anyOtherPort = sandboxPort === 0,
): Result<OpenWorkbench, Problem> {
  const sandboxName = sandboxNameOf(sandboxPort);
  const opened = openWorkbench({ environment, workspace, sandboxPort, anyOtherPort, sandboxName });
  if (opened.ok) opened.value.problems.listen((problem) => error(formatProblem(problem)));
  return opened;
}

/** Runs an action on the core, opened for this one command, and closes it whatever happens. */
export async function withWorkbench<Value>(
  context: CliContext,
  action: (workbench: OpenWorkbench) => Promise<Result<Value, Problem>>,
): Promise<Result<Value, Problem>> {
  const workbench = openForCommand(context);
  if (!workbench.ok) return workbench;
  try {
    return await action(workbench.value);
  } finally {
    await workbench.value.close();
  }
}
