import { useDeferredValue, useMemo, useState } from 'react';

import { apis, findApi } from '../../../shared/apis/registry.ts';
import { parseEvidence } from '../../../shared/contract/parse-evidence.ts';
import { readPasted } from '../../../shared/engine/read-pasted.ts';
import type { Pasted } from '../../../shared/model/pasted.ts';
import type { PastedInput } from '../../stores/pasted-input.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import classes from './explain-dialog.module.css';
import { PastedAnswer } from './pasted-answer.tsx';
import { PastedCalls } from './pasted-calls.tsx';
import { PastedField } from './pasted-field.tsx';

const blank: PastedInput = { name: null, text: '', remark: null, problem: null };

type Props = { readonly pasted: PastedInput | null; readonly onClose: () => void };

/** Explains what somebody handed over, and makes drafts of it. Nothing leaves this window. */
export function ExplainDialog({ pasted, onClose }: Props) {
  const [input, setInput] = useState(pasted ?? blank);
  const [given, setGiven] = useState(pasted);
  const [apiId, setApiId] = useState('');
  const [status, setStatus] = useState('');
  // Another file that is dropped while the dialog is open takes the place of the first.
  if (pasted !== given) {
    setGiven(pasted);
    setInput(pasted ?? blank);
  }
  const text = useDeferredValue(input.text);
  const read = useMemo(() => readPasted(text, parseEvidence), [text]);
  return (
    <Dialog title="Paste or drop" onClose={onClose} width="wide">
      <div className={classes['form']}>
        <PastedField input={input} onChange={setInput} />
        <label>
          API
          <select value={apiId} onChange={({ target }) => setApiId(target.value)}>
            <option value="">Recognise it</option>
            {apis.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        {read.kind !== 'calls' && (
          <label>
            HTTP status, if known
            <input
              inputMode="numeric"
              maxLength={3}
              value={status}
              onChange={({ target }) => setStatus(target.value)}
            />
          </label>
        )}
      </div>
      {input.remark !== null && <p className={classes['remark']}>{input.remark}</p>}
      <ProblemList problems={input.problem === null ? [] : [input.problem]} kind="problem" />
      <div aria-live="polite">
        <Result read={read} apiId={apiId} status={status} onClose={onClose} />
      </div>
    </Dialog>
  );
}

type ResultProps = {
  readonly read: Pasted;
  readonly apiId: string;
  readonly status: string;
  readonly onClose: () => void;
};

function Result({ read, apiId, status, onClose }: ResultProps) {
  const api = findApi(apiId);
  switch (read.kind) {
    case 'nothing':
      return null;
    case 'unreadable':
      return <ProblemList problems={[read.problem]} kind="problem" />;
    case 'response':
      return (
        <PastedAnswer
          text={read.text}
          api={api}
          status={/^[1-5]\d\d$/.test(status) ? Number(status) : null}
        />
      );
    case 'calls':
      return <PastedCalls pasted={read} api={api} onClose={onClose} />;
  }
}
