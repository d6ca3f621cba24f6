import type { Problem } from '../../shared/model/problem.ts';
import { version } from '../version.ts';
import { takeWorkspaceArgument } from '../workspace-argument.ts';
import { didYouMean } from './closest.ts';
import { apisUsage, listApis } from './commands/apis.ts';
import { audit, auditUsage } from './commands/audit.ts';
import { batch, batchUsage } from './commands/batch.ts';
import { collections, collectionsUsage } from './commands/collections.ts';
import { evidence, evidenceUsage } from './commands/evidence.ts';
import { explain, explainUsage } from './commands/explain.ts';
import { exportCommand, exportUsage } from './commands/export.ts';
import { history, historyUsage } from './commands/history.ts';
import { importCommand, importUsage } from './commands/import.ts';
import { run, runUsage } from './commands/run.ts';
import { runs, runsUsage } from './commands/runs.ts';
import { sandbox, sandboxUsage } from './commands/sandbox.ts';
import { send, sendUsage } from './commands/send.ts';
import { serve, serveUsage } from './commands/serve.ts';
import { sign, signUsage } from './commands/sign.ts';
import { vault, vaultUsage } from './commands/vault.ts';
import type { CliContext } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import { reportProblems } from './reporters/problems.ts';

type Command = (args: readonly string[], context: CliContext) => Promise<number>;

const commands: Readonly<Record<string, Command>> = {
  apis: listApis,
  send,
  sign,
  explain,
  collections,
  import: importCommand,
  export: exportCommand,
  run,
  runs,
  batch,
  history,
  evidence,
  audit,
  sandbox,
  serve,
  vault,
};

const help = `Refund Workbench ${version}

  ${apisUsage}
  ${sendUsage}
  ${signUsage}
  ${explainUsage}
  ${collectionsUsage}
  ${importUsage}
  ${exportUsage}
  ${runUsage}
  ${runsUsage}
  ${batchUsage}
  ${historyUsage}
  ${evidenceUsage}
  ${auditUsage}
  ${sandboxUsage}
  ${serveUsage}
  ${vaultUsage}

Everywhere: --workspace DIR (environments, collections). REFUND_WORKBENCH_DATA moves history and all else private;
REFUND_WORKBENCH_SECRET_<NAME> gives a secret, REFUND_WORKBENCH_SECRET_PAYU_CLIENTSECRET for payu.clientSecret,
where none is set. REFUND_WORKBENCH_PASSPHRASE opens the vault where nobody can be asked.
Exit: 0 accepted or pending, or all passed; 1 refused, failed or different, or audit trail or evidence damaged; 2 wrong
use or configuration; 3 outcome unknown.
`;

/** Runs the command line and gives its exit code. A bug is said in a sentence, never shown as a stack trace. */
export async function runCli(argv: readonly string[], pageDirectory: string): Promise<number> {
  process.stdout.on('error', tellLostOutput);
  process.stderr.on('error', () => undefined);
  try {
    return await runCommand(argv, pageDirectory);
  } catch (error) {
    process.stderr.write(
      `Something went wrong inside the workbench: ${(error as Error).message}. Please report it.\n`,
    );
    return exitCodes.wrongUse;
  }
}

/** A reader that went away, as `| head` does, ends nothing: the exit code still has to say what became of a send. */
function tellLostOutput(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') process.stderr.write(`The output could not be written: ${error.message}.\n`);
}

async function runCommand(argv: readonly string[], pageDirectory: string): Promise<number> {
  const { workspace, folderMissing, rest } = takeWorkspaceArgument(argv);
  const context: CliContext = {
    environment: process.env,
    workspace,
    pageDirectory,
    out: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
  };
  if (folderMissing) {
    const message = 'The option --workspace needs a folder.';
    return wrongUse(context, rest, { message, remedy: 'Write --workspace DIR.' });
  }
  const [name = 'help', ...args] = rest;
  if (name === '--version' || name === 'version') {
    context.out(`${version}\n`);
    return exitCodes.ok;
  }
  if (name === 'help' || name === '--help' || name === '-h' || args.includes('--help')) {
    context.out(help);
    return exitCodes.ok;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command !== undefined) return command(args, context);
  const message = `There is no command "${name}".${didYouMean(name, Object.keys(commands))}`;
  return wrongUse(context, args, { message, remedy: 'See help for the commands.' });
}

function wrongUse(
  context: CliContext,
  args: readonly string[],
  text: Pick<Problem, 'message' | 'remedy'>,
): number {
  reportProblems(context, [{ code: 'bad-input', ...text }], args.includes('--json'));
  return exitCodes.wrongUse;
}
