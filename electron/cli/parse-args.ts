import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { didYouMean } from './closest.ts';

/** What stands after a command: words, switches and values. */
export type Arguments = {
  readonly positionals: readonly string[];
  readonly flag: (name: string) => boolean;
  readonly value: (name: string) => string | null;
  readonly values: (name: string) => readonly string[];
};

/** Parses the arguments of a command strictly: an option it does not know is a problem, not a guess. */
export function parseArguments(
  args: readonly string[],
  options: ParseArgsOptionsConfig,
  positionals: { readonly min: number; readonly max: number; readonly usage: string },
): Result<Arguments, Problem> {
  const wrongUse = (message: string): Result<never, Problem> =>
    fail({ code: 'bad-input', message, remedy: `Usage: ${positionals.usage}` });
  try {
    const parsed = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
    if (parsed.positionals.length < positionals.min) return wrongUse('Something is missing.');
    if (parsed.positionals.length > positionals.max) {
      return wrongUse(`"${parsed.positionals[positionals.max] ?? ''}" is one word too many.`);
    }
    const given = parsed.values;
    return ok({
      positionals: parsed.positionals,
      flag: (name) => given[name] === true,
      value: (name) => (typeof given[name] === 'string' ? given[name] : null),
      values: (name) => (Array.isArray(given[name]) ? given[name].map(String) : []),
    });
  } catch (error) {
    return wrongUse(describe(error as Error & { code?: string }, options));
  }
}

/** `name=value` pairs of an option; the value may hold further equals signs. */
export function parsePairs(
  pairs: readonly string[],
  { option, example } = { option: 'set', example: '23.12' },
): Result<Readonly<Record<string, string>>, Problem> {
  const values: Record<string, string> = {};
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    if (equals <= 0) {
      return fail({
        code: 'bad-input',
        message: `--${option} ${pair} has no name and value.`,
        remedy: `Write --${option} name=value, for example --${option} payu.amount=${example}.`,
      });
    }
    values[pair.slice(0, equals)] = pair.slice(equals + 1);
  }
  return ok(values);
}

/** A whole number within limits. */
export function parseNumber(
  name: string,
  text: string | null,
  limits: { readonly min: number; readonly max: number },
): Result<number | null, Problem> {
  if (text === null) return ok(null);
  const number = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  if (number >= limits.min && number <= limits.max) return ok(number);
  return fail({
    code: 'bad-input',
    message: `--${name} ${text} is not a whole number from ${limits.min} to ${limits.max}.`,
    remedy: `Write --${name} and a number.`,
  });
}

function describe(error: Error & { code?: string }, options: ParseArgsOptionsConfig): string {
  const option = /'(-{1,2}[^\s']+)/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `There is no option ${option}.${didYouMean(
        option,
        Object.keys(options).map((name) => `--${name}`),
      )}`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return `The option ${option} ${/argument missing|ambiguous/.test(error.message) ? 'needs a value' : 'takes no value'}.`;
    default:
      return error.message;
  }
}
