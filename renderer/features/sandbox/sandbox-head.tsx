import { useState } from 'react';

import { apis } from '../../../shared/apis/registry.ts';
import { copyText } from '../../actions/copy-text.ts';
import { saveFile } from '../../actions/save-file.ts';
import { useEnvironments, useStores } from '../../stores/stores-context.tsx';
import type { Stores } from '../../stores/stores.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { LoadForm } from './load-form.tsx';
import classes from './sandbox-head.module.css';
import { usePutBack } from './use-put-back.ts';

/** Where the sandbox is, a fresh start, and its snapshots. */
export function SandboxHead() {
  const stores = useStores();
  const [isLoading, setLoading] = useState(false);
  const { before, reset, load, putBack } = usePutBack();
  const resets = apis.map(({ id, title }) => ({
    id,
    label: `Only ${title}`,
    icon: 'discard',
    run: () => void reset(id),
  }));
  return (
    <>
      <header className={classes['head']}>
        <div className={classes['title']}>
          <h1>Sandbox</h1>
          <Address />
        </div>
        {before !== null && (
          <p className={classes['before']}>
            <span>{before.done}</span>
            <Button icon="reply" onPress={() => void putBack()}>
              Put back
            </Button>
          </p>
        )}
        <div className={classes['actions']}>
          <MenuButton
            label="Start afresh"
            groups={[
              [
                {
                  id: 'all',
                  label: 'All ledgers, the clock, picks and faults',
                  icon: 'clear-all',
                  run: () => void reset(null),
                },
              ],
              resets,
            ]}
          >
            <Button icon="discard">Start afresh</Button>
          </MenuButton>
          <MenuButton
            label="Snapshot"
            groups={[
              [
                {
                  id: 'save',
                  label: 'Save a snapshot',
                  icon: 'desktop-download',
                  run: () => void saveSnapshot(stores),
                },
                {
                  id: 'load',
                  label: 'Load a snapshot or a seed…',
                  icon: 'folder-opened',
                  run: () => setLoading(true),
                },
              ],
            ]}
          >
            <Button icon="archive">Snapshot</Button>
          </MenuButton>
        </div>
      </header>
      {isLoading && <LoadForm onLoad={load} onClose={() => setLoading(false)} />}
    </>
  );
}

function Address() {
  const stores = useStores();
  const origin = useEnvironments(({ description }) => description.sandboxOrigin);
  const start = async (): Promise<void> =>
    stores.layout.getState().notify(await stores.environments.getState().startSandbox());
  if (origin === null)
    return (
      <p className={classes['address']}>
        <span className={classes['stopped']}>
          <Icon name="circle-slash" /> Not running: no client can reach it.
        </span>
        <Button kind="quiet" icon="play" onPress={() => void start()}>
          Start
        </Button>
      </p>
    );
  return (
    <p className={classes['address']}>
      <span className={classes['running']}>
        <Icon name="circle-large-outline" /> Runs on <code>{origin}</code>
      </span>
      <IconButton
        icon="copy"
        label="Copy the address of the sandbox"
        onPress={() => void copyText(stores, origin, 'Copied the address')}
      />
    </p>
  );
}

async function saveSnapshot({ sandbox, layout }: Stores): Promise<void> {
  const text = await sandbox.getState().snapshot();
  if (!text.ok) return layout.getState().notify(text.error);
  const fileName = 'sandbox-snapshot.json';
  saveFile({ fileName, mediaType: 'application/json', text: text.value });
  layout.getState().say(`Saved as ${fileName}`);
}
