import type { Environment } from '../../../shared/model/environment.ts';
import { useLayout } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import classes from './batches.module.css';

/** Says that production takes nothing yet, and opens the way. */
export function ArmFirst({
  environment: { id, name },
}: {
  readonly environment: Pick<Environment, 'id' | 'name'>;
}) {
  const open = useLayout((state) => state.open);
  return (
    <p className={classes['line']}>
      <Icon name="lock" />
      <span>{name} is read-only until it is armed. Arm it long enough for the whole batch.</span>
      <Button icon="unlock" onPress={() => open({ kind: 'arm', environmentId: id })}>
        Arm…
      </Button>
    </p>
  );
}
