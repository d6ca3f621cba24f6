import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { readTextFile } from '../read-text-file.ts';
import { fingerprint, folderText, moveInto, putText } from './collection-files.ts';
import { cannotUndo } from './collection-problems.ts';
import { type FolderSettings, readFolderText } from './folder-text.ts';
import { undoOrder } from './order-names.ts';

/** One thing a change did to the files. */
export type ChangeStep =
  | {
      readonly kind: 'moved';
      readonly from: string;
      readonly to: string;
      /** What has to stand there for it to go back; `null` takes whatever stands there. */
      readonly print: string | null;
    }
  | { readonly kind: 'request'; readonly file: string; readonly before: string; readonly after: string }
  | {
      readonly kind: 'folder';
      readonly file: string;
      readonly before: string | null;
      readonly after: string;
    };

/** Takes a change back, all of it or, where somebody changed its files since, nothing. */
export function undoChange(root: string, steps: readonly ChangeStep[]): Result<null, Problem> {
  const backwards = steps.toReversed();
  const actions: (() => void)[] = [];
  for (const step of backwards) {
    const action = prepare(root, step);
    if (!action.ok) return fail(cannotUndo(action.error));
    actions.push(action.value);
  }
  for (const action of actions) action();
  return ok(null);
}

function prepare(root: string, step: ChangeStep): Result<() => void, string> {
  switch (step.kind) {
    case 'moved':
      return prepareMove(root, step);
    case 'request': {
      const now = readTextFile(step.file);
      if (!now.ok || now.value.text !== step.after) return fail(`${step.file} was changed since`);
      return ok(() => putText(step.file, step.before));
    }
    case 'folder':
      return prepareFolder(root, step);
  }
}

function prepareMove(
  root: string,
  { from, to, print }: Extract<ChangeStep, { readonly kind: 'moved' }>,
): Result<() => void, string> {
  if (!existsSync(to)) return fail(`${to} is not there any more`);
  if (existsSync(from)) return fail(`something else stands at ${from} by now`);
  if (print === null && !existsSync(dirname(from)))
    return fail(`the folder ${dirname(from)} is not there any more`);
  if (print !== null && fingerprint(to) !== print) return fail(`${to} was changed since`);
  return ok(() => moveInto(root, to, from));
}

/** Settings that were changed since stay in the way; an order that was changed since is mended around the change. */
function prepareFolder(
  root: string,
  { file, before, after }: Extract<ChangeStep, { readonly kind: 'folder' }>,
): Result<() => void, string> {
  const now = readTextFile(file);
  if (!now.ok) return fail(`${file} cannot be read: ${now.error}`);
  if (now.value.text === after) return ok(() => (before === null ? rmSync(file) : putText(file, before)));
  const changed = fail(`${file} was changed since`);
  const [old, done, current] = [settingsOf(before ?? ''), settingsOf(after), settingsOf(now.value.text)];
  if (old === null || done === null || current === null) return changed;
  const unordered = ({ name, notes, variables }: FolderSettings): object => ({ name, notes, variables });
  const wasOrderOnly = isDeepStrictEqual(unordered(old), unordered(done));
  if (!wasOrderOnly && !isDeepStrictEqual(unordered(done), unordered(current))) return changed;
  const order = undoOrder(current.order, { before: old.order, after: done.order });
  const settings = { ...(wasOrderOnly ? current : old), order };
  return ok(() => putText(file, folderText(root, file, settings, now.value.text)));
}

function settingsOf(text: string): FolderSettings | null {
  const read = readFolderText('', text);
  return read.ok && read.value.newer === null ? read.value.settings : null;
}
