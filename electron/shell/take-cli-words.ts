/**
 * What follows the word `cli` in the command line of the program, or `null` where a window is asked for. Switches
 * before it are Chromium's (`--no-sandbox`, `--ozone-platform=headless`).
 *
 * @param argv as in `process.argv`; an app that is not packaged has its folder before its own words.
 */
export function takeCliWords(argv: readonly string[], isPackaged: boolean): readonly string[] | null {
  const words = withoutSwitches(argv.slice(1));
  const [first, ...rest] = isPackaged ? words : withoutSwitches(words.slice(1));
  return first === 'cli' ? rest : null;
}

function withoutSwitches(words: readonly string[]): readonly string[] {
  // The option of the window is followed by a folder, which may be called "cli".
  const start = words.findIndex((word) => !word.startsWith('-') || word === '--workspace');
  return start === -1 ? [] : words.slice(start);
}
