import { join } from 'node:path';

import { fileSchemas } from '../../shared/contract/schemas.ts';
import { freshLayout } from '../../shared/model/layout-memory.ts';
import { defaultSettings } from '../../shared/model/settings.ts';
import type { SettingsStore } from '../../shared/ports/settings-store.ts';
import { createVersionedJsonFile } from './versioned-json-file.ts';

/** `settings.json` and `layout.json` of the data folder. */
export function createJsonSettingsStore(dataDirectory: string): SettingsStore {
  const settings = createVersionedJsonFile({
    path: join(dataDirectory, 'settings.json'),
    what: 'The settings',
    schema: fileSchemas.settings,
    blank: defaultSettings,
  });
  const layout = createVersionedJsonFile({
    path: join(dataDirectory, 'layout.json'),
    what: 'The sizes of the panes',
    schema: fileSchemas.layoutMemory,
    blank: freshLayout,
  });
  return {
    loadSettings: () => {
      const { value, problem } = settings.load();
      return { settings: value, problem };
    },
    saveSettings: settings.save,
    loadLayout: () => layout.load().value,
    saveLayout: layout.save,
  };
}
