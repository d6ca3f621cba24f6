import { findApi } from '../../../shared/apis/registry.ts';
import type { RunListEntry } from '../../../shared/engine/merge-run-list.ts';
import type { BatchState, BatchSummary } from '../../../shared/model/batch.ts';
import { formatCount } from '../words.ts';
import { requestWords, runBadge, type RunBadge } from './run-words.ts';

/** A run or a batch in the two lines of a list. */
export type EntryDescription = {
  readonly icon: 'run-all' | 'table';
  readonly title: string;
  readonly badge: RunBadge;
  /** Where it went and how much of it there is. */
  readonly detail: string;
};

const batchWords: Record<Exclude<BatchState, 'running' | 'done'>, string> = {
  stopped: 'stopped',
  'broken-off': 'broken off',
};

export function describeEntry(entry: RunListEntry): EntryDescription {
  if (entry.kind === 'run') {
    const { collection, environment, counts, table } = entry.run;
    const data = table === null ? '' : ` · ${table.name}`;
    return {
      icon: 'run-all',
      title: collection.name,
      badge: runBadge(entry.run),
      detail: `${environment.name} · ${requestWords(counts.planned)}${data}`,
    };
  }
  const { plan, table, environment } = entry.batch;
  const api = findApi(plan.api);
  const template = api?.templates.find(({ id }) => id === plan.template)?.title ?? plan.template;
  return {
    icon: 'table',
    title: table.name,
    badge: batchBadge(entry.batch),
    detail: `${environment.name} · ${table.rows === 1 ? '1 refund' : `${formatCount(table.rows)} refunds`} · ${template}`,
  };
}

function batchBadge({ state, counts, table }: BatchSummary): RunBadge {
  const waiting = counts.ready + counts.sending + counts['not-sent'];
  if (state === 'running') {
    const share = table.rows === 0 ? 0 : Math.floor(((table.rows - waiting) * 100) / table.rows);
    return { text: `${share} %`, verdict: 'pending' };
  }
  const unknown = counts.unknown + counts.sending;
  if (unknown > 0) return { text: `${formatCount(unknown)} unknown`, verdict: 'unknown' };
  if (state !== 'done') return { text: batchWords[state], verdict: 'pending' };
  const refused = counts.refused + counts.invalid;
  return refused > 0
    ? { text: `${formatCount(refused)} refused`, verdict: 'refused' }
    : { text: 'accepted', verdict: 'accepted' };
}
