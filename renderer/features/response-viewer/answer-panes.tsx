import type { Exchange, StepExchange } from '../../../shared/model/exchange.ts';
import type { TabItem } from '../../ui/tabs.tsx';
import { NotesPane } from '../exchange-notes/notes-pane.tsx';
import { TimelinePane } from '../timeline/timeline-pane.tsx';
import { HeaderTable } from './header-table.tsx';
import { ItemTable } from './item-table.tsx';
import { LoginPane } from './login-pane.tsx';
import { ParsedTree } from './parsed-tree.tsx';
import { RawBody } from './raw-body.tsx';
import classes from './response-viewer.module.css';
import { TimingTable } from './timing-table.tsx';
import { VerdictCard } from './verdict-card.tsx';

/** What there is to see of an answer, the likeliest first; `step` is the one whose answer it is. */
export function answerPanes(exchange: Exchange, step: StepExchange | null): readonly TabItem[] {
  const outcome = step?.outcome ?? null;
  const card = <VerdictCard exchange={exchange} />;
  const items = exchange.explanation?.items ?? [];
  const body = outcome?.kind === 'response' ? outcome.body : null;
  const text = exchange.openedBody ?? body?.text ?? '';
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
    { id: 'parsed', label: 'Parsed', content: scroll(body === null ? null : <ParsedTree text={text} />) },
    ...(body === null ? [] : [{ id: 'raw', label: 'Raw', content: <RawBody body={body} /> }]),
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
