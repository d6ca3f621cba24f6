import { takeWorkspaceArgument } from '../workspace-argument.ts';

/**
 * The words to start the program with once more, on another workspace: as it was started, without the folder and the
 * files of then.
 *
 * @param argv as in `process.argv`
 */
export function wordsForWorkspace(
  argv: readonly string[],
  isPackaged: boolean,
  folder: string,
): readonly string[] {
  const words = argv.slice(1);
  const start = isPackaged ? 0 : words.findIndex((word) => !word.startsWith('-')) + 1;
  const { rest } = takeWorkspaceArgument(words.slice(start));
  const switches = rest.filter((word) => word.startsWith('-'));
  return [...words.slice(0, start), ...switches, `--workspace=${folder}`];
}
