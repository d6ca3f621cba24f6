import { findApi } from '../../../shared/apis/registry.ts';
import type { SandboxDescription } from '../../../shared/contract/commands.ts';
import { formatMoment } from '../../../shared/definition/sandbox-moment.ts';
import { formatDuration } from '../../../shared/model/duration.ts';
import {
  rulesOfKind,
  type PendingRefund,
  type SandboxApiState,
  type SandboxRecord,
  type SandboxState,
  type Settling,
} from '../../../shared/model/sandbox.ts';
import { oneLine } from './one-line.ts';
import { formatFaults, formatPicks } from './sandbox-rules-text.ts';

/** A running sandbox with all that a client needs. */
export function formatSandbox({ origin, apis }: SandboxDescription): string {
  const sections = apis.map(({ id, baseUrl, credentials, transactions, series }) => {
    const values = Object.entries(credentials).map(([name, value]) => `  ${name} = ${value}\n`);
    const items = transactions.map((item) => `  ${item.id}  ${item.title}, ${item.state}\n`);
    const more = `  ${series.first} to ${series.last}  ${series.title}, ${series.state}\n`;
    return `${titleOf(id)}\n  ${id}.baseUrl = ${baseUrl}\n${values.join('')}${items.join('')}${more}`;
  });
  return `Sandbox on ${origin}, until you stop it with Ctrl+C. Every credential is invented.\n\n${sections.join('\n')}`;
}

/** How a sandbox is set and what stands in its ledgers. */
export function formatState(state: SandboxState): string {
  const { settling, rules } = state.controls;
  const faults = rulesOfKind(rules, 'fault');
  const picks = rulesOfKind(rules, 'pick');
  const head = [formatClock(state), formatSettling(settling), formatFaults(faults), formatPicks(picks)];
  return `${head.join('')}${state.apis.map(formatApiState).join('')}`;
}

/** What the clock says, and how that came about. */
export function formatClock({ now, controls: { clock } }: SandboxState): string {
  const { offset, stoppedAt } = clock;
  const ahead = `${formatDuration(Math.abs(offset))} ${offset < 0 ? 'behind' : 'ahead of'} this machine`;
  const how = offset === 0 ? 'with this machine' : ahead;
  return `The clock says ${now}, ${stoppedAt === null ? how : 'and stands still'}.\n`;
}

/** How refunds end that were only accepted at first. */
export function formatSettling({ after, outcome }: Settling): string {
  return after === null
    ? 'Refunds that were only accepted end by hand (sandbox settle).\n'
    : `Refunds that were only accepted end after ${formatDuration(after)}: ${outcome}.\n`;
}

function formatApiState({ api, records, total, pending }: SandboxApiState): string {
  const kindWidth = Math.max(0, ...records.map(({ kind }) => kind.length));
  const idWidth = Math.max(0, ...records.map(({ id }) => id.length));
  const lines = records.map((record) => formatRecord(record, kindWidth, idWidth));
  const count = `${records.length < total ? `${records.length} of ` : ''}${total} ${total === 1 ? 'record' : 'records'}`;
  const waiting =
    pending.length === 0 ? '' : `  Waiting for their end:\n${pending.map(formatPending).join('')}`;
  return `\n${titleOf(api)} (${api}): ${count}\n${lines.join('')}${waiting}`;
}

function formatRecord(record: SandboxRecord, kindWidth: number, idWidth: number): string {
  const { kind, id, title, state, facts } = record;
  const about = [state, title, ...facts.map(({ name, value }) => `${name} ${value}`)].filter(Boolean);
  return `  ${oneLine(`${kind.padEnd(kindWidth)}  ${id.padEnd(idWidth)}  ${about.join(', ')}`)}\n`;
}

function formatPending({ id, title, since }: PendingRefund): string {
  const when = since === null ? '' : `, since ${formatMoment(since)}`;
  return `    ${oneLine(`${id}  ${title}${when}`)}\n`;
}

function titleOf(api: string): string {
  return findApi(api)?.title ?? api;
}
