import { useEffect, useState } from 'react';

import type { BodyFacts, BodyLayout } from '../../../shared/model/body-view.ts';
import type { ResponseBody } from '../../../shared/model/outcome.ts';
import { ok } from '../../../shared/model/result.ts';
import { LazyTextEditor } from '../../editor/lazy-text-editor.tsx';
import type { OpenBody } from '../../workers/open-body.ts';
import { formatSize } from '../words.ts';
import { CopyButton } from './copy-button.tsx';
import { LayoutSwitch } from './layout-switch.tsx';
import { LineViewer } from './line-viewer.tsx';
import classes from './raw-body.module.css';
import { readingWords } from './reading-words.ts';
import { useBodyState } from './use-open-body.ts';

/** Longer texts are shown by lines: Monaco is slow to take them. In UTF-16 units. */
const editorLimit = 1_000_000;

type Props = { readonly received: ResponseBody; readonly body: OpenBody | null };

/** The answer as it came, byte for byte where it is text; or the same values laid out anew. */
export function RawBody({ received, body }: Props) {
  const { facts, problem } = useBodyState(body);
  const [chosen, setLayout] = useState<BodyLayout>('received');
  const layout = facts?.canIndent === true ? chosen : 'received';
  const notes = [...notesOf(received), ...(problem === null ? [] : [problem])];
  const reading = facts === null || body === null ? null : readingWords(facts, body.length);
  return (
    <div className={classes['frame']}>
      <div className={classes['tools']}>
        <LayoutSwitch layout={layout} canIndent={facts?.canIndent === true} onChange={setLayout} />
        <span className={classes['reading']} role="status">
          {reading ?? (layout === 'indented' ? 'Values as they came' : '')}
        </span>
        {body !== null && layout === 'indented' && (
          <CopyButton
            label="Copy re-indented"
            text={async () => ok(await body.ask('copy', 'indented', null))}
          />
        )}
      </div>
      {notes.length > 0 && <p className={classes['note']}>{notes.join(' ')}</p>}
      {layout === 'indented' && body !== null && facts !== null ? (
        <Indented body={body} facts={facts} />
      ) : (
        <AsReceived received={received} body={body} facts={facts} />
      )}
    </div>
  );
}

function notesOf({ base64, charset, truncated, bytes }: ResponseBody): readonly string[] {
  return [
    ...(base64 === null ? [] : [`Read as ${charset}; the exact bytes are kept in the history.`]),
    ...(truncated ? [`Longer than the limit; only the first ${formatSize(bytes)} were read.`] : []),
  ];
}

type ReceivedProps = Props & { readonly facts: BodyFacts | null };

function AsReceived({ received, body, facts }: ReceivedProps) {
  if ((received.lengths?.text ?? received.text.length) <= editorLimit)
    return <LazyTextEditor label="Raw response" text={received.text} language={languageOf(facts)} readOnly />;
  if (body === null || facts === null) return null;
  return <LineViewer body={body} facts={facts} layout="received" label="Raw response" />;
}

function Indented({ body, facts }: { readonly body: OpenBody; readonly facts: BodyFacts }) {
  const [text, setText] = useState<string | null>(null);
  // Blanks make it longer, by how much depends on its depth.
  const isShort = body.length <= editorLimit / 4;
  useEffect(() => {
    let isWanted = isShort;
    void (async () => {
      if (!isWanted) return;
      const indented = await body.ask('copy', 'indented', null);
      if (isWanted) setText(indented);
    })();
    return () => {
      isWanted = false;
    };
  }, [body, isShort]);
  if (!isShort)
    return <LineViewer body={body} facts={facts} layout="indented" label="Re-indented response" />;
  if (text === null) return null;
  return <LazyTextEditor label="Re-indented response" text={text} language={languageOf(facts)} readOnly />;
}

function languageOf(facts: BodyFacts | null): 'json' | 'xml' | 'plaintext' {
  if (facts?.format === 'json') return 'json';
  return facts?.format === 'xml' || facts?.format === 'html' ? 'xml' : 'plaintext';
}
