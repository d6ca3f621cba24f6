import type { Handlers } from '../../shared/contract/commands.ts';
import type { SettingsChange } from '../../shared/contract/settings-commands.ts';
import type { WorkbenchEvent } from '../../shared/contract/events.ts';
import { ok } from '../../shared/model/result.ts';
import type { Settings } from '../../shared/model/settings.ts';
import type { Ports } from './ports.ts';

/** What people set, and how they left the window. */
export function settingsHandlers(
  { settings: store }: Pick<Ports, 'settings'>,
  emit: (event: WorkbenchEvent) => void,
): Pick<Handlers, 'settings.load' | 'settings.change' | 'layout.load' | 'layout.save'> {
  return {
    'settings.load': async () => store.loadSettings(),
    'settings.change': async (change) => {
      const settings = changed(store.loadSettings().settings, change);
      const saved = store.saveSettings(settings);
      if (!saved.ok) return saved;
      emit({ name: 'settings.changed', settings });
      return ok(settings);
    },
    'layout.load': async () => store.loadLayout(),
    'layout.save': async (layout) => store.saveLayout(layout),
  };
}

/** A setting that is named without a value stays as it is. */
function changed(settings: Settings, change: SettingsChange): Settings {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return { ...settings, ...(Object.fromEntries(given) as Partial<Settings>) };
}
