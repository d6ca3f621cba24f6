import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

import { apis } from '../shared/apis/registry.ts';

const project = join(import.meta.dirname, '..');

/** What a folder may import, most special first; `self` is the folder of the same API. Packages stand by name. */
const layers: readonly { readonly from: RegExp; readonly may: readonly RegExp[] }[] = [
  { from: /^shared\/model\//, may: [/^shared\/model\//] },
  { from: /^shared\/ports\//, may: [/^shared\/(?:model|ports)\//] },
  {
    from: /^shared\/formats\//,
    may: [
      /^shared\/(?:model|formats)\//,
      /^(?:fast-xml-parser|@usebruno\/lang|json-p3|jsonc-parser|saxes|xpath|yaml)$/,
    ],
  },
  { from: /^shared\/definition\//, may: [/^shared\/(?:model|ports|definition)\//, /^valibot$/] },
  { from: /^shared\/engine\//, may: [/^shared\/(?:model|ports|formats|definition|engine)\//] },
  {
    from: /^shared\/contract\//,
    may: [/^shared\/(?:model|contract)\//, /^(?:valibot|@valibot\/to-json-schema)$/],
  },
  { from: /^shared\/apis\/(?:registry|sandboxes)\.ts$/, may: [/^shared\/definition\//] },
  {
    from: /^shared\/apis\/([^/]+)\//,
    may: [/^shared\/(?:model|ports|formats|definition)\//, /^self\//, /^valibot$/],
  },
  { from: /^electron\/core\//, may: [/^shared\//, /^electron\/core\//, /^virtual:postman-script$/] },
  { from: /^electron\/postman-script\/bundle-plugin\.ts$/, may: [/^node:/, /^vite$/] },
  { from: /^electron\/postman-script\//, may: [/^shared\/(?!contract)/, /^electron\/postman-script\//] },
  {
    from: /^electron\/adapters\//,
    may: [
      /^shared\/(?!apis\/registry)/,
      /^electron\/adapters\//,
      /^node:/,
      /^(?:@napi-rs\/keyring|csv-parse|csv-stringify|undici|valibot|yaml)$/,
    ],
  },
  {
    from: /^electron\/web-host\//,
    may: [
      /^shared\//,
      /^electron\/(?:core|web-host)\//,
      /^electron\/(?:content-security-policy|page-files)\.ts$/,
      /^node:/,
    ],
  },
  {
    from: /^electron\/shell\//,
    may: [
      /^shared\//,
      /^electron\/(?:core|shell)\//,
      /^electron\/(?:content-security-policy|page-files|workspace-argument)\.ts$/,
      /^node:/,
      /^electron$/,
    ],
  },
  {
    from: /^electron\/cli\//,
    may: [/^shared\//, /^electron\/(?!shell\/|launch\/|main|preload|open-window)/, /^node:/],
  },
  { from: /^electron\/launch(?:\/|\.js)/, may: [/^electron\/(?:launch\/|node-version)/, /^node:/] },
  {
    from: /^electron\/(?:main|preload|open-window)\.ts$/,
    may: [/^shared\//, /^electron\//, /^node:/, /^electron$/],
  },
  { from: /^electron\//, may: [/^shared\//, /^electron\/(?!shell\/)/, /^node:/] },
  {
    from: /^renderer\/ui\//,
    may: [
      /^renderer\/ui\//,
      /^shared\/model\//,
      /^(?:react|react-aria-components|react-resizable-panels|marked)$/,
    ],
  },
  { from: /^renderer\/client\//, may: [/^renderer\/client\//, /^shared\/(?:contract|model)\//] },
  {
    from: /^renderer\/stores\//,
    may: [/^renderer\/stores\//, /^shared\/(?:contract|model)\//, /^(?:react|zustand)/],
  },
  {
    from: /^renderer\/editor\//,
    may: [/^renderer\/(?:editor|workers)\//, /^shared\/model\//, /^(?:react|monaco-editor)/],
  },
  {
    from: /^renderer\/workers\//,
    may: [/^renderer\/workers\//, /^shared\/(?:model|formats|engine)\//, /^monaco-editor$/],
  },
  {
    from: /^renderer\/actions\//,
    may: [/^renderer\/(?:actions|stores)\//, /^shared\/(?:model|engine|apis\/registry|contract)/],
  },
  {
    from: /^renderer\/features\//,
    may: [
      /^renderer\/(?!client|main|app)/,
      /^shared\/(?:model|contract|engine|formats|definition)\//,
      /^shared\/apis\/registry\.ts$/,
      /^(?:react|react-aria-components|react-resizable-panels)$/,
    ],
  },
  { from: /^renderer\//, may: [/./] },
];

/** Files that are data: long by nature. */
const data = /\/(?:catalog|examples|vectors[\w-]*|templates|docs|request-fields)\.(?:ts|md)$/;

const sources = globSync('{shared,electron,renderer}/**/*.{ts,tsx,js}', { cwd: project })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !path.endsWith('.d.ts'))
  .map((path) => ({ path, text: readFileSync(join(project, path), 'utf8') }));

describe('architecture', () => {
  it('has sources to look at', () => {
    expect(sources.length).toBeGreaterThan(150);
    expect(sources.flatMap(({ path, text }) => importsOf(path, text)).length).toBeGreaterThan(500);
  });

  it('keeps to the table of layers', () => {
    const wrong = sources.flatMap(({ path, text }) => {
      const layer = layers.find(({ from }) => from.test(path));
      return importsOf(path, text)
        .filter((target) => layer?.may.some((allowed) => allowed.test(target)) !== true)
        .map((target) => `${path} may not import ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it('knows the id of an API nowhere but in its own folder', () => {
    const ids = new RegExp(`['"\`](?:${apis.map(({ id }) => id).join('|')})['"\`/.]`);
    const wrong = sources
      .filter(({ path }) => !path.startsWith('shared/apis/'))
      .filter(({ text }) => ids.test(withoutComments(text)));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('lets shared/ take time and chance only through its ports', () => {
    const ambient = /\bDate\.now\b|new Date\(\)|Math\.random|\bperformance\./;
    const wrong = sources.filter(
      ({ path, text }) => path.startsWith('shared/') && ambient.test(withoutComments(text)),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('never makes a number of provider text in shared/', () => {
    const numeric = /\bparseFloat\(|\bNumber\.parseFloat\(|\bJSON\.parse\(/;
    const wrong = sources.filter(
      ({ path, text }) => path.startsWith('shared/') && numeric.test(withoutComments(text)),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('has no await at the top level of what Electron loads before it is ready', () => {
    const early = sources.filter(({ path }) =>
      /^electron\/(?:main|shell\/|open-workbench|adapters\/|core\/|preload)/.test(path),
    );
    expect(early.filter(({ text }) => /^(?:const .* = )?await /m.test(text)).map(({ path }) => path)).toEqual(
      [],
    );
  });

  it('keeps files short', () => {
    const limit = (path: string): number =>
      data.test(path)
        ? Number.POSITIVE_INFINITY
        : /^electron\/(?:main|preload|cli)\.ts$/.test(path)
          ? 60
          : path.startsWith('renderer/stores/')
            ? 120
            : path.endsWith('.tsx')
              ? 200
              : 400;
    const long = sources
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ path, lines }) => lines > limit(path));
    expect(long).toEqual([]);
  });

  it('names files after what they export', () => {
    const vague = /\/(?:utils?|helpers?|constants|types|common|misc)(?:\.tsx?|\/)/;
    expect(sources.filter(({ path }) => vague.test(path)).map(({ path }) => path)).toEqual([]);
    const exported = sources.filter(({ text }) => /^export default|^export \*/m.test(text));
    expect(exported.map(({ path }) => path)).toEqual([]);
  });
});

/** What a file imports: project files by their path, packages by name; deep paths of a package count as the package. */
function importsOf(path: string, text: string): readonly string[] {
  const specifiers = [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s[^;]*?from '([^']+)'|\bimport\('([^']+)'\)|(?:^|\n)import '([^']+)'/g,
    ),
  ];
  return specifiers
    .map(([, from, dynamic, bare]) => (from ?? dynamic ?? bare ?? '').replace(/\?.*$/, ''))
    .filter((specifier) => !specifier.endsWith('.css') && !specifier.endsWith('.md'))
    .map((specifier) => (specifier.startsWith('.') ? resolve(path, specifier) : packageName(specifier)));
}

function resolve(path: string, specifier: string): string {
  const target = normalize(join(dirname(path), specifier)).replaceAll('\\', '/');
  const own = /^shared\/apis\/[^/]+\//.exec(path)?.[0];
  return own !== undefined && target.startsWith(own) ? `self/${target.slice(own.length)}` : target;
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(?<!:)\/\/.*$/gm, '');
}
