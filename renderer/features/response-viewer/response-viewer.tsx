import type { ReactNode } from 'react';
import { Panel } from 'react-resizable-panels';

import { findApi } from '../../../shared/apis/registry.ts';
import type { Exchange } from '../../../shared/model/exchange.ts';
import type { Explanation } from '../../../shared/model/explanation.ts';
import type { Outcome } from '../../../shared/model/outcome.ts';
import type { Tab } from '../../../shared/model/tab.ts';
import { openExchange } from '../../actions/open-exchange.ts';
import { answerSource, readAnswer } from '../../actions/read-answer.ts';
import { selectTabExchange, type TabExchange } from '../../stores/create-exchange-store.ts';
import { selectAnnotation } from '../../stores/create-annotation-store.ts';
import { useAnnotations, useExchanges, useSettings, useStores } from '../../stores/stores-context.tsx';
import { Announcement } from '../../ui/announcement.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Splitter } from '../../ui/splitter.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { CatalogTable } from '../catalog/catalog-table.tsx';
import { type CatalogViewState, useCatalogView } from '../catalog/use-catalog-view.ts';
import { useCheckReport } from '../checks/use-check-report.ts';
import { ExchangeMenu } from '../exchange-menu/exchange-menu.tsx';
import { Split } from '../split.tsx';
import { formatDuration, formatSize } from '../words.ts';
import { answerPanes, comparePane } from './answer-panes.tsx';
import { CopyButton } from './copy-button.tsx';
import { keyLabel } from '../shortcuts/key-label.ts';
import classes from './response-viewer.module.css';
import { LostCard } from './lost-card.tsx';
import { StoppedCard } from './stopped-card.tsx';
import { useOpenBody } from './use-open-body.ts';

/** What came back, next to everything the API is known to answer. */
export function ResponseViewer({ tab }: { readonly tab: Tab }) {
  const { send, pane } = useExchanges(selectTabExchange(tab.id));
  const view = useCatalogView();
  return (
    <section className={classes['viewer']} aria-label="Response" id="response-pane">
      <Announcement text={wordsOf(send)} />
      {send.kind === 'settled' ? (
        <Answer key={send.exchange.id} tab={tab} exchange={send.exchange} asked={pane} />
      ) : (
        <BesideCatalog apiId={tab.draft.api} explanation={null} view={view}>
          <div className={classes['other']}>
            {send.kind === 'sending' && <p>Sending …</p>}
            {send.kind === 'stopped' && <StoppedCard tab={tab} problems={send.problems} />}
            {send.kind === 'lost' && <LostCard problem={send.problem} />}
            {send.kind === 'idle' && <Waiting tab={tab} />}
          </div>
        </BesideCatalog>
      )}
    </section>
  );
}

/** What is said of a send to whoever hears the page; its problems are alerts where they stand. */
function wordsOf(send: TabExchange['send']): string {
  if (send.kind === 'sending') return 'Sending';
  return send.kind === 'settled' ? (send.exchange.explanation?.headline ?? 'No record') : '';
}

type BesideProps = {
  readonly apiId: string;
  readonly explanation: Explanation | null;
  readonly view: CatalogViewState;
  readonly children: ReactNode;
};

/** Everything about an answer stands next to the error catalog. */
function BesideCatalog({ apiId, explanation, view, children }: BesideProps) {
  const api = findApi(apiId);
  const isBeside = useSettings(({ settings }) => settings.catalogBeside);
  if (!isBeside) return children;
  return (
    <Split name="answer" orientation="horizontal">
      <Panel id="answer" minSize={280}>
        {children}
      </Panel>
      <Splitter label="Width of the error catalog" />
      <Panel id="catalog" defaultSize="53%" minSize={200}>
        {api === null ? (
          <p className={classes['strange']}>
            This workbench knows no API “{apiId}”, so there is no error catalog for it. Perhaps another
            version sent the exchange.
          </p>
        ) : (
          <CatalogTable api={api} explanation={explanation} view={view} />
        )}
      </Panel>
    </Split>
  );
}

function Waiting({ tab }: { readonly tab: Tab }) {
  const stores = useStores();
  const { exchangeId } = tab;
  if (exchangeId === null) {
    return (
      <p className={classes['hint']}>
        Nothing sent from this tab yet. <kbd>{keyLabel('send')}</kbd> sends. On the right stands every answer
        that is documented.
      </p>
    );
  }
  return (
    <div className={classes['hint']}>
      <p>The last answer of this tab is in the history.</p>
      <Button onPress={() => void openExchange(stores, exchangeId)}>Show it</Button>
    </div>
  );
}

type AnswerProps = {
  readonly tab: Tab;
  readonly exchange: Exchange;
  /** The pane that was asked for; an answer without it shows its first one. */
  readonly asked: string | null;
};

function Answer({ tab, exchange, asked }: AnswerProps) {
  const view = useCatalogView();
  const stores = useStores();
  const { exchanges } = stores;
  const { explanation, id } = exchange;
  const { pinned } = useAnnotations(selectAnnotation(id));
  const step = exchange.main ?? exchange.login.at(-1) ?? null;
  const text = answerSource(exchange, 'text', step);
  const received = useOpenBody(text);
  const opened = useOpenBody(answerSource(exchange, 'opened', step));
  const bodies = { received, readable: exchange.openedBody === null ? received : opened };
  const panes = answerPanes({ tab, exchange, step, report: useCheckReport(tab, id), bodies });
  const pane = panes.find((candidate) => candidate.id === asked)?.id ?? panes[0]?.id ?? '';
  const outcome = step?.outcome ?? null;
  return (
    <Tabs
      label="Response"
      compact
      before={
        outcome === null ? (
          <StatusBadge verdict="unknown" text="No record" />
        ) : (
          <Facts exchange={exchange} outcome={outcome} />
        )
      }
      items={panes}
      selected={pane}
      onSelect={(chosen) => exchanges.getState().showPane(tab.id, chosen)}
      after={
        <span className={classes['after']}>
          {text !== null && <CopyButton label="Copy response" text={() => readAnswer(stores, text)} />}
          <ExchangeMenu target={{ id, pinned }}>
            <IconButton icon="ellipsis" label="More" />
          </ExchangeMenu>
        </span>
      }
      renderPane={(content) =>
        pane === comparePane ? (
          content
        ) : (
          <BesideCatalog apiId={exchange.draft.api} explanation={explanation} view={view}>
            {content}
          </BesideCatalog>
        )
      }
    />
  );
}

function Facts({ exchange, outcome }: { readonly exchange: Exchange; readonly outcome: Outcome }) {
  const verdict = exchange.explanation?.verdict ?? 'unknown';
  const status =
    outcome.kind === 'response' ? `${outcome.status} ${outcome.statusText}`.trimEnd() : outcome.code;
  return (
    <span className={classes['facts']}>
      <StatusBadge verdict={verdict} text={status} />
      <span>{formatDuration(outcome.timings.total)}</span>
      {outcome.kind === 'response' && <span>{formatSize(outcome.body.bytes)}</span>}
    </span>
  );
}
