import type { RunSummary } from '../../../shared/model/run.ts';
import { useLayout, useStores } from '../../stores/stores-context.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { cancelRun } from '../../actions/cancel-run.ts';
import { removeRun } from '../../actions/remove-run.ts';
import { classWords, formatMoment } from '../words.ts';
import classes from './run-head.module.css';
import { runReports } from './run-reports.ts';
import { planWords, runBadge } from './run-words.ts';

/** What was run, where and how, and what can be done with it. */
export function RunHead({ run }: { readonly run: RunSummary }) {
  const { collection, environment, startedAt, state } = run;
  const badge = runBadge(run);
  const { word, icon } = classWords[environment.environmentClass];
  return (
    <header className={classes['head']}>
      <div className={classes['title']}>
        <h1>
          {collection.name} {state !== 'running' && <StatusBadge {...badge} />}
        </h1>
        <p>
          <span className={`${classes['class']} ${classes[environment.environmentClass]}`}>
            <Icon name={icon} /> {word}
          </span>
          {[
            environment.name,
            <time key="time" dateTime={startedAt}>
              {formatMoment(startedAt)}
            </time>,
            ...planWords(run),
          ].map((fact, index) => (
            // The facts have no identity of their own; they are made anew as a whole.
            // oxlint-disable-next-line react/no-array-index-key
            <span key={index}>{fact}</span>
          ))}
        </p>
      </div>
      <Actions run={run} />
    </header>
  );
}

function Actions({ run }: { readonly run: RunSummary }) {
  const stores = useStores();
  const showPage = useLayout((state) => state.showPage);
  const { id, collection, counts, plan, state } = run;
  if (state === 'running') {
    return (
      <Button icon="debug-stop" onPress={() => void cancelRun(stores, id)}>
        Cancel
      </Button>
    );
  }
  const again = (onlyFailedOf: string | null): void => {
    if (collection.id === null) return;
    showPage({ kind: 'new-run', collection: collection.id, paths: plan.paths, onlyFailedOf, like: id });
  };
  return (
    <div className={classes['actions']}>
      {collection.id !== null && (
        <>
          {counts.failed > 0 && (
            <Button icon="debug-rerun" onPress={() => again(id)}>
              Run the failed ones…
            </Button>
          )}
          <Button icon="refresh" onPress={() => again(null)}>
            Run again…
          </Button>
        </>
      )}
      <MenuButton
        label="More"
        groups={[
          runReports(stores, run),
          [
            {
              id: 'remove',
              label: 'Remove this run',
              icon: 'trash',
              run: () => void removeRun(stores, id),
            },
          ],
        ]}
      >
        <IconButton icon="ellipsis" label="Reports and more" />
      </MenuButton>
    </div>
  );
}
