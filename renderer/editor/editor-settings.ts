import { createContext } from 'react';

import { defaultSettings } from '../../shared/model/settings.ts';

/** What people set for the editors. */
export type EditorSettings = {
  /** Pixels on the screen: an editor is not zoomed with the window, because then it would miss the pointer. */
  readonly fontSize: number;
  readonly wordWrap: boolean;
};

/** What holds for every editor below. */
export const EditorSettingsContext = createContext<EditorSettings>({
  fontSize: defaultSettings.editorFontSize,
  wordWrap: defaultSettings.wordWrap,
});
