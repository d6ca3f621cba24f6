import type { Handlers } from '../../../../shared/contract/commands.ts';
import { plainRule } from '../../../../shared/engine/sandbox/plain-controls.ts';
import type { Problem } from '../../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../../shared/model/result.ts';
import type { SandboxRule } from '../../../../shared/model/sandbox.ts';
import { faultKinds, parseFault } from '../../../../shared/model/sandbox-fault.ts';
import { didYouMean } from '../../closest.ts';
import { findNamedApi } from '../../find-template.ts';
import { type Arguments, parseNumber } from '../../parse-args.ts';
import { formatFaultKinds, formatFaults } from '../../reporters/sandbox-rules-text.ts';
import type { Verb } from '../../verb.ts';
import { portOption } from './open-sandbox.ts';
import { clearRules, rulesOf } from './rules-of.ts';
import { wrongWords } from './wrong-words.ts';

/** Adds a fault or removes some, then lists those that are there; without words lists the kinds as well. */
export const setFault: Verb = {
  usage:
    'sandbox fault ["delay 2s" [--api <api>] [--next N] [--meets calls|logins|everything]] | fault clear [ID] [--json]',
  options: {
    ...portOption,
    api: { type: 'string' },
    next: { type: 'string' },
    meets: { type: 'string' },
  },
  words: { min: 0, max: 4 },
  run: async ({ workbench: { handlers }, args, json }) => {
    const done = await carryOut(args, handlers);
    if (!done.ok) return done;
    const rules = await rulesOf(handlers, 'fault');
    if (!rules.ok) return rules;
    if (json) return ok(`${JSON.stringify({ faults: rules.value.map(plainRule), kinds: faultKinds })}\n`);
    const kinds = args.positionals.length === 0 ? formatFaultKinds() : '';
    return ok(`${formatFaults(rules.value)}${kinds}`);
  },
};

async function carryOut(args: Arguments, handlers: Handlers): Promise<Result<null, Problem>> {
  const [first, id, ...more] = args.positionals;
  const hasOptions = ['api', 'next', 'meets'].some((name) => args.value(name) !== null);
  if (first === undefined) return hasOptions ? wrongWords('Say which fault.', setFault.usage) : ok(null);
  if (first === 'clear') {
    return hasOptions || more.length > 0
      ? wrongWords('To clear takes an ID and nothing else.', setFault.usage)
      : clearRules(handlers, 'fault', id ?? null);
  }
  const rule = readRule(args);
  return rule.ok ? handlers['sandbox.change']({ kind: 'add-rule', rule: rule.value }) : rule;
}

function readRule(args: Arguments): Result<Omit<SandboxRule, 'id'>, Problem> {
  const text = args.positionals.join(' ');
  const fault = parseFault(text);
  if (!fault.ok) return fail(noFault(text, fault.error));
  const name = args.value('api');
  const api = name === null ? ok(null) : findNamedApi(name);
  if (!api.ok) return api;
  const left = parseNumber('next', args.value('next'), { min: 1, max: 1_000_000 });
  if (!left.ok) return left;
  const meets = readMeets(args.value('meets') ?? 'calls');
  if (!meets.ok) return meets;
  return ok({
    api: api.value?.id ?? null,
    does: { kind: 'fault', fault: fault.value },
    meets: meets.value,
    left: left.value,
  });
}

function noFault(text: string, why: string): Problem {
  const [word = ''] = text.trim().split(/\s+/);
  const kinds = faultKinds.map(({ kind }) => kind);
  const isKind = kinds.some((kind) => kind === word);
  return {
    code: 'bad-input',
    message: isKind
      ? `${upperFirst(why)}.`
      : `"${word}" is no fault.${didYouMean(word, [...kinds, 'clear'])}`,
    remedy: 'See "sandbox fault" for all kinds.',
  };
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

const meetings: readonly SandboxRule['meets'][] = ['calls', 'logins', 'everything'];

function readMeets(text: string): Result<SandboxRule['meets'], Problem> {
  const meets = meetings.find((candidate) => candidate === text);
  if (meets !== undefined) return ok(meets);
  return fail({
    code: 'bad-input',
    message: `A fault cannot meet "${text}".${didYouMean(text, meetings)}`,
    remedy: `Use one of: ${meetings.join(', ')}.`,
  });
}
