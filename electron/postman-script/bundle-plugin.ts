import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

import { build, type Plugin } from 'vite';

const name = 'virtual:postman-script';
const entry = fileURLToPath(new URL('run-in-postman.ts', import.meta.url));
const substitutes = fileURLToPath(new URL('missing-globals.ts', import.meta.url));

/**
 * Gives `virtual:postman-script`: the workbench's own engine and APIs as one text that Postman can run, so that an
 * exported collection signs, reads answers and checks them by the very code that the workbench runs.
 */
export function postmanScript(): Plugin {
  let bundle: Promise<string> | null = null;
  return {
    name: 'postman-script',
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load: async (id) => {
      if (id !== `\0${name}`) return null;
      bundle ??= bundleScript();
      return `export const postmanScript = ${JSON.stringify(await bundle)};`;
    },
  };
}

/** `refundWorkbench` without a declaration: a script of Postman hands on to the next ones only what is none of its own. */
async function bundleScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [withoutProse()],
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'workbench' },
      rolldownOptions: {
        transform: {
          inject: Object.fromEntries(
            ['URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder'].map((global) => [
              global,
              [substitutes, global],
            ]),
          ),
        },
      },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first !== undefined && 'output' in first ? first.output[0] : undefined;
  if (chunk === undefined) throw new Error('The script for Postman was not built');
  const mark = createHash('sha256').update(chunk.code).digest('hex').slice(0, 16);
  return [
    `if (typeof refundWorkbench === 'undefined' || refundWorkbench.mark !== '${mark}') {`,
    `refundWorkbench = (function () { ${chunk.code.trim()}`,
    `return Object.assign({ mark: '${mark}' }, workbench); })();`,
    '}',
  ].join('\n');
}

/** What people read in the window, and no script needs. */
function withoutProse(): Plugin {
  return {
    name: 'without-prose',
    enforce: 'pre',
    load: (id) => {
      if (id.endsWith('.md?raw')) return 'export default "";';
      if (/\/apis\/[^/]+\/examples\.ts$/.test(id)) return 'export const examples = [];';
      if (/\/apis\/[^/]+\/errata\.ts$/.test(id)) return 'export const errata = [];';
      return null;
    },
  };
}
