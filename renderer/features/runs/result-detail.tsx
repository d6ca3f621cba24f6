import type { CaptureResult, CheckResult } from '../../../shared/model/check.ts';
import type { RunResult } from '../../../shared/model/run.ts';
import { openExchange } from '../../actions/open-exchange.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { formatDuration } from '../words.ts';
import { comparisonWords, subjectWords } from './describe-check.ts';
import classes from './result-detail.module.css';
import { ResultMark } from './result-mark.tsx';

/** One request of a run: what became of it, each check with what was expected and what was found, and what was taken. */
export function ResultDetail({ result }: { readonly result: RunResult }) {
  const stores = useStores();
  const { name, path, exchangeId, headline, verdict, checks, captures, problems, duration } = result;
  return (
    <section className={classes['detail']} aria-label={`Result ${result.number}: ${name}`} tabIndex={0}>
      <header className={classes['head']}>
        <div className={classes['title']}>
          <h2>{name}</h2>
          <p>
            <ResultMark result={result} /> · {path}
            {result.row !== null && ` · row ${result.row}`}
            {duration !== null && ` · ${formatDuration(duration)}`}
          </p>
        </div>
        {exchangeId !== null && (
          <Button icon="go-to-file" onPress={() => void openExchange(stores, exchangeId)}>
            Open the exchange
          </Button>
        )}
      </header>
      <p>{headline}</p>
      {verdict === 'unknown' && exchangeId !== null && (
        <p className={classes['unknown']}>
          <Icon name="question" />
          The refund may have happened, and nothing sent it again. Open the exchange to ask for its status, or
          to write down what became of it.
        </p>
      )}
      {problems.length > 0 && (
        <div className={classes['problems']}>
          <ProblemList problems={problems} kind="problem" />
        </div>
      )}
      {checks.length > 0 && <Checks checks={checks} />}
      {checks.length === 0 && exchangeId !== null && (
        <p className={classes['note']}>
          No checks: a request without any passes where its answer is accepted, or accepted and not final.
        </p>
      )}
      {captures.length > 0 && <Captures captures={captures} />}
    </section>
  );
}

function Checks({ checks }: { readonly checks: readonly CheckResult[] }) {
  return (
    <table className={classes['table']} aria-label="Checks">
      <thead>
        <tr>
          <th scope="col">Check</th>
          <th scope="col">Expected</th>
          <th scope="col">Found</th>
        </tr>
      </thead>
      <tbody>
        {checks.map(({ check, passed, actual, message }, index) => (
          // The same check may stand twice; its place tells them apart.
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={index} className={passed ? '' : classes['failed']} title={message}>
            <th scope="row">
              <span className={classes['mark']} role="img" aria-label={passed ? 'Passed' : 'Failed'}>
                <Icon name={passed ? 'pass' : 'error'} />
              </span>
              {subjectWords(check.subject)}
            </th>
            <td>
              {comparisonWords(check.operator)} {check.expected !== '' && <code>{check.expected}</code>}
            </td>
            <td>{actual === null ? message : <code>{actual}</code>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Captures({ captures }: { readonly captures: readonly CaptureResult[] }) {
  return (
    <table className={classes['table']} aria-label="Values taken from the answer">
      <thead>
        <tr>
          <th scope="col">Taken from</th>
          <th scope="col">Into</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        {captures.map(({ capture, value, message }) => (
          <tr key={capture.variable} className={value === null ? classes['failed'] : ''}>
            <th scope="row">{subjectWords(capture.subject)}</th>
            <td>
              <code>{capture.variable}</code>
            </td>
            <td>{value === null ? message : <code>{value}</code>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
