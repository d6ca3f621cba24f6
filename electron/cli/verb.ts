import type { ParseArgsOptionsConfig } from 'node:util';

import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { OpenWorkbench } from '../open-workbench.ts';
import { didYouMean } from './closest.ts';
import { type CliContext, openForCommand } from './context.ts';
import { type Arguments, parseArguments } from './parse-args.ts';
import { settleCommand } from './settle-command.ts';

/** What a verb works with. */
export type VerbInput = {
  readonly workbench: OpenWorkbench;
  readonly args: Arguments;
  readonly json: boolean;
  readonly context: CliContext;
};

/** A verb of a command: `list` of `history list`. */
export type Verb = {
  readonly usage: string;
  /** Beside `--json`, which each has. */
  readonly options: ParseArgsOptionsConfig;
  /** How many words may follow it. */
  readonly words: { readonly min: number; readonly max: number };
  /** Gives the text to be printed, or, where it has written what it has to say, the exit code. */
  readonly run: (input: VerbInput) => Promise<Result<string | number, Problem | readonly Problem[]>>;
};

/** A verb, ready to be called with the words that follow it; gives the exit code. */
export type VerbCall = (args: readonly string[], context: CliContext) => Promise<number>;

/** Opens the core for a verb, as its options say. */
export type OpenForVerb = (context: CliContext, args: Arguments) => Result<OpenWorkbench, Problem>;

async function runVerb(
  { usage, options, words, run }: Verb,
  given: readonly string[],
  context: CliContext,
  { json, open }: { readonly json: boolean; readonly open: OpenForVerb },
): Promise<Result<number | null, Problem | readonly Problem[]>> {
  const args = parseArguments(given, { ...options, json: { type: 'boolean' } }, { ...words, usage });
  if (!args.ok) return args;
  const workbench = open(context, args.value);
  if (!workbench.ok) return workbench;
  try {
    const result = await run({ workbench: workbench.value, args: args.value, json, context });
    if (!result.ok) return result;
    if (typeof result.value === 'number') return ok(result.value);
    context.out(result.value);
    return ok(null);
  } finally {
    await workbench.value.close();
  }
}

/** What is said where no verb is named, and of one that there is not; both are sentences. */
export type VerbWords = { readonly none: string; readonly unknown: (name: string) => string };

/** Calls the verb that the words name first. `--json` may stand in front of it, too. */
export async function chooseVerb(
  verbs: Readonly<Record<string, VerbCall>>,
  words: VerbWords,
  args: readonly string[],
  context: CliContext,
): Promise<number> {
  const name = args.find((word) => word !== '--json') ?? '';
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (verb !== undefined) return verb(args.toSpliced(args.indexOf(name), 1), context);
  const names = Object.keys(verbs);
  const isNamed = name !== '' && !name.startsWith('-');
  return settleCommand(
    fail({
      code: 'bad-input',
      message: isNamed ? `${words.unknown(name)}${didYouMean(name, names)}` : words.none,
      remedy: `Use one of: ${names.join(', ')}.`,
    }),
    context,
    args.includes('--json'),
  );
}

/** A table of verbs as calls; each opens the core for itself and closes it whatever happens. */
export function callsOf(
  verbs: Readonly<Record<string, Verb>>,
  open: OpenForVerb = (context) => openForCommand(context),
): Readonly<Record<string, VerbCall>> {
  return Object.fromEntries(
    Object.entries(verbs).map(([name, verb]): [string, VerbCall] => [
      name,
      async (given, context) => {
        const json = given.includes('--json');
        return settleCommand(await runVerb(verb, given, context, { json, open }), context, json);
      },
    ]),
  );
}

/** The usage lines of a table of verbs. */
export function usageOf(verbs: Readonly<Record<string, Verb>>): string {
  return Object.values(verbs)
    .map(({ usage }) => usage)
    .join('\n  ');
}
