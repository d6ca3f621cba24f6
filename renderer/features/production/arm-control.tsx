import type { ArmedEnvironment } from '../../../shared/contract/commands.ts';
import { disarmProduction } from '../../actions/disarm-production.ts';
import { selectActiveEnvironment } from '../../stores/create-environment-store.ts';
import { selectArmedUntil } from '../../stores/create-production-store.ts';
import { useEnvironments, useLayout, useProduction, useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Countdown } from '../countdown.tsx';
import classes from './arm-control.module.css';

/** Whether production may be sent to, how long still, and the way from one to the other. */
export function ArmControl() {
  const active = useEnvironments(selectActiveEnvironment);
  const armed = useProduction((state) => state.armed);
  const isArmed = useProduction(selectArmedUntil(active.id)) !== null;
  const open = useLayout((state) => state.open);
  return (
    <div className={classes['control']}>
      {armed.map((one) => (
        <Armed key={one.environmentId} armed={one} activeId={active.id} />
      ))}
      {active.environmentClass === 'production' && !isArmed && (
        <Button kind="quiet" icon="unlock" onPress={() => open({ kind: 'arm', environmentId: active.id })}>
          Arm…
        </Button>
      )}
    </div>
  );
}

/** An environment that is armed and not the active one is named: its time runs all the same. */
function Armed({ armed, activeId }: { readonly armed: ArmedEnvironment; readonly activeId: string }) {
  const stores = useStores();
  const { environmentId, until } = armed;
  const name = useEnvironments(
    ({ overview }) => overview.environments.find(({ id }) => id === environmentId)?.name ?? environmentId,
  );
  return (
    <>
      <span className={classes['armed']} title={`${name} may be sent to until the time is over.`}>
        <Icon name="flame" />
        <span role="status">{environmentId === activeId ? 'LIVE · ARMED' : `${name} · ARMED`}</span>
        <Countdown until={until} />
      </span>
      <Button kind="quiet" icon="lock" onPress={() => void disarmProduction(stores, environmentId)}>
        Disarm
      </Button>
    </>
  );
}
