import { openForCommand } from '../../context.ts';
import { parseNumber } from '../../parse-args.ts';
import type { OpenForVerb } from '../../verb.ts';

/** The option that says which sandbox is meant; every verb has it. */
export const portOption = { port: { type: 'string' } } as const;

/** Opens the core on the ledger of the sandbox that `--port` names, or on the one that everybody shares. */
export const openSandbox: OpenForVerb = (context, args) => {
  const port = parseNumber('port', args.value('port'), { min: 0, max: 65_535 });
  return port.ok ? openForCommand(context, port.value ?? 0) : port;
};
