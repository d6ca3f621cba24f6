import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Plugin, runnerImport } from 'vite';

const project = join(import.meta.dirname, '..', '..');

let loaded = 0;

/** One change of a source file: the text has to stand in it exactly once. */
export type Edit = { readonly file: string; readonly from: string; readonly to: string };

/** A file of this project as an edit leaves it. */
export function sourceOf(file: string, edit?: Edit): string {
  const text = readFileSync(join(project, file), 'utf8');
  if (edit?.file !== file) return text;
  if (text.split(edit.from).length !== 2) throw new Error(`${file} does not hold once: ${edit.from}`);
  return text.replace(edit.from, () => edit.to);
}

/**
 * Evaluates a module of the shell, and what it imports, with an object in the place of Electron, after an edit. What
 * the object lacks is `undefined` there. Gives what the module exports.
 */
export async function loadWithElectron<Exports>(
  file: string,
  electron: object,
  edit?: Edit,
): Promise<Exports> {
  // Of its own for every call: several may be under way.
  loaded += 1;
  const name = `electron ${loaded}`;
  Object.assign(globalThis, { [name]: electron });
  const plugin: Plugin = {
    name: 'load-with-electron',
    enforce: 'pre',
    resolveId: (id) => (id === 'electron' ? '\0electron' : null),
    load: (id) => {
      if (id === '\0electron') return exportsOf(electron, name);
      return edit !== undefined && id === join(project, edit.file) ? sourceOf(edit.file, edit) : null;
    },
  };
  const { module } = await runnerImport<Exports>(join(project, file), {
    root: project,
    configFile: false,
    logLevel: 'error',
    plugins: [plugin],
    // Else Node would be asked for the package, which starts a download.
    environments: { inline: { resolve: { noExternal: ['electron'] } } },
  });
  return module;
}

function exportsOf(electron: object, name: string): string {
  return Object.keys(electron)
    .map((key) => `export const ${key} = globalThis[${JSON.stringify(name)}].${key};`)
    .join('\n');
}
