import type { Exchange, StepExchange } from '../../../shared/model/exchange.ts';
import type { Tab } from '../../../shared/model/tab.ts';
import type { TabItem } from '../../ui/tabs.tsx';
import type { OpenBody } from '../../workers/open-body.ts';
import { CheckReportPane, countWords } from '../checks/check-report-pane.tsx';
import type { CheckReportState } from '../checks/use-check-report.ts';
import { NotesPane } from '../exchange-notes/notes-pane.tsx';
import { TimelinePane } from '../timeline/timeline-pane.tsx';
import { HeaderTable } from './header-table.tsx';
import { ItemTable } from './item-table.tsx';
import { LoginPane } from './login-pane.tsx';
import { ParsedPane } from './parsed-pane.tsx';
import { RawBody } from './raw-body.tsx';
import classes from './response-viewer.module.css';
import { TimingTable } from './timing-table.tsx';
import { VerdictCard } from './verdict-card.tsx';

type Shown = {
  readonly tab: Tab;
  readonly exchange: Exchange;
  /** The step whose answer it is. */
  readonly step: StepExchange | null;
  /** What the checks of the tab make of it. */
  readonly report: CheckReportState;
  /** The answer in its worker, as received and as it can be read. */
  readonly bodies: { readonly received: OpenBody | null; readonly readable: OpenBody | null };
};

/** What there is to see of an answer, the likeliest first. */
export function answerPanes({ tab, exchange, step, report, bodies }: Shown): readonly TabItem[] {
  const outcome = step?.outcome ?? null;
  const card = <VerdictCard exchange={exchange} />;
  const items = exchange.explanation?.items ?? [];
  const body = outcome?.kind === 'response' ? outcome.body : null;
  const scroll = (content: TabItem['content']): TabItem['content'] => (
    <div className={classes['scroll']} tabIndex={0} role="region" aria-label="Answer">
      {card}
      {content}
    </div>
  );
  return [
    ...(items.length === 0
      ? []
      : [{ id: 'items', label: 'Items', content: scroll(<ItemTable items={items} />) }]),
    {
      id: 'parsed',
      label: 'Parsed',
      content:
        body === null ? scroll(null) : <ParsedPane body={bodies.readable} tabId={tab.id} card={card} />,
    },
    ...(tab.checks.length + tab.captures.length === 0 ? [] : [checksPane(report)]),
    ...(body === null
      ? []
      : [{ id: 'raw', label: 'Raw', content: <RawBody received={body} body={bodies.received} /> }]),
    ...(outcome?.kind !== 'response'
      ? []
      : [{ id: 'headers', label: 'Headers', content: <HeaderTable headers={outcome.headers} /> }]),
    ...(outcome === null
      ? []
      : [{ id: 'timing', label: 'Timing', content: <TimingTable timings={outcome.timings} /> }]),
    ...(step === null
      ? []
      : [
          {
            id: 'sent',
            label: 'Sent',
            content: <LoginPane steps={[step]} answers={false} generated={exchange.generated} />,
          },
        ]),
    ...(exchange.login.length === 0
      ? []
      : [{ id: 'login', label: 'Login', content: <LoginPane steps={exchange.login} answers /> }]),
    { id: 'timeline', label: 'Timeline', content: <TimelinePane exchangeId={exchange.id} /> },
    { id: 'notes', label: 'Notes', content: <NotesPane exchangeId={exchange.id} /> },
  ];
}

function checksPane(report: CheckReportState): TabItem {
  const content = (
    <div className={classes['scroll']} tabIndex={0} role="region" aria-label="Checks">
      <CheckReportPane report={report} />
    </div>
  );
  return { id: 'checks', label: 'Checks', detail: countWords(report), content };
}
