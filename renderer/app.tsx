import { useState } from 'react';
import { Panel } from 'react-resizable-panels';

import classes from './app.module.css';
import { ActivityBar } from './features/activity-bar/activity-bar.tsx';
import { EditorAppearance } from './features/appearance/editor-appearance.tsx';
import { useAppearance } from './features/appearance/use-appearance.ts';
import { ConnectionBanner } from './features/connection/connection-banner.tsx';
import { Notices } from './features/notices/notices.tsx';
import { Overlays } from './features/overlays.tsx';
import { UnresolvedBanner } from './features/journal/unresolved-banner.tsx';
import { useApplicationMenu } from './features/desktop/use-application-menu.ts';
import { useHandedFiles } from './features/desktop/use-handed-files.ts';
import { useFollowDisk } from './features/collections/use-follow-disk.ts';
import { FirstRefundGuide } from './features/first-start/first-refund-guide.tsx';
import { FirstStart } from './features/first-start/first-start.tsx';
import { DropZone } from './features/paste/drop-zone.tsx';
import { PageView } from './features/page-view.tsx';
import { usePasteAnywhere } from './features/paste/use-paste-anywhere.ts';
import { RequestEditor } from './features/request-editor/request-editor.tsx';
import { ResponseViewer } from './features/response-viewer/response-viewer.tsx';
import { useShortcuts } from './features/shortcuts/use-shortcuts.ts';
import { SideBar } from './features/side-bar/side-bar.tsx';
import { Split } from './features/split.tsx';
import { StatusBar } from './features/status-bar/status-bar.tsx';
import { TabStrip } from './features/tab-strip/tab-strip.tsx';
import { useKeptFocus } from './features/tab-strip/use-kept-focus.ts';
import { TopBar } from './features/top-bar/top-bar.tsx';
import { useWindowTitle } from './features/window-title/use-window-title.ts';
import { selectActiveEnvironment } from './stores/create-environment-store.ts';
import { selectActiveTab } from './stores/create-tab-store.ts';
import { useEnvironments, useLayout, useTabs } from './stores/stores-context.tsx';
import { Splitter } from './ui/splitter.tsx';

/** Pixels of a side bar that nobody made wider or narrower. */
const usualWidth = 264;

/** The panes of the window. */
export function App() {
  useAppearance();
  useWindowTitle();
  useShortcuts();
  useApplicationMenu();
  useKeptFocus();
  usePasteAnywhere();
  useFollowDisk();
  useHandedFiles();
  const isHidden = useLayout((state) => state.sideBarHidden);
  const { environmentClass } = useEnvironments(selectActiveEnvironment);
  return (
    <div className={classes['app']} data-class={environmentClass}>
      <TopBar />
      <div className={classes['middle']}>
        <ActivityBar />
        <Split name="window" orientation="horizontal" className={classes['panes']} isWhole={!isHidden}>
          {!isHidden && (
            <>
              <SideBarPanel />
              <Splitter label="Width of the side bar" />
            </>
          )}
          <Panel id="main" minSize={400}>
            <main className={classes['main']}>
              <ConnectionBanner />
              <UnresolvedBanner />
              <EditorAppearance>
                <Workspace />
              </EditorAppearance>
            </main>
          </Panel>
        </Split>
      </div>
      <StatusBar />
      <Notices />
      <DropZone />
      <Overlays />
    </div>
  );
}

/** As wide as it was left, also where it was hidden meanwhile. */
function SideBarPanel() {
  const left = useLayout(({ splits }) => splits['window']?.['side-bar']);
  const [width] = useState(left === undefined ? usualWidth : `${left}%`);
  return (
    <Panel
      id="side-bar"
      defaultSize={width}
      minSize={160}
      maxSize="45%"
      groupResizeBehavior="preserve-pixel-size"
    >
      <SideBar />
    </Panel>
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
