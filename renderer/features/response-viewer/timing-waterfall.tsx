import { Fragment } from 'react';

import {
  layOutTimings,
  type TimedCall,
  type TimedPhase,
  type TimingLayout,
} from '../../../shared/engine/lay-out-timings.ts';
import type { StepExchange } from '../../../shared/model/exchange.ts';
import { formatMilliseconds, phaseWords, sumUpTimings } from './timing-words.ts';
import classes from './timing-waterfall.module.css';

/** How long each phase of each call took, as bars on one axis and as figures. */
export function TimingWaterfall({ steps }: { readonly steps: readonly StepExchange[] }) {
  const calls = steps.flatMap(({ title, outcome }) => (outcome === null ? [] : [{ title, outcome }]));
  const layout = layOutTimings(calls);
  return (
    <div className={classes['frame']} tabIndex={0} role="region" aria-label="Timing">
      <p className={classes['summary']}>{sumUpTimings(layout)}</p>
      {layout.longest !== null && <Waterfall layout={layout} />}
    </div>
  );
}

function Waterfall({ layout: { calls, total, longest } }: { readonly layout: TimingLayout }) {
  return (
    <table className={classes['table']} aria-label="Timing">
      <thead>
        <tr>
          <th scope="col">Phase</th>
          <th scope="col">Time</th>
          <th scope="col" aria-label="When">
            <span className={classes['axis']} aria-hidden="true">
              <span>0</span>
              <span>{formatMilliseconds(total / 2)}</span>
              <span>{formatMilliseconds(total)}</span>
            </span>
          </th>
        </tr>
      </thead>
      {calls.map((call, index) => (
        // Calls of an exchange never change places, and may share a title.
        // oxlint-disable-next-line react/no-array-index-key
        <tbody key={index}>
          {calls.length > 1 && (
            <tr className={classes['call']}>
              <th scope="rowgroup">{call.title}</th>
              <td>{formatMilliseconds(call.duration)}</td>
              <td>
                <Bar start={call.start} duration={call.duration} total={total} />
              </td>
            </tr>
          )}
          <Phases call={call} total={total} longest={longest?.call === index ? longest.phase : null} />
        </tbody>
      ))}
      <tfoot>
        <tr className={classes['total']}>
          <th scope="row">Total</th>
          <td>{formatMilliseconds(total)}</td>
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

type PhasesProps = {
  readonly call: TimedCall;
  readonly total: number;
  /** The longest phase of all, where it is one of this call. */
  readonly longest: TimedPhase | null;
};

function Phases({ call: { rows, isReused, failed }, total, longest }: PhasesProps) {
  return (
    <>
      {rows.map(({ phase, start, duration }) => (
        <Fragment key={phase}>
          <tr className={phase === longest ? classes['longest'] : ''}>
            <th scope="row">{phaseWords[phase]}</th>
            <td>{formatMilliseconds(duration)}</td>
            <td>
              <Bar start={start} duration={duration} total={total} />
            </td>
          </tr>
          {phase === 'blocked' && isReused && (
            <tr className={classes['note']}>
              <th scope="row">Connection</th>
              <td />
              <td>Connection reused: no DNS, connect, TLS</td>
            </tr>
          )}
        </Fragment>
      ))}
      {failed !== null && (
        <tr className={classes['failed']}>
          <th scope="row">Ended here</th>
          <td />
          <td>{`${failed.code}, in the phase “${failed.phase}”`}</td>
        </tr>
      )}
    </>
  );
}

type BarProps = { readonly start: number; readonly duration: number; readonly total: number };

/** A drawing, so that no style has to stand in the page; the figures beside it say the same. */
function Bar({ start, duration, total }: BarProps) {
  const share = (time: number): string => `${(time / total) * 100}%`;
  return (
    <svg className={classes['bar']} aria-hidden="true">
      <rect x={share(start)} y="1" width={share(duration)} height="8" rx="2" />
      {/* A phase too short for a bar still has its place. */}
      <rect x={share(start)} y="1" width="1.5" height="8" />
    </svg>
  );
}
