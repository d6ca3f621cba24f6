import type { ExchangeSummary } from '../../../shared/model/exchange.ts';
import { type JournalEntry, standingOf } from '../../../shared/model/journal.ts';
import type { HistoryDescription } from '../../../shared/model/retention.ts';
import type { Timeline, TimelineEvent } from '../../../shared/model/timeline.ts';

/** A list of exchanges, one a line; `none` is said where there are none. */
export function formatSummaries(entries: readonly ExchangeSummary[], none: string, json: boolean): string {
  if (json) return `${JSON.stringify(entries)}\n`;
  return entries.length === 0 ? `${none}\n` : entries.map(formatSummary).join('');
}

/** A timeline for people: what it is about, then one line for each exchange, oldest first. */
export function formatTimeline({ transactions, events }: Timeline): string {
  const about = transactions.length === 0 ? 'no transaction that is known' : transactions.join(', ');
  return [`Timeline of ${about}\n`, ...events.map(formatEvent)].join('');
}

export function formatDescription(description: HistoryDescription): string {
  const { path, exchanges, oldest, bytes, retention, backups } = description;
  const { days, megabytes } = retention;
  const kept = [
    ...(days === null ? [] : [`${days} days`]),
    ...(megabytes === null ? [] : [`${megabytes} MB at the most`]),
  ];
  return [
    `  File          ${path}\n`,
    `  Entries       ${exchanges}${oldest === null ? '' : `, the oldest of ${oldest}`}\n`,
    `  Size          ${(bytes / 1_000_000).toFixed(1)} MB\n`,
    `  Kept          ${kept.length === 0 ? 'for ever' : `${kept.join(', ')}; pinned entries and refunds without an outcome stay`}\n`,
    ...backups.map(
      (backup) => `  Backup        ${backup.path} (${(backup.bytes / 1_000_000).toFixed(1)} MB)\n`,
    ),
  ].join('');
}

function formatSummary(entry: ExchangeSummary): string {
  const target = `${entry.api}/${entry.template ?? ''}`;
  return `${entry.id.padStart(6)}  ${entry.startedAt}  ${String(entry.status ?? '—').padEnd(4)}${entry.verdict.padEnd(9)}${entry.environmentName}  ${target}  ${entry.headline}\n`;
}

function formatEvent({ exchange, refunds }: TimelineEvent): string {
  const asked = refunds.map(
    (refund) =>
      `refunds ${refund.transaction} · ${refund.amount ?? 'all that is left'}: ${standingOf(refund)}`,
  );
  const what =
    asked.length === 0 ? `${exchange.template ?? exchange.method}: ${exchange.verdict}` : asked.join('; ');
  return `${exchange.id.padStart(6)}  ${exchange.startedAt}  ${what}  (${exchange.headline})\n`;
}

/** A refund of an exchange, and what is known of it now. */
export function formatRefund(entry: JournalEntry): string {
  const { transaction, amount, decision } = entry;
  const found = decision === null ? '' : `, ${decision.by} ${decision.at}: ${decision.note}`;
  return `  Refund        ${transaction} · ${amount ?? 'all that is left'} · ${standingOf(entry)}${found}\n`;
}
