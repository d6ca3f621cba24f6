import type { Timings } from '../../../shared/model/outcome.ts';
import classes from './fact-table.module.css';

const phases: readonly (readonly [phase: keyof Timings, label: string])[] = [
  ['blocked', 'Waiting for a connection'],
  ['dns', 'DNS'],
  ['connect', 'Connect'],
  ['ssl', 'TLS'],
  ['send', 'Send'],
  ['wait', 'Wait for the first byte'],
  ['receive', 'Receive'],
];

/** How long each phase took; a dash where it did not happen, as on a reused connection. */
export function TimingTable({ timings }: { readonly timings: Timings }) {
  const rows = phases.map(([phase, label], index) => {
    const before = phases.slice(0, index).map(([earlier]) => timings[earlier] ?? 0);
    return { phase, label, value: timings[phase], start: before.reduce((sum, value) => sum + value, 0) };
  });
  const end = Math.max(...rows.map(({ start, value }) => start + (value ?? 0)));
  const total = Math.max(timings.total, end, 0.01);
  return (
    <div className={classes['frame']} tabIndex={0} role="region" aria-label="Timing">
      <table className={classes['table']} aria-label="Timing">
        <tbody>
          {rows.map(({ phase, label, value, start }) => (
            <tr key={phase}>
              <th scope="row">{label}</th>
              <td>{value === null ? '—' : `${value.toFixed(1)} ms`}</td>
              <td>
                <div
                  className={classes['bar']}
                  style={{
                    marginInlineStart: `${(start / total) * 100}%`,
                    width: `${((value ?? 0) / total) * 100}%`,
                  }}
                />
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">Total</th>
            <td>{`${timings.total.toFixed(1)} ms`}</td>
            <td />
          </tr>
        </tbody>
      </table>
    </div>
  );
}
