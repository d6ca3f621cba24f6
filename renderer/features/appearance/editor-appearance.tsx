import { type ReactNode, useEffect, useMemo } from 'react';

import { EditorSettingsContext } from '../../editor/editor-settings.ts';
import { onTabKeyChange, setTabLeaves, tabLeaves } from '../../editor/tab-key.ts';
import { useSettings } from '../../stores/stores-context.tsx';

/** Hands what is set for the editors to every editor in it, and keeps what `Ctrl M` in one of them sets. */
export function EditorAppearance({ children }: { readonly children: ReactNode }) {
  const { editorFontSize, zoom, wordWrap, tabLeavesEditor } = useSettings(({ settings }) => settings);
  const change = useSettings((state) => state.change);
  useEffect(() => {
    setTabLeaves(tabLeavesEditor);
    return onTabKeyChange(() => change({ tabLeavesEditor: tabLeaves() }));
  }, [tabLeavesEditor, change]);
  const settings = useMemo(
    () => ({ fontSize: (editorFontSize * zoom) / 100, wordWrap }),
    [editorFontSize, zoom, wordWrap],
  );
  return <EditorSettingsContext value={settings}>{children}</EditorSettingsContext>;
}
