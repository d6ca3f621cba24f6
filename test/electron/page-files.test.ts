import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import { listPageFiles } from '../../electron/page-files.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

function pageWith(files: readonly string[]): string {
  const folder = temporaryDirectory();
  mkdirSync(join(folder, 'assets', 'fonts'), { recursive: true });
  for (const file of files) writeFileSync(join(folder, file), '');
  return folder;
}

it('lists every file of the page by its path, with its type', () => {
  const folder = pageWith(['index.html', 'assets/main-1a.js', 'assets/main.css', 'assets/fonts/inter.woff2']);
  const files = listPageFiles(folder);
  expect(Object.fromEntries([...files].map(([path, { contentType }]) => [path, contentType]))).toEqual({
    '/': 'text/html; charset=utf-8',
    '/index.html': 'text/html; charset=utf-8',
    '/assets/main-1a.js': 'text/javascript; charset=utf-8',
    '/assets/main.css': 'text/css; charset=utf-8',
    '/assets/fonts/inter.woff2': 'font/woff2',
  });
  expect(files.get('/assets/main.css')?.path).toBe(join(folder, 'assets', 'main.css'));
});

it('knows the types of pictures and fonts', () => {
  const files = listPageFiles(pageWith(['a.svg', 'b.png', 'c.ttf']));
  expect(['/a.svg', '/b.png', '/c.ttf'].map((path) => files.get(path)?.contentType)).toEqual([
    'image/svg+xml',
    'image/png',
    'font/ttf',
  ]);
});

it('leaves out what the page does not load: source maps, hidden files, files of other kinds', () => {
  const files = listPageFiles(pageWith(['index.html', 'assets/main.js.map', '.env', 'notes.txt', 'key.pem']));
  expect([...files.keys()].toSorted()).toEqual(['/', '/index.html']);
});

it('lists no file that is a link to somewhere else', () => {
  const outside = join(temporaryDirectory(), 'outside.js');
  writeFileSync(outside, '');
  const folder = pageWith(['index.html']);
  symlinkSync(outside, join(folder, 'link.js'));
  expect([...listPageFiles(folder).keys()].toSorted()).toEqual(['/', '/index.html']);
});

it('has no start page where none was built', () => {
  expect(listPageFiles(pageWith(['assets/main.js'])).has('/')).toBe(false);
});
