import type { Problem } from '../../../../shared/model/problem.ts';
import { ok, type Result } from '../../../../shared/model/result.ts';
import type { OpenWorkbench } from '../../../open-workbench.ts';
import { formatTimeline } from '../../reporters/history-text.ts';

/** Everything that was sent about the transactions of one exchange. */
export async function showTimeline(
  { handlers }: OpenWorkbench,
  id: string,
  json: boolean,
): Promise<Result<string, Problem>> {
  const timeline = await handlers['history.timeline']({ id });
  if (!timeline.ok) return timeline;
  return ok(json ? `${JSON.stringify(timeline.value)}\n` : formatTimeline(timeline.value));
}
