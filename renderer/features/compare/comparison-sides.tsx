import { useMemo, useState } from 'react';

import { findApi } from '../../../shared/apis/registry.ts';
import type { DocumentedExample } from '../../../shared/definition/documented-example.ts';
import { rankExamples } from '../../../shared/engine/rank-examples.ts';
import type { Exchange } from '../../../shared/model/exchange.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { formatMoment } from '../words.ts';
import classes from './comparison-sides.module.css';
import { ComparisonView } from './comparison-view.tsx';
import { CounterpartPicker } from './counterpart-picker.tsx';
import {
  type Counterpart,
  type CounterpartGroup,
  exchangeCounterpart,
  sampleCounterpart,
} from './counterparts.ts';
import { SampleSlips } from './sample-slips.tsx';
import { useComparison } from './use-comparison.ts';
import { type EarlierExchanges, useEarlierExchanges } from './use-earlier-exchanges.ts';

type Props = {
  readonly exchange: Exchange;
  /** What is offered, and taken, first: what came before, or what the document prints. */
  readonly first: 'earlier' | 'samples';
};

/** An exchange on the left, what it is compared with on the right, and the differences below. */
export function ComparisonSides({ exchange, first }: Props) {
  const earlier = useEarlierExchanges(exchange);
  if (earlier === null) return <p role="status">Reading the history …</p>;
  return <Sides exchange={exchange} earlier={earlier} first={first} />;
}

function Sides({ exchange, earlier, first }: Props & { readonly earlier: EarlierExchanges }) {
  const api = findApi(exchange.draft.api);
  const samples = useMemo(() => (api === null ? [] : rankExamples(api, exchange)), [api, exchange]);
  const groups = useMemo(() => groupsOf(earlier, samples, first), [earlier, samples, first]);
  const [picked, setPicked] = useState<Counterpart | null>(null);
  const chosen = picked ?? groups[0]?.counterparts[0] ?? null;
  const right = chosen?.with ?? null;
  const compared = useComparison(exchange.id, right);
  const sample = right?.kind === 'documented' ? samples.find(({ id }) => id === right.example) : undefined;
  return (
    <>
      <div className={classes['sides']}>
        <LeftSide exchange={exchange} />
        <div className={classes['side']}>
          <h3>With</h3>
          <CounterpartPicker exchangeId={exchange.id} chosen={chosen} groups={groups} onChoose={setPicked} />
        </div>
      </div>
      {chosen === null && <p className={classes['none']}>Choose what to compare it with.</p>}
      {compared?.ok === false && <ProblemList problems={[compared.error]} kind="problem" />}
      {compared?.ok === true && chosen !== null && (
        <ComparisonView
          key={chosen.key}
          comparison={compared.value}
          leftTitle="This exchange"
          rightTitle={chosen.title}
        />
      )}
      {sample !== undefined && <SampleSlips key={sample.id} example={sample} />}
    </>
  );
}

function LeftSide({ exchange }: { readonly exchange: Exchange }) {
  const { draft, environment, startedAt, explanation } = exchange;
  const template = findApi(draft.api)?.templates.find(({ id }) => id === draft.template);
  const outcome = (exchange.main ?? exchange.login.at(-1))?.outcome ?? null;
  return (
    <div className={classes['side']}>
      <h3>This exchange</h3>
      <div className={classes['left']}>
        <StatusBadge
          verdict={explanation?.verdict ?? 'unknown'}
          text={outcome?.kind === 'response' ? String(outcome.status) : '—'}
        />
        <span className={classes['title']}>{template?.title ?? `${draft.api} request`}</span>
        <span className={classes['detail']}>
          {formatMoment(startedAt)} · {environment.name} · {explanation?.headline ?? 'No record of an answer'}
        </span>
      </div>
    </div>
  );
}

function groupsOf(
  { sameTransaction, sameRequest }: EarlierExchanges,
  samples: readonly DocumentedExample[],
  first: Props['first'],
): readonly CounterpartGroup[] {
  const before = [
    { title: 'Before it, of the same transaction', counterparts: sameTransaction.map(exchangeCounterpart) },
    { title: 'Before it, the same request', counterparts: sameRequest.map(exchangeCounterpart) },
  ];
  const printed = {
    title: 'Samples of the document, nearest first',
    counterparts: samples.map(sampleCounterpart),
  };
  const groups = first === 'earlier' ? [...before, printed] : [printed, ...before];
  return groups.filter(({ counterparts }) => counterparts.length > 0);
}
