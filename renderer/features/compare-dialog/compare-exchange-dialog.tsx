import { useMemo, useState } from 'react';

import { findApi } from '../../../shared/apis/registry.ts';
import type { DocumentedExample } from '../../../shared/definition/documented-example.ts';
import { rankExamples } from '../../../shared/engine/rank-examples.ts';
import type { Exchange } from '../../../shared/model/exchange.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { useStoredExchange } from '../journal/use-stored-exchange.ts';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { formatMoment } from '../words.ts';
import classes from './compare-exchange-dialog.module.css';
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

type Props = { readonly exchangeId: string; readonly onClose: () => void };

/** An exchange beside another one, or beside what the provider's document prints. */
export function CompareExchangeDialog({ exchangeId, onClose }: Props) {
  const exchange = useStoredExchange(exchangeId);
  const earlier = useEarlierExchanges(exchange ?? null);
  return (
    <Dialog title="Compare" onClose={onClose} width="wide">
      {exchange === null ? (
        <p role="alert">{`The history entry ${exchangeId} is not there any more, or cannot be read.`}</p>
      ) : exchange === undefined || earlier === null ? (
        <p role="status">Reading the history …</p>
      ) : (
        <Sides exchange={exchange} earlier={earlier} />
      )}
    </Dialog>
  );
}

type SidesProps = { readonly exchange: Exchange; readonly earlier: EarlierExchanges };

function Sides({ exchange, earlier }: SidesProps) {
  const api = findApi(exchange.draft.api);
  const samples = useMemo(() => (api === null ? [] : rankExamples(api, exchange)), [api, exchange]);
  const groups = useMemo(() => groupsOf(earlier, samples), [earlier, samples]);
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
): readonly CounterpartGroup[] {
  return [
    { title: 'Before it, of the same transaction', counterparts: sameTransaction.map(exchangeCounterpart) },
    { title: 'Before it, the same request', counterparts: sameRequest.map(exchangeCounterpart) },
    { title: 'Samples of the document, nearest first', counterparts: samples.map(sampleCounterpart) },
  ].filter(({ counterparts }) => counterparts.length > 0);
}
