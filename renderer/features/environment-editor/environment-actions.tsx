import { sandboxEnvironmentId } from '../../../shared/model/environment.ts';
import { removeEnvironment } from '../../actions/remove-environment.ts';
import { selectActiveEnvironment } from '../../stores/create-environment-store.ts';
import { useEnvironments, useLayout, useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import classes from './environment-list.module.css';

/** What can be done with the active environment; the built-in one only waits for others. */
export function EnvironmentActions() {
  const stores = useStores();
  const active = useEnvironments(selectActiveEnvironment);
  const open = useLayout((state) => state.open);
  const { notify } = stores.layout.getState();
  const { id } = active;
  if (id === sandboxEnvironmentId) return null;
  return (
    <div className={classes['actions']} role="group" aria-label={`Environment ${active.name}`}>
      <Button kind="quiet" icon="edit" onPress={() => open({ kind: 'environment', id })}>
        Edit
      </Button>
      <Button kind="quiet" icon="copy" onPress={() => open({ kind: 'environment', id: null, copyOf: id })}>
        Duplicate
      </Button>
      <Button kind="quiet" icon="diff" onPress={() => open({ kind: 'compare-environments', id })}>
        Compare
      </Button>
      <Button
        kind="quiet"
        icon="trash"
        onPress={() => void removeEnvironment(stores, active).then((refused) => notify(refused))}
      >
        Delete
      </Button>
    </div>
  );
}
