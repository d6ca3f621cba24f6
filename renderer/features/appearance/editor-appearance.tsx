import { type ReactNode, useMemo } from 'react';

import { EditorSettingsContext } from '../../editor/editor-settings.ts';
import { useSettings } from '../../stores/stores-context.tsx';

/** Hands what is set for the editors to every editor in it. */
export function EditorAppearance({ children }: { readonly children: ReactNode }) {
  const { editorFontSize, zoom, wordWrap, tabLeavesEditor } = useSettings(({ settings }) => settings);
  const settings = useMemo(
    () => ({ fontSize: (editorFontSize * zoom) / 100, wordWrap, tabLeavesEditor }),
    [editorFontSize, zoom, wordWrap, tabLeavesEditor],
  );
  return <EditorSettingsContext value={settings}>{children}</EditorSettingsContext>;
}
