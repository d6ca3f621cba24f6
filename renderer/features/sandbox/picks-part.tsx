import { useCallback, useMemo, useState } from 'react';

import { findApi } from '../../../shared/apis/registry.ts';
import { rulesOfKind, type SandboxRule } from '../../../shared/model/sandbox.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import { useSandbox, useScenarios } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { type DataColumn, DataTable } from '../../ui/data-table.tsx';
import { FilterBox } from '../../ui/filter-box.tsx';
import { useScenariosOf } from '../catalog/use-scenarios-of.ts';
import { hasEveryWord } from '../settings/has-every-word.ts';
import { ApiField } from './api-field.tsx';
import line from './form-line.module.css';
import { LeftFields } from './left-fields.tsx';
import classes from './part.module.css';
import { RuleList } from './rule-list.tsx';
import { leftWords } from './sandbox-words.ts';
import { useChangeSandbox } from './use-change-sandbox.ts';

/** The documented answers that the next requests get. */
export function PicksPart({ rules }: { readonly rules: readonly SandboxRule[] }) {
  const api = useSandbox(({ view }) => view.api) ?? '';
  const scenarios = useScenariosOf(api);
  const byApi = useScenarios((state) => state.byApi);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [left, setLeft] = useState<number | null>(1);
  const change = useChangeSandbox();
  const shown = useMemo(
    () => (scenarios ?? []).filter((scenario) => hasEveryWord(textOf(scenario), query)),
    [scenarios, query],
  );
  const add = useCallback(
    (entry: string | null): void => {
      if (entry === null) return;
      const rule = { api, does: { kind: 'pick', entry }, meets: 'calls', left } as const;
      void change({ kind: 'add-rule', rule }, `${entry} is the answer to ${leftWords(left)}`);
    },
    [api, left, change],
  );
  const isShown = shown.some(({ id }) => id === chosen);
  return (
    <div className={classes['part']}>
      <RuleList
        label="Picks"
        rules={rulesOfKind(rules, 'pick')}
        about={(rule) => aboutPick(rule, byApi[rule.api ?? ''] ?? [])}
        empty="Nothing is picked: the checks and the ledger alone decide on every answer."
      />
      <div className={line['line']}>
        <ApiField />
        <div className={line['filter']}>
          <FilterBox
            label="Filter the documented answers"
            placeholder="A code or words"
            value={query}
            onChange={setQuery}
          />
        </div>
        <LeftFields left={left} onChange={setLeft} />
        <Button kind="primary" icon="add" isDisabled={!isShown} onPress={() => add(chosen)}>
          Pick this answer
        </Button>
      </div>
      <div className={classes['table']}>
        <DataTable
          label="Documented answers that can be picked"
          columns={columns}
          items={shown}
          keyOf={keyOf}
          textOf={textOf}
          selected={isShown ? chosen : null}
          onSelect={setChosen}
          onAction={add}
          empty={scenarios === null ? 'Reading …' : 'No documented answer has all these words.'}
        />
      </div>
    </div>
  );
}

const columns: readonly DataColumn<Scenario>[] = [
  {
    id: 'code',
    title: 'Code',
    width: 96,
    render: ({ code }) => (code === null ? <span className={classes['muted']}>—</span> : <code>{code}</code>),
  },
  {
    id: 'message',
    title: 'Documented message',
    width: '3fr',
    isRowHeader: true,
    render: ({ message, id }) => <span title={message ?? id}>{message ?? '—'}</span>,
  },
  {
    id: 'id',
    title: 'Entry',
    width: '2fr',
    render: ({ id }) => <code className={classes['quiet']}>{id}</code>,
  },
  { id: 'how', title: 'How', width: 92, render: ({ how }) => howText(how) },
];

function howText(how: Scenario['how']) {
  return <span title={howWords[how]}>{how}</span>;
}

const howWords: Record<Scenario['how'], string> = {
  'by state': 'The ledger is brought to where the ordinary checks give this answer.',
  forced: 'No state leads to this answer, so it is put in as documented.',
};

function keyOf({ id }: Scenario): string {
  return id;
}

function textOf({ code, message, id, how }: Scenario): string {
  return [code, message, id, how].filter((part) => part !== null).join(' ');
}

/** `by state: the refund_id was sent before`; how it comes about is known of the APIs whose answers were read. */
function aboutPick({ api, does }: SandboxRule, scenarios: readonly Scenario[]): string {
  if (does.kind !== 'pick') return '';
  const entry = findApi(api ?? '')?.catalog.find(({ id }) => id === does.entry);
  const how = scenarios.find(({ id }) => id === does.entry)?.how;
  return [how, entry?.title].filter((part) => part !== undefined).join(': ');
}
