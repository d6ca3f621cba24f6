import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';

import type { Handlers } from '../../shared/contract/commands.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { RunTarget } from '../../shared/model/run.ts';
import { readCollectionAt } from '../adapters/collections/read-collection-at.ts';
import { storageProblem } from '../adapters/storage-problem.ts';
import { didYouMean } from './closest.ts';

/** What is run, and what is told of how it was read. */
export type NamedTarget = { readonly target: RunTarget; readonly remarks: readonly string[] };

/**
 * `refunds`, `refunds/partial`: a collection of the workspace, a folder or request of it. Else a file or folder on the
 * disk: a collection of our own, or of any format that can be imported.
 */
export async function findNamedTarget(
  text: string,
  handlers: Handlers,
): Promise<Result<NamedTarget, Problem>> {
  const { collections } = await handlers['collection.list'](null);
  const [id = '', ...path] = text.replace(/\/+$/, '').split('/');
  if (collections.some((collection) => collection.id === id)) {
    const paths = path.length === 0 ? [] : [path.join('/')];
    return ok({ target: { kind: 'saved', collection: id, paths }, remarks: [] });
  }
  if (existsSync(text)) return readTarget(text, handlers);
  const ids = collections.map((collection) => collection.id);
  return fail({
    code: 'bad-run',
    message: `There is no collection and no file "${text}".${didYouMean(id, ids)}`,
    remedy:
      ids.length === 0
        ? 'The workspace has no collections yet; name a file, or another workspace with --workspace.'
        : `Use one of: ${ids.join(', ')}; or name a file.`,
  });
}

async function readTarget(path: string, handlers: Handlers): Promise<Result<NamedTarget, Problem>> {
  if (statSync(path).isDirectory() || /\.ya?ml$/i.test(path)) {
    const content = readCollectionAt(path);
    return content.ok ? ok({ target: { kind: 'given', content: content.value }, remarks: [] }) : content;
  }
  const read = await readForeign(path, handlers);
  if (!read.ok) return read;
  const { collections, remarks } = read.value;
  const [content, second] = collections;
  if (content === undefined || second !== undefined) return fail(notOne(path, collections.length));
  return ok({
    target: { kind: 'given', content },
    remarks: remarks.map(({ place, text }) => (place === '' ? text : `${place}: ${text}`)),
  });
}

async function readForeign(path: string, handlers: Handlers): ReturnType<Handlers['import.read']> {
  try {
    return await handlers['import.read']({ name: basename(path), text: readFileSync(path, 'utf8') });
  } catch (error) {
    return fail(storageProblem('The collection cannot be read', path, error));
  }
}

function notOne(path: string, count: number): Problem {
  return {
    code: 'bad-run',
    message: `${path} holds ${count === 0 ? 'no collection' : `${count} collections`}, and one is run at a time.`,
    remedy: 'Import it into the workspace, then run a collection of it by its name.',
  };
}

/** Remarks as lines for people. */
export function formatRemarks(remarks: readonly string[]): string {
  return remarks.map((remark) => `Note: ${remark}\n`).join('');
}
