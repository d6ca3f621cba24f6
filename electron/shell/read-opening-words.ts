import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { HandOver } from '../../shared/contract/parse-hand-over.ts';
import { takeWorkspaceArgument } from '../workspace-argument.ts';

/**
 * Reads what a window was started with: `--workspace DIR` and files, as paths or `file:` addresses, relative to the
 * folder it was started in. Other switches are Chromium's or Electron's.
 *
 * @param argv as in `process.argv`; an app that is not packaged has its folder before its own words.
 */
export function readOpeningWords(argv: readonly string[], isPackaged: boolean, folder: string): HandOver {
  const words = argv.slice(1);
  const start = isPackaged ? 0 : words.findIndex((word) => !word.startsWith('-')) + 1;
  const { workspace, rest } = takeWorkspaceArgument(words.slice(start));
  return {
    workspace: workspace === null ? null : resolve(folder, workspace),
    files: rest.filter((word) => !word.startsWith('-')).map((word) => resolve(folder, toPath(word))),
  };
}

/** Linux hands over addresses where a desktop file says `%U`. */
function toPath(word: string): string {
  if (!word.startsWith('file:')) return word;
  try {
    return fileURLToPath(word);
  } catch {
    return word;
  }
}
