import type { SandboxControls } from '../../../shared/model/sandbox.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import classes from './altered-banner.module.css';
import { alteredWords, clockWords } from './sandbox-words.ts';
import { useChangeSandbox } from './use-change-sandbox.ts';

/** Says that the sandbox does not answer as it would of itself: a fault that somebody forgot costs hours. */
export function AlteredBanner({ controls }: { readonly controls: SandboxControls }) {
  const change = useChangeSandbox();
  const words = alteredWords(controls);
  return (
    <div role="status">
      {words.length > 0 && (
        <section className={classes['banner']} aria-label="The sandbox is altered">
          <Icon name="warning" />
          <p>
            <strong>This sandbox does not answer as it would of itself:</strong> {words.join(', ')}. Every
            client that uses it meets that.
          </p>
          {controls.rules.length > 0 && (
            <Button
              kind="quiet"
              onPress={() =>
                void change({ kind: 'remove-rule', id: null }, 'All picks and faults are removed')
              }
            >
              Remove all rules
            </Button>
          )}
          {clockWords(controls.clock) !== null && (
            <Button
              kind="quiet"
              onPress={() =>
                void change({ kind: 'clock', change: { kind: 'reset' } }, 'The clock is the machine’s again')
              }
            >
              Machine’s time
            </Button>
          )}
        </section>
      )}
    </div>
  );
}
