import { join } from 'node:path';
import * as v from 'valibot';

import type { WindowPlace } from '../../shared/model/window-place.ts';
import type { WindowStore } from '../../shared/ports/window-store.ts';
import { createVersionedJsonFile } from './versioned-json-file.ts';

const pixels = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000));
const length = v.pipe(pixels, v.minValue(1));

const place = v.strictObject({
  x: pixels,
  y: pixels,
  width: length,
  height: length,
  isMaximized: v.boolean(),
  isFullScreen: v.boolean(),
});

const folder = v.pipe(v.string(), v.minLength(1), v.maxLength(4_096));

/** `window.json` and `workspaces.json` of the data folder. */
export function createJsonWindowStore(dataDirectory: string): WindowStore {
  const window = createVersionedJsonFile<{ readonly place: WindowPlace | null }>({
    path: join(dataDirectory, 'window.json'),
    what: 'The place of the window',
    schema: v.strictObject({ place: v.nullable(place) }),
    blank: { place: null },
  });
  const workspaces = createVersionedJsonFile<{ readonly folders: readonly string[] }>({
    path: join(dataDirectory, 'workspaces.json'),
    what: 'The recent workspaces',
    schema: v.strictObject({ folders: v.pipe(v.array(folder), v.maxLength(100)) }),
    blank: { folders: [] },
  });
  return {
    loadPlace: () => window.load().value.place,
    savePlace: (value) => void window.save({ place: value }),
    loadWorkspaces: () => workspaces.load().value.folders,
    saveWorkspaces: (folders) => void workspaces.save({ folders }),
  };
}
