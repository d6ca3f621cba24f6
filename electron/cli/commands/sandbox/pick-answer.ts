import type { Handlers } from '../../../../shared/contract/commands.ts';
import { plainRule } from '../../../../shared/engine/sandbox/plain-controls.ts';
import type { Problem } from '../../../../shared/model/problem.ts';
import { ok, type Result } from '../../../../shared/model/result.ts';
import { findScenarioTarget } from '../../find-scenario-target.ts';
import { findNamedApi } from '../../find-template.ts';
import { type Arguments, parseNumber } from '../../parse-args.ts';
import { formatPicks } from '../../reporters/sandbox-rules-text.ts';
import type { Verb } from '../../verb.ts';
import { portOption } from './open-sandbox.ts';
import { clearRules, rulesOf } from './rules-of.ts';
import { wrongWords } from './wrong-words.ts';

/** Says which documented answer the next call of any client gets, or removes picks, then lists those that are there. */
export const pickAnswer: Verb = {
  usage: 'sandbox pick [<api> <entry> [--next N]] | pick clear [ID] [--json]',
  options: { ...portOption, next: { type: 'string' } },
  words: { min: 0, max: 2 },
  run: async ({ workbench: { handlers }, args, json }) => {
    const done = await carryOut(args, handlers);
    if (!done.ok) return done;
    const rules = await rulesOf(handlers, 'pick');
    if (!rules.ok) return rules;
    return ok(json ? `${JSON.stringify({ picks: rules.value.map(plainRule) })}\n` : formatPicks(rules.value));
  },
};

async function carryOut(args: Arguments, handlers: Handlers): Promise<Result<null, Problem>> {
  const [first, second] = args.positionals;
  const hasNumber = args.value('next') !== null;
  if (first === undefined) return hasNumber ? wrongWords('Say which answer.', pickAnswer.usage) : ok(null);
  if (first === 'clear') {
    return hasNumber
      ? wrongWords('To clear takes an ID and nothing else.', pickAnswer.usage)
      : clearRules(handlers, 'pick', second ?? null);
  }
  const api = findNamedApi(first);
  if (!api.ok) return api;
  if (second === undefined) return wrongWords('Say which answer, by its catalog entry.', pickAnswer.usage);
  const target = findScenarioTarget(first, second);
  if (!target.ok) return target;
  const left = parseNumber('next', args.value('next'), { min: 1, max: 1_000_000 });
  if (!left.ok) return left;
  return handlers['sandbox.change']({
    kind: 'add-rule',
    rule: {
      api: api.value.id,
      does: { kind: 'pick', entry: target.value.scenario.id },
      meets: 'calls',
      left: left.value ?? 1,
    },
  });
}
