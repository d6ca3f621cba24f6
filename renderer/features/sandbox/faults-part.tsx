import { useId, useState } from 'react';

import { apis } from '../../../shared/apis/registry.ts';
import { rulesOfKind, type SandboxRule } from '../../../shared/model/sandbox.ts';
import {
  type FaultKind,
  faultHeader,
  faultKinds,
  formatFault,
  parseFault,
} from '../../../shared/model/sandbox-fault.ts';
import { Button } from '../../ui/button.tsx';
import { type DataColumn, DataTable } from '../../ui/data-table.tsx';
import line from './form-line.module.css';
import { LeftFields } from './left-fields.tsx';
import classes from './part.module.css';
import { RuleList } from './rule-list.tsx';
import { leftWords } from './sandbox-words.ts';
import { SelectField } from './select-field.tsx';
import { useChangeSandbox } from './use-change-sandbox.ts';

const everyApi = { value: '', title: 'all APIs' };
const targets = [everyApi, ...apis.map(({ id, title }) => ({ value: id, title }))];
const meetings: readonly { readonly value: SandboxRule['meets']; readonly title: string }[] = [
  { value: 'calls', title: 'calls, not logins' },
  { value: 'logins', title: 'logins only' },
  { value: 'everything', title: 'calls and logins' },
];

/** What the sandbox does wrong on purpose, so that a client can be tested against it. */
export function FaultsPart({ rules }: { readonly rules: readonly SandboxRule[] }) {
  const [text, setText] = useState('');
  const meant = text.trim().split(/\s/)[0];
  const known = faultKinds.find(({ kind }) => kind === meant)?.kind ?? null;
  return (
    <div className={classes['part']}>
      <RuleList
        label="Faults"
        rules={rulesOfKind(rules, 'fault')}
        about={aboutFault}
        empty={`Nothing goes wrong on purpose. A single request can ask for a fault by its header ${faultHeader}.`}
      />
      <FaultForm text={text} onChange={setText} />
      <div className={classes['table']}>
        <DataTable
          label="Kinds of faults"
          columns={columns}
          items={faultKinds}
          keyOf={keyOf}
          textOf={textOf}
          selected={known}
          // The one that is chosen already brings its example back.
          onSelect={(chosen) => setText(exampleOf(chosen ?? known))}
          empty=""
        />
      </div>
    </div>
  );
}

function FaultForm({ text, onChange }: { readonly text: string; readonly onChange: (text: string) => void }) {
  const [api, setApi] = useState('');
  const [meets, setMeets] = useState<SandboxRule['meets']>('calls');
  const [left, setLeft] = useState<number | null>(1);
  const change = useChangeSandbox();
  const wrongId = useId();
  const fault = parseFault(text);
  const wrong = fault.ok || text.trim() === '' ? '' : `${fault.error}.`;
  const add = async (): Promise<void> => {
    if (!fault.ok) return;
    const rule = {
      api: api === '' ? null : api,
      does: { kind: 'fault', fault: fault.value },
      meets,
      left,
    } as const;
    await change({ kind: 'add-rule', rule }, `${formatFault(fault.value)} meets ${leftWords(left)}`);
  };
  return (
    <form
      className={line['line']}
      aria-label="A new fault"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <label className={line['long']}>
        <span>Fault</span>
        <input
          value={text}
          placeholder="Choose one below, or write delay 2s"
          spellCheck={false}
          autoComplete="off"
          aria-invalid={wrong !== ''}
          aria-describedby={wrongId}
          onChange={({ target }) => onChange(target.value)}
        />
      </label>
      <SelectField label="For" options={targets} value={api} onChange={setApi} />
      <SelectField label="Meets" options={meetings} value={meets} onChange={setMeets} />
      <LeftFields left={left} onChange={setLeft} />
      <Button kind="primary" icon="add" type="submit" isDisabled={!fault.ok}>
        Add the fault
      </Button>
      <p id={wrongId} role="status" className={wrong === '' ? line['unseen'] : line['wrong']}>
        {wrong}
      </p>
    </form>
  );
}

const columns: readonly DataColumn<FaultKind>[] = [
  { id: 'title', title: 'What goes wrong', width: '2fr', isRowHeader: true, render: ({ title }) => title },
  {
    id: 'example',
    title: 'Written',
    width: '2fr',
    render: ({ example }) => <code className={classes['quiet']}>{example}</code>,
  },
  {
    id: 'effect',
    title: 'The call itself',
    width: '1fr',
    render: ({ takesEffect }) => (takesEffect ? 'takes effect' : 'has no effect'),
  },
];

function exampleOf(chosen: string | null): string {
  return faultKinds.find(({ kind }) => kind === chosen)?.example ?? '';
}

function keyOf({ kind }: FaultKind): string {
  return kind;
}

function textOf({ kind, title }: FaultKind): string {
  return `${kind} ${title}`;
}

function aboutFault({ does }: SandboxRule): string {
  return does.kind === 'fault' ? (faultKinds.find(({ kind }) => kind === does.fault.kind)?.title ?? '') : '';
}
