import type { Problem } from '../../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../../shared/model/result.ts';
import { formatRefund } from '../../reporters/history-text.ts';
import type { Verb, VerbInput } from '../../verb.ts';

/** Writes down what became of a refund whose outcome was not known or not final. */
export const decide: Verb = {
  usage: 'history decide <id> --happened|--not-happened --note TEXT [--json]',
  options: { happened: { type: 'boolean' }, 'not-happened': { type: 'boolean' }, note: { type: 'string' } },
  words: { min: 1, max: 1 },
  run: writeDown,
};

async function writeDown({ workbench, args, json }: VerbInput): Promise<Result<string, Problem>> {
  const [exchangeId = ''] = args.positionals;
  const note = args.value('note')?.trim() ?? '';
  if (args.flag('happened') === args.flag('not-happened') || note === '') {
    return fail({
      code: 'bad-input',
      message: 'Say what became of the refund, and how you know.',
      remedy: 'Write --happened or --not-happened, and --note with a sentence.',
    });
  }
  const state = args.flag('happened') ? 'accepted' : 'refused';
  const decided = await workbench.handlers['exchange.decide']({ exchangeId, state, note });
  if (!decided.ok) return decided;
  return ok(json ? `${JSON.stringify(decided.value)}\n` : decided.value.map(formatRefund).join(''));
}
