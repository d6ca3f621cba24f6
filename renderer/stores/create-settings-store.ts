import { createStore, type StoreApi } from 'zustand/vanilla';

import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type { SettingsChange } from '../../shared/contract/settings-commands.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { type Settings, settingLimits } from '../../shared/model/settings.ts';

export type SettingsState = {
  readonly settings: Settings;
  /** Holds at once, and is kept by the core; where that fails it holds until the window closes. */
  readonly change: (change: SettingsChange) => void;
  readonly setSettings: (settings: Settings) => void;
  /** One step in or out; `0` goes back to 100 %. */
  readonly zoom: (direction: 1 | 0 | -1) => void;
};

export type SettingsStore = StoreApi<SettingsState>;

/** Per cent between two sizes of the window. */
const zoomStep = 10;

/** What the person set. `notify` is told where it cannot be kept. */
export function createSettingsStore(
  client: WorkbenchClient,
  initial: Settings,
  notify: (problem: Problem) => void,
): SettingsStore {
  return createStore<SettingsState>((set, get) => {
    const keep = async (change: SettingsChange): Promise<void> => {
      const kept = await client.call('settings.change', change);
      if (!kept.ok) notify(kept.error);
    };
    const change = (part: SettingsChange): void => {
      set(({ settings }) => ({ settings: { ...settings, ...(part as Partial<Settings>) } }));
      void keep(part);
    };
    return {
      settings: initial,
      change,
      setSettings: (settings) => set({ settings }),
      zoom: (direction) => {
        const { least, most } = settingLimits.zoom;
        const next = direction === 0 ? 100 : get().settings.zoom + direction * zoomStep;
        change({ zoom: Math.min(most, Math.max(least, next)) });
      },
    };
  });
}
