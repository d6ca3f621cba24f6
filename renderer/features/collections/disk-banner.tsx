import { type RequestPart } from '../../../shared/engine/merge-collection-request.ts';
import type { Tab } from '../../../shared/model/tab.ts';
import { diskState } from '../../actions/disk-state.ts';
import { settleConflict } from '../../actions/follow-saved-tabs.ts';
import { requestOfTab } from '../../actions/request-of-tab.ts';
import { useCollections, useLayout, useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import classes from './disk-banner.module.css';

/** Says that the file of a tab was removed, or changed where the tab was edited too, and lets the user choose. */
export function DiskBanner({ tab }: { readonly tab: Tab }) {
  const stores = useStores();
  const { collections } = useCollections((state) => state.overview);
  const state = diskState(tab, collections);
  if (state.kind === 'gone')
    return <GoneBanner tab={tab} path={`${state.saved.collection}/${state.saved.path}`} />;
  if (state.kind !== 'changed' || state.merged.conflicts.length === 0) return null;
  return (
    <section className={classes['banner']} role="alert" aria-label="Changed on the disk">
      <Icon name="warning" />
      <p>
        <strong>Changed here and on the disk: {partWords(state.merged.conflicts)}.</strong> What only one of
        them changed is taken over either way.
      </p>
      <Button kind="quiet" onPress={() => settleConflict(stores, tab, 'theirs')}>
        Take theirs
      </Button>
      <Button
        kind="quiet"
        onPress={() => {
          settleConflict(stores, tab, 'mine');
          stores.layout.getState().say('Yours is kept; saving it replaces what is on the disk');
        }}
      >
        Keep mine
      </Button>
    </section>
  );
}

function GoneBanner({ tab, path }: { readonly tab: Tab; readonly path: string }) {
  const { tabs } = useStores();
  const open = useLayout((state) => state.open);
  return (
    <section className={classes['banner']} role="alert" aria-label="Not saved any more">
      <Icon name="warning" />
      <p>
        <strong>Not saved any more:</strong> the file of {path} was removed, or can no longer be read. Nothing
        in this tab is lost.
      </p>
      <Button
        kind="quiet"
        onPress={() => open({ kind: 'save-request', tabId: tab.id, request: requestOfTab(tab) })}
      >
        Save again…
      </Button>
      <Button kind="quiet" onPress={() => tabs.getState().change(tab.id, { saved: null })}>
        Keep as a draft
      </Button>
    </section>
  );
}

const words: Record<RequestPart, string> = {
  name: 'the name',
  notes: 'the notes',
  call: 'the call it makes',
  url: 'the URL',
  method: 'the method',
  headers: 'the headers',
  body: 'the body',
  checks: 'the checks',
  captures: 'the captures',
};

/** `the URL, the headers and the body` */
function partWords(parts: readonly RequestPart[]): string {
  const named = parts.map((part) => words[part]);
  const last = named.at(-1) ?? '';
  return named.length < 2 ? last : `${named.slice(0, -1).join(', ')} and ${last}`;
}
