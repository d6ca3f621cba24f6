import { useMemo } from 'react';
import { Panel } from 'react-resizable-panels';

import { findApi } from '../../../shared/apis/registry.ts';
import { bodyLanguageOf } from '../../../shared/engine/body-language/body-language-of.ts';
import { mainText, withMainText } from '../../../shared/engine/main-text.ts';
import type { BodyLanguage } from '../../../shared/model/body-language.ts';
import type { RequestDraft } from '../../../shared/model/request-draft.ts';
import { LazyTextEditor } from '../../editor/lazy-text-editor.tsx';
import type { TabExchange } from '../../stores/create-exchange-store.ts';
import { Splitter } from '../../ui/splitter.tsx';
import { Split } from '../split.tsx';
import classes from './body-pane.module.css';
import { describeVariables } from './describe-variables.ts';
import { FormBody } from './form-body.tsx';
import { Inspector } from './inspector.tsx';

type Props = {
  readonly draft: RequestDraft;
  readonly exchange: TabExchange;
  readonly onChange: (part: Partial<RequestDraft>) => void;
};

/** What is sent, and beside it how it is signed and what it will do. */
export function BodyPane({ draft, exchange, onChange }: Props) {
  return (
    <Split name="body" orientation="horizontal">
      <Panel id="text" minSize={240} className={classes['body'] ?? ''}>
        <Body draft={draft} exchange={exchange} onChange={onChange} />
      </Panel>
      <Splitter label="Width of the inspector" />
      <Panel id="inspector" defaultSize="34%" minSize={200}>
        <Inspector draft={draft} exchange={exchange} />
      </Panel>
    </Split>
  );
}

function Body({ draft, exchange: { preview }, onChange }: Props) {
  const { body } = draft;
  const text = mainText(draft);
  const bodyLanguage = useBodyLanguage(draft);
  const hints = {
    bodyLanguage,
    problems: preview?.problems ?? nothing,
    warnings: preview?.warnings ?? nothing,
    variables: describeVariables(preview, findApi(draft.api)),
  };
  if (text !== null) {
    return (
      <LazyTextEditor
        label="Request body"
        text={text}
        language={body.kind === 'text' ? body.language : 'xml'}
        onChange={(changed) => onChange(withMainText(draft, changed))}
        {...hints}
      />
    );
  }
  if (body.kind !== 'form') return <p className={classes['none']}>This call sends no body.</p>;
  return (
    <FormBody
      fields={body.fields}
      hints={hints}
      onChange={(fields) => onChange({ body: { ...body, fields } })}
    />
  );
}

/** What is known of the body; anew only where another body is described. */
function useBodyLanguage({ api, operation, body }: RequestDraft): BodyLanguage {
  const main = body.kind === 'form' ? body.main : null;
  return useMemo(
    () => bodyLanguageOf(findApi(api), { operation, kind: body.kind, main }),
    [api, operation, body.kind, main],
  );
}

const nothing: readonly never[] = [];
