import { readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

/** A file of the built page. */
export type PageFile = { readonly path: string; readonly contentType: string };

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/**
 * Every file the page may load, by URL path; `/` is the page itself. The list is made once, so no request can reach
 * anything else, however its path is written.
 */
export function listPageFiles(directory: string): ReadonlyMap<string, PageFile> {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && contentTypes[extname(entry.name)] !== undefined)
    .map((entry) => join(entry.parentPath, entry.name));
  const listed = files.map((path): [string, PageFile] => [
    `/${relative(directory, path).split(sep).join('/')}`,
    { path, contentType: contentTypes[extname(path)] ?? '' },
  ]);
  const map = new Map(listed);
  const index = map.get('/index.html');
  return index === undefined ? map : map.set('/', index);
}
