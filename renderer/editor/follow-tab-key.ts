import { TabFocus } from 'monaco-editor/editor/browser/config/tabFocus.js';

import { onTabKeyChange, setTabLeaves, tabLeaves } from './tab-key.ts';

/** Keeps Monaco's own switch, which `Ctrl M` turns, and the one of the window the same. */
export function followTabKey(): void {
  const obey = (): void => {
    if (TabFocus.getTabFocusMode() !== tabLeaves()) TabFocus.setTabFocusMode(tabLeaves());
  };
  obey();
  onTabKeyChange(obey);
  TabFocus.onDidChangeTabFocus(setTabLeaves);
}
