import { useLayout } from '../../stores/stores-context.tsx';
import { CollectionList } from '../collections/collection-list.tsx';
import { EnvironmentList } from '../environment-editor/environment-list.tsx';
import { HistoryList } from '../history-list/history-list.tsx';
import { RunList } from '../runs/run-list.tsx';
import { SandboxPanel } from '../sandbox-panel/sandbox-panel.tsx';
import { FirstView } from './first-view.tsx';
import classes from './side-bar.module.css';

/** The list chosen in the activity bar. */
export function SideBar() {
  const view = useLayout((state) => state.view);
  return (
    <aside className={classes['bar']} aria-label="Side bar">
      {view === 'apis' && <FirstView />}
      {view === 'collections' && <CollectionList />}
      {view === 'history' && <HistoryList />}
      {view === 'environments' && <EnvironmentList />}
      {view === 'sandbox' && <SandboxPanel />}
      {view === 'runs' && <RunList />}
    </aside>
  );
}
