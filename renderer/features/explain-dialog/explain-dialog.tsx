import { useMemo, useState } from 'react';

import { apis } from '../../../shared/apis/registry.ts';
import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import { explainText } from '../../../shared/engine/explain-outcome.ts';
import type { Explanation } from '../../../shared/model/explanation.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { CatalogTable } from '../catalog/catalog-table.tsx';
import { ExplanationText } from '../response-viewer/explanation-text.tsx';
import classes from './explain-dialog.module.css';

type Explained = { readonly api: ApiDefinition; readonly explanation: Explanation };

/** Explains an answer that somebody pasted from a ticket. Nothing leaves this window. */
export function ExplainDialog({ onClose }: { readonly onClose: () => void }) {
  const [text, setText] = useState('');
  const [apiId, setApiId] = useState('');
  const [status, setStatus] = useState('');
  const explained = useMemo(() => explainPasted(text, apiId, status), [text, apiId, status]);
  return (
    <Dialog title="Explain an answer" onClose={onClose} width="wide">
      <div className={classes['form']}>
        <label className={classes['text']}>
          Answer from a ticket: a body, or a whole HTTP response
          <textarea
            // A dialog opens for this one field.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            rows={7}
            spellCheck={false}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </label>
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
        <label>
          HTTP status, if known
          <input
            inputMode="numeric"
            maxLength={3}
            value={status}
            onChange={({ target }) => setStatus(target.value)}
          />
        </label>
      </div>
      <div aria-live="polite">{explained !== null && <Result explained={explained} />}</div>
    </Dialog>
  );
}

function Result({ explained: { api, explanation } }: { readonly explained: Explained }) {
  const entry = api.catalog.find(({ id }) => id === explanation.entries[0]) ?? null;
  return (
    <>
      <div className={`${classes['result']} ${classes[explanation.verdict]}`}>
        <p className={classes['api']}>{api.title}</p>
        <ExplanationText explanation={explanation} entry={entry} />
      </div>
      <div className={classes['catalog']}>
        <CatalogTable api={api} explanation={explanation} />
      </div>
    </>
  );
}

/** Without an API given, the one whose catalog knows the answer best. */
function explainPasted(text: string, apiId: string, status: string): Explained | null {
  if (text.trim() === '') return null;
  const number = /^[1-5]\d\d$/.test(status) ? Number(status) : null;
  const candidates = apis
    .filter(({ id }) => apiId === '' || id === apiId)
    .map((api) => ({ api, explanation: explainText(api, text, number) }));
  const [best] = candidates.toSorted(
    (left, right) => likeness(right.explanation) - likeness(left.explanation),
  );
  return best ?? null;
}

function likeness({ verdict, entries }: Explanation): number {
  return (entries.length > 0 ? 2 : 0) + (verdict === 'unknown' ? 0 : 1);
}
