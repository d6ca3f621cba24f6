import type { SandboxLogEntry } from '../../../shared/model/sandbox.ts';
import type { Confidence } from '../../../shared/model/source.ts';
import type { DataColumn } from '../../ui/data-table.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import classes from './log-columns.module.css';

/** The columns of the log of the sandbox. */
export const logColumns: readonly DataColumn<SandboxLogEntry>[] = [
  { id: 'at', title: 'Time', width: 92, render: ({ at }) => <time dateTime={at}>{at.slice(11, 19)}</time> },
  {
    id: 'request',
    title: 'Request',
    width: '3fr',
    isRowHeader: true,
    render: ({ method, path }) => (
      <span title={`${method} ${path}`}>
        <b className={classes['method']}>{method}</b> <code>{path}</code>
      </span>
    ),
  },
  { id: 'status', title: 'Status', width: 70, render: ({ status }) => <LogStatus status={status} /> },
  {
    id: 'reason',
    title: 'What decided',
    width: '3fr',
    render: (entry) => (
      <span title={entry.reason}>
        <GuessMark confidence={entry.confidence} />
        {entry.reason}
      </span>
    ),
  },
  {
    id: 'asked',
    title: 'Asked for',
    width: 100,
    render: (entry) => <span title={askedText(entry)}>{askedText(entry) || '—'}</span>,
  },
];

/** The status that went out, or that none did. */
export function LogStatus({ status }: Pick<SandboxLogEntry, 'status'>) {
  if (status === null) return <StatusBadge verdict="unknown" text="cut" />;
  return <StatusBadge verdict={status < 400 ? 'accepted' : 'refused'} text={String(status)} />;
}

/** Says that an answer, or its order among the checks, is not documented. */
export function GuessMark({ confidence }: { readonly confidence: Confidence }) {
  return confidence === 'certain' ? null : <span className={classes['guess']}>{confidence}</span>;
}

/** The fault that met a request, and how a picked answer came about; empty where nobody asked for either. */
export function askedText({ fault, how }: SandboxLogEntry): string {
  return [fault, how === null ? null : `pick ${how}`].filter((part) => part !== null).join(', ');
}

/** A request in words, which typing finds it by. */
export function entryText(entry: SandboxLogEntry): string {
  const { method, path, status, reason, confidence } = entry;
  return [method, path, status ?? 'cut', reason, confidence, askedText(entry)].join(' ');
}
