import { useCallback, useMemo, useState } from 'react';
import { Panel } from 'react-resizable-panels';

import type { SandboxLogEntry } from '../../../shared/model/sandbox.ts';
import { useSandbox, useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { FilterBox } from '../../ui/filter-box.tsx';
import { Splitter } from '../../ui/splitter.tsx';
import { hasEveryWord } from '../settings/has-every-word.ts';
import { Split } from '../split.tsx';
import { formatCount } from '../words.ts';
import line from './form-line.module.css';
import { entryText, logColumns } from './log-columns.tsx';
import { LogDetail } from './log-detail.tsx';
import classes from './part.module.css';
import { useChangeSandbox } from './use-change-sandbox.ts';

/** The requests that came to the sandbox, newest first, each with every check that was made of it. */
export function LogPart() {
  const { sandbox } = useStores();
  const log = useSandbox((state) => state.log);
  const isComplete = useSandbox((state) => state.isLogComplete);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const change = useChangeSandbox();
  const entries = useMemo(
    () => (log ?? []).filter((entry) => hasEveryWord(entryText(entry), query)),
    [log, query],
  );
  const more = useCallback(() => void sandbox.getState().moreLog(), [sandbox]);
  const choose = useCallback((key: string | null) => setChosen(key), []);
  const entry = entries.find((one) => keyOf(one) === chosen) ?? null;
  const isEmpty = log !== null && log.length === 0;
  return (
    <div className={classes['part']}>
      <div className={line['line']}>
        <div className={line['filter']}>
          <FilterBox
            label="Filter the requests"
            placeholder="A path, a status, a reason"
            value={query}
            onChange={setQuery}
          />
        </div>
        <p className={line['count']} role="status">
          {log === null ? '' : countWords(entries.length, log.length, isComplete)}
        </p>
        <div className={line['end']}>
          <Button
            kind="quiet"
            icon="clear-all"
            isDisabled={isEmpty}
            onPress={() => void change({ kind: 'clear-log' }, 'The log is empty')}
          >
            Clear the log
          </Button>
        </div>
      </div>
      <Split name="sandbox-log" orientation="vertical" className={classes['table']}>
        <Panel id="requests" minSize={90}>
          <DataTable
            label="Requests to the sandbox"
            columns={logColumns}
            items={entries}
            keyOf={keyOf}
            textOf={entryText}
            selected={entry === null ? null : chosen}
            onSelect={choose}
            onMore={isComplete || query !== '' ? undefined : more}
            empty={emptyWords(log === null, isEmpty)}
          />
        </Panel>
        {entry !== null && (
          <>
            <Splitter label="Height of the requests" />
            <Panel id="request" defaultSize="50%" minSize={110}>
              <LogDetail key={entry.number} entry={entry} />
            </Panel>
          </>
        )}
      </Split>
    </div>
  );
}

function keyOf({ number }: SandboxLogEntry): string {
  return String(number);
}

function emptyWords(isReading: boolean, isEmpty: boolean): string {
  if (isReading) return 'Reading …';
  return isEmpty
    ? 'No request came to the sandbox yet. Send one from here or from any other client; it stands here at once.'
    : 'No request has all these words.';
}

function countWords(shown: number, read: number, isComplete: boolean): string {
  const all = `${formatCount(read)}${isComplete ? '' : '+'} ${read === 1 ? 'request' : 'requests'}`;
  return shown === read ? all : `${formatCount(shown)} of ${all}`;
}
