import { runCommandLine } from '../../../shared/engine/run-command-line.ts';
import type { Environment } from '../../../shared/model/environment.ts';
import type { RunPlan } from '../../../shared/model/run.ts';
import { copyText } from '../../actions/copy-text.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { classWords } from '../words.ts';
import { usualTimeout } from './run-form.ts';
import { requestWords } from './run-words.ts';
import classes from './start-bar.module.css';

type Props = {
  readonly plan: RunPlan;
  /** How many requests it sends. */
  readonly count: number;
  readonly dataFile: string | null;
  readonly environment: Environment | null;
  readonly isStarting: boolean;
  readonly onStart: () => void;
};

/** What a start would do, in words and as a command; and the start. */
export function StartBar({ plan, count, dataFile, environment, isStarting, onStart }: Props) {
  const stores = useStores();
  const command = runCommandLine(plan, { dataFile, usualTimeout });
  return (
    <footer className={classes['bar']}>
      <div className={classes['facts']}>
        <p>
          {count === 0 ? (
            'Choose at least one request.'
          ) : (
            <>
              Sends <strong>{requestWords(count)}</strong>
              {environment !== null &&
                ` to ${environment.name} (${classWords[environment.environmentClass].word})`}
              {plan.bail ? ', fewer where one fails.' : '.'}
            </>
          )}
        </p>
        {count > 0 && (
          <div className={classes['command']}>
            <span>The same on the command line</span>
            <code title={command}>{command}</code>
            <IconButton
              icon="copy"
              label="Copy the command"
              onPress={() => void copyText(stores, command, 'Copied the command')}
            />
          </div>
        )}
      </div>
      <Button
        kind="primary"
        icon="run-all"
        isDisabled={count === 0 || isStarting || environment === null}
        onPress={onStart}
      >
        {isStarting ? 'Starting …' : 'Start'}
      </Button>
    </footer>
  );
}
