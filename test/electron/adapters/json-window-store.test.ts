import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import { createJsonWindowStore } from '../../../electron/adapters/json-window-store.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const place = { x: -1200, y: 20, width: 1100, height: 760, isMaximized: true, isFullScreen: false };

it('gives back what was saved, and nothing before', () => {
  const folder = temporaryDirectory();
  const store = createJsonWindowStore(folder);
  expect(store.loadPlace()).toBeNull();
  expect(store.loadWorkspaces()).toEqual([]);
  store.savePlace(place);
  store.saveWorkspaces(['/a', '/b']);
  const again = createJsonWindowStore(folder);
  expect(again.loadPlace()).toEqual(place);
  expect(again.loadWorkspaces()).toEqual(['/a', '/b']);
});

it.each(['{', '{"version": "1", "place": {"x": 1}}', '{"version": "9", "place": null}', '[]'])(
  'starts anew where the file holds %s',
  (text) => {
    const folder = temporaryDirectory();
    writeFileSync(join(folder, 'window.json'), text);
    expect(createJsonWindowStore(folder).loadPlace()).toBeNull();
  },
);

it('does without, where the folder cannot be written', () => {
  const file = join(temporaryDirectory(), 'file');
  writeFileSync(file, '');
  const store = createJsonWindowStore(join(file, 'data'));
  store.savePlace(place);
  store.saveWorkspaces(['/a']);
  expect(store.loadPlace()).toBeNull();
  expect(store.loadWorkspaces()).toEqual([]);
});
