import type { Problem } from '../../../shared/model/problem.ts';
import { ok, type Result } from '../../../shared/model/result.ts';
import { usualSandboxPort } from '../../open-workbench.ts';
import { createWebHost } from '../../web-host/create-web-host.ts';
import { openBrowser } from '../../web-host/open-browser.ts';
import { type CliContext, openForCommand } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { parseArguments, parseNumber } from '../parse-args.ts';
import { reportProblems } from '../reporters/problems.ts';
import { untilStopped } from '../until-stopped.ts';

export const serveUsage = 'serve [--port N] [--no-open]';

const options = { port: { type: 'string' }, 'no-open': { type: 'boolean' } } as const;

/** Serves the page on loopback until stopped. */
export async function serve(args: readonly string[], context: CliContext): Promise<number> {
  const result = await run(args, context);
  if (result.ok) return exitCodes.ok;
  reportProblems(context, [result.error], false);
  return exitCodes.wrongUse;
}

async function run(args: readonly string[], context: CliContext): Promise<Result<null, Problem>> {
  const parsed = parseArguments(args, options, { min: 0, max: 0, usage: serveUsage });
  if (!parsed.ok) return parsed;
  const port = parseNumber('port', parsed.value.value('port'), { min: 0, max: 65_535 });
  if (!port.ok) return port;
  const workbench = openForCommand(context, usualSandboxPort, true);
  if (!workbench.ok) return workbench;
  try {
    const { pageDirectory } = context;
    const host = await createWebHost(workbench.value, { port: port.value ?? 0, pageDirectory });
    if (!host.ok) return host;
    await announce(host.value.address, parsed.value.flag('no-open'), context);
    await untilStopped();
    await host.value.close();
    return ok(null);
  } finally {
    await workbench.value.close();
  }
}

/** An address is good for one page and a minute; Enter in a terminal gives another. */
async function announce(address: () => string, quiet: boolean, { out }: CliContext): Promise<void> {
  const first = address();
  out(`Refund Workbench is at ${first}\n`);
  const opened = !quiet && (await openBrowser(first));
  out(
    `${opened ? 'It opens in your browser.' : 'Open this address in a browser.'} It is good once, within a minute; stop with Ctrl+C.\n`,
  );
  if (!process.stdin.isTTY) return;
  out('Press Enter for another address.\n');
  process.stdin.on('data', () => out(`${address()}\n`));
}
