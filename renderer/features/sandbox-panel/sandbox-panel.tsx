import { useState } from 'react';

import { findApi } from '../../../shared/apis/registry.ts';
import { useEnvironments, useLayout, useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { AlteredChip } from '../sandbox/altered-chip.tsx';
import { Section } from '../side-bar/section.tsx';
import classes from './sandbox-panel.module.css';

/** The local sandbox: where it is, what can be refunded in it, and a fresh start. */
export function SandboxPanel() {
  const { environments, sandbox: control, layout } = useStores();
  const showPage = useLayout((state) => state.showPage);
  const origin = useEnvironments(({ description }) => description.sandboxOrigin);
  const sandbox = useEnvironments((state) => state.sandbox);
  const [said, setSaid] = useState('');
  const start = async (): Promise<void> =>
    layout.getState().notify(await environments.getState().startSandbox());
  const reset = async (): Promise<void> => {
    const problem = await control.getState().change({ kind: 'reset', api: null });
    layout.getState().notify(problem);
    setSaid(problem === null ? 'Every ledger is back to its demo transactions.' : '');
  };
  return (
    <>
      <Section title="Sandbox">
        <div className={classes['intro']}>
          <p>
            {origin === null ? 'Not running.' : `Runs on ${origin.replace('http://', '')}.`} A real HTTP
            server on this machine with invented credentials. Any client may use it.
          </p>
          <AlteredChip />
          {origin === null && <Button onPress={() => void start()}>Start</Button>}
          <Button icon="settings" onPress={() => showPage({ kind: 'sandbox', part: 'ledger' })}>
            Open controls
          </Button>
          <Button icon="discard" onPress={() => void reset()}>
            Start afresh
          </Button>
          <p role="status">{said}</p>
        </div>
      </Section>
      {sandbox?.apis.map(({ id, baseUrl, transactions, series }) => (
        <Section key={id} title={findApi(id)?.title ?? id}>
          <code className={classes['url']}>{baseUrl}</code>
          <ul className={classes['transactions']}>
            {transactions.map((transaction) => (
              <li key={transaction.id}>
                <code>{transaction.id}</code>
                <span>
                  {transaction.title} · {transaction.state}
                </span>
              </li>
            ))}
            <li>
              <code>{series.first}</code>
              <span>to</span>
              <code>{series.last}</code>
              <span>
                {series.title} · {series.state}. For tables and long runs.
              </span>
            </li>
          </ul>
        </Section>
      ))}
    </>
  );
}
