import { useCallback, useMemo, useState } from 'react';
import { Panel } from 'react-resizable-panels';

import type { SandboxApiState, SandboxRecord, SandboxState } from '../../../shared/model/sandbox.ts';
import { useSandbox } from '../../stores/stores-context.tsx';
import { type DataColumn, DataTable } from '../../ui/data-table.tsx';
import { FilterBox } from '../../ui/filter-box.tsx';
import { Splitter } from '../../ui/splitter.tsx';
import { hasEveryWord } from '../settings/has-every-word.ts';
import { Split } from '../split.tsx';
import { formatCount } from '../words.ts';
import { ApiField } from './api-field.tsx';
import line from './form-line.module.css';
import classes from './part.module.css';
import { PendingRefunds } from './pending-refunds.tsx';
import { RecordDetail } from './record-detail.tsx';
import { SettlingFields } from './settling-fields.tsx';

const nothing: SandboxApiState = { api: '', records: [], total: 0, pending: [] };

/** What stands in the ledger of an API, newest first, and the refunds that wait for their end. */
export function LedgerPart({ state }: { readonly state: SandboxState }) {
  const api = useSandbox(({ view }) => view.api);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const { apis: ledgers } = state;
  const ledger = ledgers.find((one) => one.api === api) ?? nothing;
  const { records, total, pending } = ledger;
  const rows = useMemo(() => newestFirst(ledgers, api, query), [ledgers, api, query]);
  const record = rows.find((row) => keyOf(row) === chosen) ?? null;
  const choose = useCallback((key: string | null) => setChosen(key), []);
  return (
    <div className={classes['part']}>
      <div className={line['line']}>
        <ApiField />
        <div className={line['filter']}>
          <FilterBox
            label="Filter the records"
            placeholder="An id, a state"
            value={query}
            onChange={setQuery}
          />
        </div>
        <p className={line['count']} role="status">
          {countWords(rows.length, records.length, total)}
        </p>
        <div className={line['end']}>
          <SettlingFields settling={state.controls.settling} />
        </div>
      </div>
      <PendingRefunds api={ledger.api} pending={pending} />
      <Split name="sandbox-ledger" orientation="vertical" className={classes['table']}>
        <Panel id="records" minSize={90}>
          <DataTable
            label="Records"
            columns={columns}
            items={rows}
            keyOf={keyOf}
            textOf={textOf}
            selected={record === null ? null : chosen}
            onSelect={choose}
            empty={
              query === ''
                ? 'Nothing stands in this ledger that could be shown.'
                : 'No record has all these words.'
            }
          />
        </Panel>
        {record !== null && (
          <>
            <Splitter label="Height of the records" />
            <Panel id="record" defaultSize="35%" minSize={100}>
              <RecordDetail key={chosen} api={ledger.api} record={record} />
            </Panel>
          </>
        )}
      </Split>
    </div>
  );
}

function newestFirst(
  ledgers: readonly SandboxApiState[],
  api: string | null,
  query: string,
): readonly SandboxRecord[] {
  const { records } = ledgers.find((one) => one.api === api) ?? nothing;
  return records.filter((record) => hasEveryWord(textOf(record), query)).toReversed();
}

const columns: readonly DataColumn<SandboxRecord>[] = [
  { id: 'kind', title: 'Kind', width: 96, render: ({ kind }) => kind },
  {
    id: 'id',
    title: 'Id',
    width: '2fr',
    isRowHeader: true,
    render: ({ id }) => <code title={id}>{id}</code>,
  },
  {
    id: 'title',
    title: 'What it is',
    width: '2fr',
    render: ({ title }) => <span title={title}>{title}</span>,
  },
  { id: 'state', title: 'State', width: '1fr', render: ({ state }) => <code title={state}>{state}</code> },
  {
    id: 'facts',
    title: 'Facts',
    width: '2fr',
    render: (record) => (
      <span className={classes['quiet']} title={factText(record)}>
        {factText(record)}
      </span>
    ),
  },
];

function keyOf({ kind, id }: SandboxRecord): string {
  return `${kind} ${id}`;
}

function textOf(record: SandboxRecord): string {
  const { kind, id, title, state } = record;
  return `${kind} ${id} ${title} ${state} ${factText(record)}`;
}

function factText({ facts }: SandboxRecord): string {
  return facts.map(({ name, value }) => `${name} ${value}`).join(' · ');
}

function countWords(shown: number, read: number, total: number): string {
  const all = `${formatCount(total)} ${total === 1 ? 'record' : 'records'}`;
  const part = total > read ? `the newest ${formatCount(read)} of ${all}` : all;
  return shown === read ? part : `${formatCount(shown)} of ${part}`;
}
