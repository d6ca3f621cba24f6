import type { RunResult } from '../../../shared/model/run.ts';
import { Icon } from '../../ui/icon.tsx';
import { type ResultKind, resultKind } from './run-words.ts';
import classes from './result-mark.module.css';

const icons: Record<ResultKind, string> = {
  passed: 'pass',
  failed: 'error',
  unknown: 'question',
  'not sent': 'circle-slash',
};

/** What a request of a run came to: a sign and its word. */
export function ResultMark({ result }: { readonly result: RunResult }) {
  const kind = resultKind(result);
  return (
    <span className={`${classes['mark']} ${classes[kind.replace(' ', '-')]}`}>
      <Icon name={icons[kind]} />
      {kind}
    </span>
  );
}
