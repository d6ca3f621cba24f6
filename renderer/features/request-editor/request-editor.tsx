import { useEffect, useState } from 'react';

import { findApi } from '../../../shared/apis/registry.ts';
import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import type { RequestDraft } from '../../../shared/model/request-draft.ts';
import type { Tab } from '../../../shared/model/tab.ts';
import { previewInput } from '../../actions/preview-input.ts';
import { selectTabExchange, type TabExchange } from '../../stores/create-exchange-store.ts';
import { useExchanges, useStores, useTabs } from '../../stores/stores-context.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { type TabItem, Tabs } from '../../ui/tabs.tsx';
import { DiskBanner } from '../collections/disk-banner.tsx';
import { ChecksPane } from '../checks/checks-pane.tsx';
import { RequestNotesPane } from '../collections/request-notes-pane.tsx';
import { BodyPane } from './body-pane.tsx';
import { DryRunPane } from './dry-run-pane.tsx';
import { ErrataPane } from './errata-pane.tsx';
import { PairTable } from './pair-table.tsx';
import classes from './request-editor.module.css';
import { RequestLine } from './request-line.tsx';
import { Validity } from './validity.tsx';

/** Milliseconds after the last key before the core is asked what it makes of a draft. */
const previewDelay = 120;

/** The draft of one tab: its line, body, headers, and the documentation of its API. */
export function RequestEditor({ tab }: { readonly tab: Tab }) {
  const [pane, setPane] = useState('body');
  const edit = useTabs((state) => state.edit);
  const exchange = useExchanges(selectTabExchange(tab.id));
  const api = findApi(tab.draft.api);
  usePreview(tab);
  const change = (part: Partial<RequestDraft>): void => edit(tab.id, { ...tab.draft, ...part });
  return (
    <section className={classes['editor']} aria-label="Request" id="request-pane">
      <DiskBanner tab={tab} />
      <RequestLine tab={tab} exchange={exchange} onDryRun={() => setPane('dry-run')} />
      <Tabs
        label="Request"
        items={[
          ...draftPanes(tab.draft, exchange, change),
          checksTab(tab),
          ...(tab.saved === null ? [] : [notesPane(tab)]),
          ...(api === null ? [] : apiPanes(api)),
          { id: 'dry-run', label: 'Dry run', content: <DryRunPane preview={exchange.preview} /> },
        ]}
        selected={pane}
        onSelect={setPane}
        after={<Validity preview={exchange.preview} />}
      />
    </section>
  );
}

function draftPanes(
  draft: RequestDraft,
  exchange: TabExchange,
  change: (part: Partial<RequestDraft>) => void,
): readonly TabItem[] {
  const { body, headers } = draft;
  const main = body.kind === 'form' ? body.main : null;
  const others = body.kind === 'form' && main !== null ? body.fields : null;
  return [
    {
      id: 'body',
      label: 'Body',
      detail: main?.field,
      content: <BodyPane draft={draft} exchange={exchange} onChange={change} />,
    },
    ...(others === null || body.kind !== 'form'
      ? []
      : [
          {
            id: 'fields',
            label: 'Form fields',
            detail: String(others.length - 1),
            content: (
              <PairTable
                label="Form fields"
                pairs={others
                  .filter(({ name }) => name !== main?.field)
                  .map(({ name, value }) => [name, value])}
                onChange={(pairs) =>
                  change({
                    body: {
                      ...body,
                      fields: [
                        ...pairs.map(([name, value]) => ({ name, value })),
                        ...others.filter(({ name }) => name === main?.field),
                      ],
                    },
                  })
                }
              />
            ),
          },
        ]),
    {
      id: 'headers',
      label: 'Headers',
      detail: String(headers.length),
      content: <PairTable label="Headers" pairs={headers} onChange={(pairs) => change({ headers: pairs })} />,
    },
  ];
}

function notesPane(tab: Tab): TabItem {
  return { id: 'notes', label: 'Notes', content: <RequestNotesPane tab={tab} /> };
}

function checksTab(tab: Tab): TabItem {
  const detail = String(tab.checks.length + tab.captures.length);
  return { id: 'checks', label: 'Checks', detail, content: <ChecksPane tab={tab} /> };
}

function apiPanes(api: ApiDefinition): readonly TabItem[] {
  return [
    {
      id: 'docs',
      label: 'Docs',
      content: (
        <div className={classes['page']} tabIndex={0} role="region" aria-label="Documentation">
          <Markdown text={`# ${api.title}\n\n${api.summary}\n\n${api.docs}`} />
          <p className={classes['source']}>In our own words, from: {api.document}.</p>
        </div>
      ),
    },
    {
      id: 'errata',
      label: 'Errata',
      detail: String(api.errata.length),
      content: <ErrataPane errata={api.errata} />,
    },
  ];
}

/** Asks the core what it makes of the draft, a moment after the last change of anything that its answer hangs on. */
function usePreview({ id, draft, saved }: Tab): void {
  const stores = useStores();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        void stores.exchanges.getState().preview(id, previewInput(stores, { draft, saved }));
      }, previewDelay);
    };
    ask();
    const { environments, collections, production, journal } = stores;
    const silence = [environments, collections, production, journal].map((store) => store.subscribe(ask));
    return () => {
      clearTimeout(timer);
      for (const stop of silence) stop();
    };
  }, [stores, id, draft, saved]);
}
