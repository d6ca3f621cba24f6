import type { LayoutMemory } from '../model/layout-memory.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import type { LoadedSettings, Settings } from '../model/settings.ts';

/** Commands for what people set, and for how they left the window. */
export interface SettingsCommands {
  'settings.load': { input: null; output: LoadedSettings };
  /** Changes what is named and leaves the rest, so that two pages do not undo each other; gives all of them. */
  'settings.change': { input: SettingsChange; output: Result<Settings, Problem> };
  'layout.load': { input: null; output: LayoutMemory };
  'layout.save': { input: LayoutMemory; output: Result<null, Problem> };
}

export type SettingsChange = { readonly [Name in keyof Settings]?: Settings[Name] | undefined };
