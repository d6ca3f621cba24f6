import { expect, it, vi } from 'vitest';

import { filtersFor } from '../../../electron/shell/save-download.ts';

// Importing Electron's package starts a download.
vi.mock('electron', () => ({}));

it.each([
  ['evidence.html', 'Web page', 'html'],
  ['RUN.JSON', 'JSON', 'json'],
  ['notes.unheard', 'UNHEARD', 'unheard'],
  ['notes.constructor', 'CONSTRUCTOR', 'constructor'],
])('the dialog for %s offers its kind and all files', (name, kind, extension) => {
  expect(filtersFor(name)).toEqual([
    { name: kind, extensions: [extension] },
    { name: 'All files', extensions: ['*'] },
  ]);
});

it('a name without an end is of no kind', () => {
  expect(filtersFor('evidence')).toEqual([{ name: 'All files', extensions: ['*'] }]);
});
