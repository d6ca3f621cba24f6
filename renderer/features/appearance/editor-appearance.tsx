import { type ReactNode, useEffect, useMemo } from 'react';

import { EditorSettingsContext } from '../../editor/editor-settings.ts';
import { setTabLeaves } from '../../editor/tab-key.ts';
import { useSettings } from '../../stores/stores-context.tsx';

/** Hands what is set for the editors to every editor in it. */
export function EditorAppearance({ children }: { readonly children: ReactNode }) {
  const { editorFontSize, zoom, wordWrap, tabLeavesEditor } = useSettings(({ settings }) => settings);
  const settings = useMemo(
    () => ({ fontSize: (editorFontSize * zoom) / 100, wordWrap }),
    [editorFontSize, zoom, wordWrap],
  );
  // `Ctrl M` and the status bar change it for the moment.
  useEffect(() => setTabLeaves(tabLeavesEditor), [tabLeavesEditor]);
  return <EditorSettingsContext value={settings}>{children}</EditorSettingsContext>;
}
