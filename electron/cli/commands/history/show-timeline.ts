import type { Problem } from '../../../../shared/model/problem.ts';
import { ok, type Result } from '../../../../shared/model/result.ts';
import { formatTimeline } from '../../reporters/history-text.ts';
import type { Verb, VerbInput } from '../../verb.ts';

/** Everything that was sent about the transactions of one exchange. */
export const showTimeline: Verb = {
  usage: 'history timeline <id> [--json]',
  options: {},
  words: { min: 1, max: 1 },
  run: show,
};

async function show({ workbench, args, json }: VerbInput): Promise<Result<string, Problem>> {
  const [id = ''] = args.positionals;
  const timeline = await workbench.handlers['history.timeline']({ id });
  if (!timeline.ok) return timeline;
  return ok(json ? `${JSON.stringify(timeline.value)}\n` : formatTimeline(timeline.value));
}
