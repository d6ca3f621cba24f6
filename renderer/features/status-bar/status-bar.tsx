import { Button } from 'react-aria-components';

import { selectActiveTab, type TabState } from '../../stores/create-tab-store.ts';
import { useEnvironments, useHistory, useJournal, useLayout, useTabs } from '../../stores/stores-context.tsx';
import { Icon } from '../../ui/icon.tsx';
import { AlteredChip } from '../sandbox/altered-chip.tsx';
import classes from './status-bar.module.css';
import { TabKeyItem } from './tab-key-item.tsx';
import { VaultItem } from './vault-item.tsx';

/** Where the sandbox is, where secrets are kept, what is open, how much is saved, what is being edited. */
export function StatusBar() {
  const { sandboxOrigin } = useEnvironments((state) => state.description);
  const count = useHistory((state) => state.count);
  const language = useTabs(selectLanguage);
  const unresolved = useJournal((state) => state.unresolved.length);
  const open = useLayout((state) => state.open);
  return (
    <footer className={classes['bar']} data-pane="status">
      <span className={sandboxOrigin === null ? '' : classes['running']}>
        <Icon name={sandboxOrigin === null ? 'circle-slash' : 'circle-large-outline'} />
        {sandboxOrigin === null
          ? 'Sandbox not running'
          : `Sandbox on ${sandboxOrigin.replace('http://', '')}`}
      </span>
      <AlteredChip />
      <VaultItem />
      {unresolved > 0 && (
        <Button className={classes['unresolved'] ?? ''} onPress={() => open({ kind: 'unresolved' })}>
          <Icon name="question" />
          {`${unresolved} without a known outcome`}
        </Button>
      )}
      <span
        className={classes['right']}
      >{`${count.toLocaleString('en')} ${count === 1 ? 'exchange' : 'exchanges'} saved`}</span>
      {language !== null && <TabKeyItem />}
      {language !== null && <span>{language}</span>}
      <span>UTF-8</span>
    </footer>
  );
}

/** What the editor of the active tab holds. */
function selectLanguage(state: TabState): string | null {
  const body = selectActiveTab(state)?.draft.body;
  switch (body?.kind) {
    case 'text':
      return body.language.toUpperCase();
    case 'form':
      return body.main?.language.toUpperCase() ?? 'Form';
    default:
      return null;
  }
}
