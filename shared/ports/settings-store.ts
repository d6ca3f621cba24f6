import type { LayoutMemory } from '../model/layout-memory.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import type { LoadedSettings, Settings } from '../model/settings.ts';

/** What people set, and how they left the window: of this machine, not of a workspace. */
export type SettingsStore = {
  loadSettings(): LoadedSettings;
  saveSettings(settings: Settings): Result<null, Problem>;
  /** Nothing of it is worth a word where it cannot be read. */
  loadLayout(): LayoutMemory;
  saveLayout(layout: LayoutMemory): Result<null, Problem>;
};
