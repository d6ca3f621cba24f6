import { useCallback, useState } from 'react';

import type { RunSummary } from '../../../shared/model/run.ts';
import type { Page } from '../../stores/page.ts';
import { selectActiveEnvironment } from '../../stores/create-environment-store.ts';
import { useCollections, useEnvironments, useLayout, useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useAsked } from '../use-asked.ts';
import classes from './new-run-page.module.css';
import { openRunForm } from './run-form.ts';
import { RunSetup } from './run-setup.tsx';

type Props = Omit<Extract<Page, { readonly kind: 'new-run' }>, 'kind'>;

/** Chooses what of a collection is run, and how. */
export function NewRunPage({ collection: asked, paths, onlyFailedOf, like }: Props) {
  const { collections } = useCollections((state) => state.overview);
  const activeId = useEnvironments(selectActiveEnvironment).id;
  const earlier = useEarlierRun(like ?? onlyFailedOf);
  const [chosen, setChosen] = useState(asked);
  const collection =
    collections.find(({ id }) => id === chosen) ?? (asked === '' ? collections[0] : undefined);
  if (collection === undefined) return <NoCollection isGone={asked !== ''} />;
  if (earlier === undefined) return <p className={classes['waiting']}>Reading the earlier run …</p>;
  return (
    <section className={classes['page']} aria-label="New run">
      <header className={classes['head']}>
        <h1>{onlyFailedOf === null ? 'Run' : 'Run what failed in'}</h1>
        {asked === '' ? (
          <select
            aria-label="Collection"
            value={collection.id}
            onChange={({ target }) => setChosen(target.value)}
          >
            {collections.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        ) : (
          <strong>{collection.name}</strong>
        )}
      </header>
      <RunSetup
        key={collection.id}
        collection={collection}
        initial={openRunForm(collection, paths, activeId, earlier)}
        onlyFailedOf={onlyFailedOf === null ? null : earlier}
      />
    </section>
  );
}

/** The run whose settings are taken; `null` where there is none, `undefined` until it is read. */
function useEarlierRun(id: string | null): RunSummary | null | undefined {
  const { runs, layout } = useStores();
  return useAsked(
    useCallback(async () => {
      if (id === null) return null;
      const problem = await runs.getState().read(id);
      if (problem !== null) layout.getState().notify(problem);
      return runs.getState().byId[id] ?? null;
    }, [runs, layout, id]),
  );
}

function NoCollection({ isGone }: { readonly isGone: boolean }) {
  const showView = useLayout((state) => state.showView);
  return (
    <section className={classes['nothing']} aria-label="New run">
      <h1>{isGone ? 'This collection is not there any more' : 'There is no collection to run yet'}</h1>
      <p>
        A run sends the requests of a collection in their order, once or for each row of a data file, and
        holds the answers against the checks that are saved with them.
      </p>
      <Button kind="primary" icon="library" onPress={() => showView('collections')}>
        Show the collections
      </Button>
    </section>
  );
}
