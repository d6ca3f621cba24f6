import { useConnection } from '../../stores/stores-context.tsx';
import { Icon } from '../../ui/icon.tsx';
import classes from './connection-banner.module.css';

/** Says that the workbench behind the page is gone: for now, or for good. */
export function ConnectionBanner() {
  const connection = useConnection((state) => state.connection);
  return (
    <div role="status" aria-live="polite">
      {connection !== 'open' && (
        <section className={classes['banner']} aria-label="Connection">
          <Icon name="debug-disconnect" />
          {connection === 'lost' ? <Lost /> : <Gone />}
        </section>
      )}
    </div>
  );
}

function Lost() {
  return (
    <p>
      <strong>The workbench does not answer.</strong> Nothing was lost: drafts stay here and are kept as soon
      as it is back, and nothing can be sent until then. This page tries again every second. If the workbench
      was ended, start it with <code>npm start</code> and open the address it gives.
    </p>
  );
}

function Gone() {
  return (
    <p>
      <strong>The workbench was started anew and does not know this page any more.</strong> Copy what you
      typed in the last moments, then open the address that the workbench gave in the terminal; press Enter
      there for a new one. Everything before is kept.
    </p>
  );
}
