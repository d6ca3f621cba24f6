import { useLayout } from '../../stores/stores-context.tsx';
import { CollectionList } from '../collections/collection-list.tsx';
import { CollectionNames } from '../collections/collection-names.tsx';
import { EnvironmentList } from '../environment-editor/environment-list.tsx';
import { HistoryList } from '../history-list/history-list.tsx';
import { RecentList } from '../history-list/recent-list.tsx';
import { RunList } from '../runs/run-list.tsx';
import { SandboxPanel } from '../sandbox-panel/sandbox-panel.tsx';
import { ApiTree } from './api-tree.tsx';
import classes from './side-bar.module.css';

/** The list chosen in the activity bar. */
export function SideBar() {
  const view = useLayout((state) => state.view);
  return (
    <aside className={classes['bar']} aria-label="Side bar">
      {view === 'apis' && (
        <>
          <ApiTree />
          <CollectionNames />
          <RecentList />
        </>
      )}
      {view === 'collections' && <CollectionList />}
      {view === 'history' && <HistoryList />}
      {view === 'environments' && <EnvironmentList />}
      {view === 'sandbox' && <SandboxPanel />}
      {view === 'runs' && <RunList />}
    </aside>
  );
}
