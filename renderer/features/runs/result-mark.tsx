import { resultWord } from '../../../shared/engine/runs/run-words.ts';
import type { RunResult } from '../../../shared/model/run.ts';
import { Icon } from '../../ui/icon.tsx';
import classes from './result-mark.module.css';

const icons: Record<ReturnType<typeof resultWord>, string> = {
  passed: 'pass',
  failed: 'error',
  unknown: 'question',
  'not sent': 'circle-slash',
};

/** What a request of a run came to: a sign and its word. */
export function ResultMark({ result }: { readonly result: RunResult }) {
  const word = resultWord(result);
  return (
    <span className={`${classes['mark']} ${classes[word.replace(' ', '-')]}`}>
      <Icon name={icons[word]} />
      {word}
    </span>
  );
}
