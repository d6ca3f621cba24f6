import type { WorkUnderWay } from '../core/work-under-way.ts';

/** What is under way, in words: `A request and 2 runs are under way.` `null` where nothing is. */
export function describeWork({ requests, runs, batches }: WorkUnderWay): string | null {
  const parts = [
    ...counted(requests, 'a request', 'requests'),
    ...counted(runs, 'a run', 'runs'),
    ...counted(batches, 'a batch of refunds', 'batches of refunds'),
  ];
  const last = parts.at(-1);
  if (last === undefined) return null;
  const text = parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
  const isOne = requests + runs + batches === 1;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} ${isOne ? 'is' : 'are'} under way.`;
}

function counted(count: number, one: string, many: string): readonly string[] {
  if (count === 0) return [];
  return [count === 1 ? one : `${count} ${many}`];
}
