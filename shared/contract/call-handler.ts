import * as v from 'valibot';

import { shortenAnswers } from '../model/body-part.ts';
import type { CommandName, Commands, Handlers } from './commands.ts';
import { inputSchemas } from './schemas.ts';

/** Why a message from a client was not carried out. It is a fault of the client, so the words are for its makers. */
export type Rejection = { readonly code: 'unknown-command' | 'bad-input'; readonly message: string };

/**
 * The one wrapper around every handler: takes only the commands of the contract, parses the input by its schema, and
 * gives the output as JSON text, of long answers the beginning. Every door (IPC, HTTP) calls handlers through it.
 */
export async function callHandler(
  handlers: Handlers,
  command: string,
  input: unknown,
): Promise<{ readonly output: string } | { readonly rejection: Rejection }> {
  if (!isCommandName(command)) {
    return {
      rejection: {
        code: 'unknown-command',
        message: `There is no command ${JSON.stringify(command.slice(0, 100))}.`,
      },
    };
  }
  const parsed = v.safeParse(inputSchemas[command], input);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const path = v.getDotPath(issue) ?? 'the input';
    return { rejection: { code: 'bad-input', message: `${command}: ${path}: ${issue.message}` } };
  }
  const handler = handlers[command] as (value: unknown) => Promise<unknown>;
  return { output: JSON.stringify(shortenOutput(command, await handler(parsed.output))) };
}

/** A page gets answers in parts; whoever calls a handler without a door between has them whole. */
function shortenOutput(command: CommandName, output: unknown): unknown {
  if (command === 'exchange.send') {
    const sent = output as Commands['exchange.send']['output'];
    return sent.ok ? { ...sent, value: shortenAnswers(sent.value) } : sent;
  }
  if (command === 'history.get') {
    const entry = output as Commands['history.get']['output'];
    if (!entry.ok || entry.value === null) return entry;
    return { ...entry, value: { ...entry.value, exchange: shortenAnswers(entry.value.exchange) } };
  }
  return output;
}

function isCommandName(command: string): command is CommandName {
  return Object.hasOwn(inputSchemas, command);
}
