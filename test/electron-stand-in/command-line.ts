import { resolve } from 'node:path';

export type CommandLine = {
  readonly appDirectory: string;
  /** What Chromium gets of it. */
  readonly chromiumSwitches: readonly string[];
  /** Chromium's profile; one that is thrown away where none is given. */
  readonly profile: string | null;
};

/** Reads `electron [switches] DIRECTORY [words of the app]`. */
export function parseCommandLine(words: readonly string[]): CommandLine {
  const start = words.findIndex((word) => !word.startsWith('-'));
  const directory = words[start];
  if (directory === undefined) throw new Error('The stand-in for Electron wants the folder of an app.');
  const switches = words.slice(0, start);
  const unknown = switches.find(
    (word) => !/^--(?:no-sandbox$|(?:inspect|remote-debugging-port|user-data-dir)=)/.test(word),
  );
  if (unknown !== undefined)
    throw new Error(`The stand-in for Electron does not know the switch ${unknown}.`);
  const profile = switches.find((word) => word.startsWith('--user-data-dir='));
  // Chromium refuses to run its own sandbox as root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const forChromium = switches.filter((word) => /^--(?:no-sandbox|remote-debugging-port)/.test(word));
  return {
    appDirectory: resolve(directory),
    chromiumSwitches: [...new Set([...forChromium, ...asRoot])],
    profile: profile === undefined ? null : resolve(profile.slice('--user-data-dir='.length)),
  };
}
