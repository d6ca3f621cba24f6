import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';

import react from '@vitejs/plugin-react';
import type { EnvironmentOptions } from 'vite';
import { defineConfig } from 'vitest/config';

import { postmanScript } from './electron/postman-script/bundle-plugin.ts';
import packageJson from './package.json' with { type: 'json' };

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

// The keyring's binary is loaded from node_modules where it is there; it cannot be bundled.
const outside = ['electron', '@napi-rs/keyring', ...builtinModules, /^node:/];

/** A part that runs in Node: everything it imports is bundled, so that the product needs no node_modules. */
function nodePart(input: Record<string, string>, outDir: string, format: 'es' | 'cjs'): EnvironmentOptions {
  const extension = format === 'es' ? 'js' : 'cjs';
  return {
    consumer: 'server',
    keepProcessEnv: true,
    resolve: { noExternal: true, conditions: ['node', 'import', 'module', 'default'], builtins: outside },
    build: {
      outDir: path(outDir),
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      sourcemap: true,
      copyPublicDir: false,
      emitAssets: false,
      ssr: true,
      rolldownOptions: {
        input,
        external: outside,
        output: {
          format,
          entryFileNames: `[name].${extension}`,
          chunkFileNames: `chunks/[name]-[hash].${extension}`,
          // Blanks only: a stack trace in a report has to name what it is about.
          minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
          // A sandboxed preload script cannot load a second file.
          ...(format === 'cjs' ? { codeSplitting: false } : {}),
        },
      },
    },
  };
}

export default defineConfig({
  root: path('renderer'),
  base: './',
  plugins: [react(), postmanScript()],
  // @usebruno/lang asks for it by `require`, and a bundler would give it the other form of the package.
  resolve: { alias: { 'ohm-js': 'ohm-js/dist/ohm.cjs' } },
  define: { __WORKBENCH_VERSION__: JSON.stringify(packageJson.version) },
  worker: { format: 'es' },
  environments: {
    client: {
      build: {
        outDir: path('dist/renderer'),
        emptyOutDir: true,
        target: 'chrome140',
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        sourcemap: true,
        chunkSizeWarningLimit: 4000,
        rolldownOptions: { input: path('renderer/index.html') },
      },
    },
    main: nodePart({ main: path('electron/main.ts') }, 'dist/electron', 'es'),
    preload: nodePart({ preload: path('electron/preload.ts') }, 'dist/preload', 'cjs'),
    node: nodePart({ cli: path('electron/cli.ts') }, 'dist/node', 'es'),
  },
  builder: {
    buildApp: async (builder) => {
      await Promise.all(Object.values(builder.environments).map((environment) => builder.build(environment)));
    },
  },
  test: {
    root: path('.'),
    include: ['test/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Many tests wait for a child process, so that a core is free meanwhile.
    maxWorkers: '100%',
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
