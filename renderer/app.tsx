import { Panel } from 'react-resizable-panels';

import classes from './app.module.css';
import { ActivityBar } from './features/activity-bar/activity-bar.tsx';
import { Overlays } from './features/overlays.tsx';
import { UnresolvedBanner } from './features/journal/unresolved-banner.tsx';
import { useFollowDisk } from './features/collections/use-follow-disk.ts';
import { FirstRefundGuide } from './features/first-start/first-refund-guide.tsx';
import { FirstStart } from './features/first-start/first-start.tsx';
import { DropZone } from './features/paste/drop-zone.tsx';
import { PageView } from './features/page-view.tsx';
import { usePasteAnywhere } from './features/paste/use-paste-anywhere.ts';
import { RequestEditor } from './features/request-editor/request-editor.tsx';
import { ResponseViewer } from './features/response-viewer/response-viewer.tsx';
import { SaidNotice } from './features/said-notice/said-notice.tsx';
import { useShortcuts } from './features/shortcuts/use-shortcuts.ts';
import { SideBar } from './features/side-bar/side-bar.tsx';
import { Split } from './features/split.tsx';
import { StatusBar } from './features/status-bar/status-bar.tsx';
import { ToldProblems } from './features/told-problems/told-problems.tsx';
import { TabStrip } from './features/tab-strip/tab-strip.tsx';
import { useKeptFocus } from './features/tab-strip/use-kept-focus.ts';
import { TopBar } from './features/top-bar/top-bar.tsx';
import { UndoNotice } from './features/undo-notice/undo-notice.tsx';
import { selectActiveEnvironment } from './stores/create-environment-store.ts';
import { selectActiveTab } from './stores/create-tab-store.ts';
import { useEnvironments, useLayout, useTabs } from './stores/stores-context.tsx';
import { Splitter } from './ui/splitter.tsx';

/** The panes of the window. */
export function App() {
  useShortcuts();
  useKeptFocus();
  usePasteAnywhere();
  useFollowDisk();
  const { environmentClass } = useEnvironments(selectActiveEnvironment);
  return (
    <div className={classes['app']} data-class={environmentClass}>
      <TopBar />
      <div className={classes['middle']}>
        <ActivityBar />
        <Split name="window" orientation="horizontal" className={classes['panes']}>
          <Panel
            id="side-bar"
            defaultSize={264}
            minSize={160}
            maxSize="45%"
            groupResizeBehavior="preserve-pixel-size"
          >
            <SideBar />
          </Panel>
          <Splitter label="Width of the side bar" />
          <Panel id="main" minSize={400}>
            <main className={classes['main']}>
              <ToldProblems />
              <UnresolvedBanner />
              <Workspace />
            </main>
          </Panel>
        </Split>
      </div>
      <StatusBar />
      <UndoNotice />
      <SaidNotice />
      <DropZone />
      <Overlays />
    </div>
  );
}

function Workspace() {
  const tab = useTabs(selectActiveTab);
  const page = useLayout((state) => state.page);
  if (page !== null)
    return (
      <>
        <TabStrip />
        <PageView page={page} />
      </>
    );
  if (tab === null) return <FirstStart />;
  return (
    <>
      <TabStrip />
      <FirstRefundGuide tabId={tab.id} />
      <Split name="workspace" orientation="vertical" className={classes['panes']}>
        <Panel id="request" defaultSize="51%" minSize={150}>
          <RequestEditor key={tab.id} tab={tab} />
        </Panel>
        <Splitter label="Height of the request" />
        <Panel id="response" minSize={110}>
          <ResponseViewer key={tab.id} tab={tab} />
        </Panel>
      </Split>
    </>
  );
}
