import { longestMove } from '../../../../shared/contract/sandbox-schemas.ts';
import { plainSettling } from '../../../../shared/engine/sandbox/plain-controls.ts';
import { parseDuration } from '../../../../shared/model/duration.ts';
import type { Problem } from '../../../../shared/model/problem.ts';
import { ok, type Result } from '../../../../shared/model/result.ts';
import type { Settling } from '../../../../shared/model/sandbox.ts';
import { didYouMean } from '../../closest.ts';
import { formatSettling } from '../../reporters/sandbox-text.ts';
import type { Verb } from '../../verb.ts';
import { portOption } from './open-sandbox.ts';
import { parseOutcome } from './parse-outcome.ts';
import { changeState, readState } from './read-state.ts';
import { wrongWords } from './wrong-words.ts';

/** Shows how refunds end that were only accepted, after changing it where that is asked for. */
export const setSettling: Verb = {
  usage: 'sandbox settling [hand | after 5s success|failure] [--json]',
  options: portOption,
  words: { min: 0, max: 3 },
  run: async ({ workbench: { handlers }, args, json }) => {
    const settling = readSettling(args.positionals);
    if (!settling.ok) return settling;
    const state =
      settling.value === null
        ? await readState(handlers)
        : await changeState(handlers, { kind: 'settling', settling: settling.value });
    if (!state.ok) return state;
    const { settling: now } = state.value.controls;
    return ok(json ? `${JSON.stringify(plainSettling(now))}\n` : formatSettling(now));
  },
};

/** `null` where nothing is asked for. */
function readSettling(words: readonly string[]): Result<Settling | null, Problem> {
  const [how, after = '', ending = ''] = words;
  if (how === undefined) return ok(null);
  if (how === 'hand' && after === '') return ok({ after: null, outcome: 'success' });
  if (how !== 'after') {
    const message =
      how === 'hand'
        ? `"${after}" is one word too many.`
        : `Refunds cannot end by "${how}".${didYouMean(how, ['hand', 'after'])}`;
    return wrongWords(message, setSettling.usage);
  }
  const duration = parseDuration(after);
  if (!duration.ok) return wrongWords(`${duration.error}.`, setSettling.usage);
  if (duration.value > longestMove)
    return wrongWords(`"${after}" is more than ten years.`, setSettling.usage);
  const outcome = parseOutcome(ending);
  return outcome.ok ? ok({ after: duration.value, outcome: outcome.value }) : outcome;
}
