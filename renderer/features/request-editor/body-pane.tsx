import { Panel } from 'react-resizable-panels';

import type { RequestDraft } from '../../../shared/model/request-draft.ts';
import type { TabExchange } from '../../stores/create-exchange-store.ts';
import { Splitter } from '../../ui/splitter.tsx';
import { Split } from '../split.tsx';
import classes from './body-pane.module.css';
import { FormBody } from './form-body.tsx';
import { Inspector } from './inspector.tsx';
import { TextBody } from './text-body.tsx';
import { useBodyHints } from './use-body-hints.ts';

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

function Body({ draft, exchange, onChange }: Props) {
  const hints = useBodyHints(draft, exchange.preview);
  const { body } = draft;
  if (body.kind === 'none') return <p className={classes['none']}>This call sends no body.</p>;
  if (body.kind === 'form' && body.main === null)
    return (
      <FormBody
        draft={draft}
        fields={body.fields}
        hints={hints}
        onChange={(fields) => onChange({ body: { ...body, fields } })}
      />
    );
  return <TextBody draft={draft} hints={hints} onChange={onChange} />;
}
