import type { WebPreferences } from 'electron';

/** What every page of the window is shut in by; all but `spellcheck` are points of Electron's security list. */
export const safePreferences = {
  contextIsolation: true,
  nodeIntegration: false,
  sandbox: true,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
} as const satisfies WebPreferences;
