import { collectionJsonSchemas } from '../../../shared/contract/collection-json-schemas.ts';
import type { CollectionOverview } from '../../../shared/contract/collection-commands.ts';
import type { Collection, StoredNode } from '../../../shared/model/collection.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { didYouMean } from '../closest.ts';
import { type CliContext, withWorkbench } from '../context.ts';
import { parseArguments } from '../parse-args.ts';
import { formatCollections, formatItems, formatRequest } from '../reporters/collections-text.ts';
import { formatProblem } from '../reporters/problems.ts';
import { settleCommand } from '../settle-command.ts';

export const collectionsUsage =
  'collections list | show ID [PATH] | schema [request|collection|folder] [--json]';

/** Lists the collections of the workspace, shows one or a part of it, or prints the shape of their files. */
export async function collections(args: readonly string[], context: CliContext): Promise<number> {
  return settleCommand(await run(args, context), context, args.includes('--json'));
}

async function run(args: readonly string[], context: CliContext): Promise<Result<null, Problem>> {
  const options = { json: { type: 'boolean' } } as const;
  const parsed = parseArguments(args, options, { min: 1, max: 3, usage: collectionsUsage });
  if (!parsed.ok) return parsed;
  const [verb = '', first, second] = parsed.value.positionals;
  const json = parsed.value.flag('json');
  if (verb === 'schema' && second === undefined) return printSchema(first ?? 'request', context);
  if (verb === 'list' && first === undefined) {
    const overview = await readOverview(context);
    if (!overview.ok) return overview;
    context.out(json ? `${JSON.stringify(overview.value)}\n` : formatCollections(overview.value.collections));
    for (const problem of overview.value.problems) context.error(formatProblem(problem));
    return ok(null);
  }
  if (verb === 'show' && first !== undefined) return show(first, second ?? '', json, context);
  const verbs = ['list', 'show', 'schema'];
  const message = verbs.includes(verb)
    ? `collections ${verb} takes other words.`
    : `There is no "collections ${verb}".${didYouMean(verb, verbs)}`;
  return fail({ code: 'bad-input', message, remedy: `Usage: ${collectionsUsage}` });
}

async function show(
  wanted: string,
  path: string,
  json: boolean,
  context: CliContext,
): Promise<Result<null, Problem>> {
  const overview = await readOverview(context);
  if (!overview.ok) return overview;
  const { collections: listed, problems } = overview.value;
  const collection = findCollection(listed, wanted);
  if (!collection.ok) return collection;
  const node = path === '' ? null : findNode(collection.value.items, path);
  if (path !== '' && node === null) return fail(noItem(collection.value, path, problems));
  if (json) context.out(`${JSON.stringify(node ?? collection.value)}\n`);
  else if (node?.kind === 'request') context.out(formatRequest(node));
  else context.out(formatItems(node ?? collection.value));
  return ok(null);
}

function printSchema(kind: string, { out }: CliContext): Result<null, Problem> {
  const schemas: Readonly<Record<string, object>> = collectionJsonSchemas();
  const schema = Object.hasOwn(schemas, kind) ? schemas[kind] : undefined;
  if (schema === undefined) {
    return fail({
      code: 'bad-input',
      message: `There is no schema "${kind}".${didYouMean(kind, Object.keys(schemas))}`,
      remedy: `Usage: ${collectionsUsage}`,
    });
  }
  out(`${JSON.stringify(schema, null, 2)}\n`);
  return ok(null);
}

function readOverview(context: CliContext): Promise<Result<CollectionOverview, Problem>> {
  return withWorkbench(context, async ({ handlers }) => ok(await handlers['collection.list'](null)));
}

/** By id or by name, as people type either. */
function findCollection(listed: readonly Collection[], wanted: string): Result<Collection, Problem> {
  const named = listed.filter(({ name }) => name.toLowerCase() === wanted.trim().toLowerCase());
  const found = listed.find(({ id }) => id === wanted) ?? (named.length === 1 ? named[0] : undefined);
  if (found !== undefined) return ok(found);
  const ids = listed.map(({ id }) => id);
  return fail({
    code: 'bad-collection',
    message: `There is no collection "${wanted}" in the workspace.${didYouMean(wanted, ids)}`,
    remedy: ids.length === 0 ? 'The workspace has no collections yet.' : `Use one of: ${ids.join(', ')}.`,
  });
}

function findNode(items: readonly StoredNode[], path: string): StoredNode | null {
  for (const node of items) {
    if (node.path === path) return node;
    if (node.kind === 'folder' && path.startsWith(`${node.path}/`)) return findNode(node.items, path);
  }
  return null;
}

/** Where the file is there and cannot be read, that is what has to be said. */
function noItem({ id, items }: Collection, path: string, problems: readonly Problem[]): Problem {
  const file = [id, ...path.split('/')];
  const known = problems.find(({ message }) => ['/', '\\'].some((dash) => message.includes(file.join(dash))));
  return (
    known ?? {
      code: 'bad-collection',
      message: `The collection ${id} has nothing at "${path}".${didYouMean(path, pathsOf(items))}`,
      remedy: `See collections show ${id} for what there is.`,
    }
  );
}

function pathsOf(items: readonly StoredNode[]): readonly string[] {
  return items.flatMap((node) => [node.path, ...(node.kind === 'folder' ? pathsOf(node.items) : [])]);
}
