import { parseSync } from 'vite';

/** What a built script imports, static or not, or requires, by a literal name. */
export function importsOf(source: string, path: string): readonly string[] {
  const { module, errors } = parseSync(path, source, {
    sourceType: path.endsWith('.cjs') ? 'script' : 'module',
  });
  const [error] = errors;
  if (error !== undefined) throw new Error(`${path}: ${error.message}`);
  const written = module.dynamicImports.map(({ moduleRequest: { start, end } }) => source.slice(start, end));
  return [
    ...new Set([
      ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
      ...module.staticExports.flatMap(({ entries }) =>
        entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
      ),
      ...written.map((name) => name.replaceAll(/^["'`]|["'`]$/g, '')),
      // Rolldown calls Node's own `__require`.
      ...[...source.matchAll(/\b(?:__)?require\(["'`]([^"'`$]+)["'`]\)/g)].map((match) => match[1] ?? ''),
    ]),
  ];
}
