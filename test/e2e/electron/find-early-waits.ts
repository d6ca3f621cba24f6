import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';

import { parseSync } from 'vite';

type Node = { readonly type: string; readonly [member: string]: unknown };

/**
 * Files among an entry and all it statically imports by path that wait at their top level. Packages that are imported by
 * name are listed as well: nobody has looked into them.
 */
export function findEarlyWaits(entry: string): readonly string[] {
  const seen = new Set<string>();
  const waiting: string[] = [];
  const look = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    const program = parse(readFileSync(path, 'utf8'), path);
    if (waitsAtTopLevel(program)) waiting.push(path);
    for (const source of importsOf(program)) {
      if (source.startsWith('.')) look(join(dirname(path), source));
      else if (source !== 'electron' && !isBuiltin(source)) waiting.push(source);
    }
  };
  look(entry);
  return waiting;
}

/** Whether a module waits while it is evaluated: by `await`, `for await` or `await using` outside every function. */
export function waitsAtTopLevel(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(waitsAtTopLevel);
  if (!isNode(value)) return false;
  if (/Function/.test(value.type)) return false;
  const isWait =
    value.type === 'AwaitExpression' ||
    (value.type === 'ForOfStatement' && value['await'] === true) ||
    (value.type === 'VariableDeclaration' && value['kind'] === 'await using');
  return isWait || Object.values(value).some(waitsAtTopLevel);
}

export function parse(source: string, path = 'module.js'): Node {
  const { program, errors } = parseSync(path, source, { sourceType: 'module' });
  const [error] = errors;
  if (error !== undefined || !isNode(program)) throw new Error(`${path}: ${error?.message ?? 'no program'}`);
  return program;
}

function importsOf({ body }: Node): readonly string[] {
  return (Array.isArray(body) ? body : []).flatMap((statement: { source?: { value?: string } | null }) => {
    const source = statement.source?.value;
    return source === undefined ? [] : [source];
  });
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
