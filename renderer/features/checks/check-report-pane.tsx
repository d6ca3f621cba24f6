import { describeDemand, describeSubject } from '../../../shared/engine/describe-check.ts';
import type { CaptureResult, CheckResult } from '../../../shared/model/check.ts';
import { Icon } from '../../ui/icon.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import classes from './check-report-pane.module.css';
import type { CheckReportState } from './use-check-report.ts';

/** How the answer did: each check with what was found, and the values that were taken. */
export function CheckReportPane({ report }: { readonly report: CheckReportState }) {
  if (report === null) return <p role="status">Checking …</p>;
  if (!report.ok) return <ProblemList problems={[report.error]} kind="problem" />;
  const { checks, captures } = report.value;
  return (
    <div className={classes['report']}>
      {checks.length > 0 && (
        <table className={classes['table']} aria-label="Checks">
          <thead>
            <tr>
              <th scope="col" aria-label="Result" />
              <th scope="col">Check</th>
              <th scope="col">Found</th>
            </tr>
          </thead>
          <tbody>
            {checks.map((result, index) => (
              // Two checks may be alike in everything but their place.
              // oxlint-disable-next-line react/no-array-index-key
              <CheckRow key={index} result={result} />
            ))}
          </tbody>
        </table>
      )}
      {captures.length > 0 && (
        <table className={classes['table']} aria-label="Values taken">
          <thead>
            <tr>
              <th scope="col" aria-label="Result" />
              <th scope="col">Variable</th>
              <th scope="col">Value taken in a run</th>
            </tr>
          </thead>
          <tbody>
            {captures.map((result, index) => (
              // oxlint-disable-next-line react/no-array-index-key
              <CaptureRow key={index} result={result} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

/** `2 of 5 failed`, `5 passed`: the count on the tab of the pane; nothing where only values are taken. */
export function countWords(report: CheckReportState): string | undefined {
  if (report === null || !report.ok || report.value.checks.length === 0) return undefined;
  const { checks } = report.value;
  const failed = checks.filter(({ passed }) => !passed).length;
  return failed === 0 ? `${checks.length} passed` : `${failed} of ${checks.length} failed`;
}

function CheckRow({ result: { check, passed, actual, message } }: { readonly result: CheckResult }) {
  return (
    <tr>
      <Sign passed={passed} words={passed ? 'Passed' : 'Failed'} />
      <td>
        {describeSubject(check.subject)} {describeDemand(check)}
        {!passed && <p className={classes['why']}>{message}</p>}
      </td>
      <td className={classes['found']}>{actual ?? '–'}</td>
    </tr>
  );
}

function CaptureRow({ result: { capture, value, message } }: { readonly result: CaptureResult }) {
  return (
    <tr>
      <Sign passed={value !== null} words={value === null ? 'Not found' : 'Found'} />
      <td>
        <code>{capture.variable}</code> from {describeSubject(capture.subject)}
        {value === null && <p className={classes['why']}>{message}</p>}
      </td>
      <td className={classes['found']}>{value ?? '–'}</td>
    </tr>
  );
}

function Sign({ passed, words }: { readonly passed: boolean; readonly words: string }) {
  return (
    <td className={passed ? classes['passed'] : classes['failed']} aria-label={words}>
      <Icon name={passed ? 'pass' : 'error'} />
    </td>
  );
}
