import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds: how long a burst of changes is gathered, and how often the folder is looked at in any case. */
const usualPace = { gather: 60, look: 2000 };

export type WatchPace = typeof usualPace;

/** How a folder is watched; `below` means with the folders in it, but for hidden ones. */
export type WatchOptions = Partial<WatchPace> & { readonly below?: boolean };

/**
 * Calls back after files of a folder were made, changed or removed. The system tells at once where it can; a look
 * every two seconds finds what it cannot tell: a folder that is made later or made anew, a network drive. Keeps no
 * process alive. The returned function ends it.
 */
export function watchFolder(
  folder: string,
  isOfInterest: (name: string) => boolean,
  listener: () => void,
  { below = false, ...chosen }: WatchOptions = {},
): () => void {
  const pace = { ...usualPace, ...chosen };
  const print = (): string => fingerprint(folder, isOfInterest, below);
  let known = print();
  let gathering: NodeJS.Timeout | null = null;
  let told: FSWatcher | null = null;
  const look = (): void => {
    gathering = null;
    const now = print();
    if (now === known) return;
    known = now;
    listener();
  };
  const lookSoon = (): void => {
    gathering ??= setTimeout(look, pace.gather).unref();
  };
  const listen = (): void => {
    told?.close();
    told = openWatcher(folder, below, lookSoon);
  };
  listen();
  const timer = setInterval(() => {
    const before = known;
    look();
    // A watcher stays with the old folder where it was made anew, and hears nothing.
    if (told === null || known !== before) listen();
  }, pace.look).unref();
  return () => {
    clearInterval(timer);
    if (gathering !== null) clearTimeout(gathering);
    told?.close();
  };
}

function openWatcher(folder: string, recursive: boolean, listener: () => void): FSWatcher | null {
  try {
    return watch(folder, { persistent: false, recursive }, listener).on('error', () => undefined);
  } catch {
    return null;
  }
}

/** Whatever a change of a file changes: name, size, time or, for a file replaced within the same moment, its number. */
function fingerprint(folder: string, isOfInterest: (name: string) => boolean, below: boolean): string {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .toSorted((left, right) => (left.name < right.name ? -1 : 1))
      .flatMap((entry) => {
        if (below && entry.isDirectory() && !entry.name.startsWith('.')) {
          return `${entry.name}/(${fingerprint(join(folder, entry.name), isOfInterest, below)})`;
        }
        if (!isOfInterest(entry.name)) return [];
        const stats = statSync(join(folder, entry.name), { throwIfNoEntry: false });
        return [entry.name, stats?.ino, stats?.size, stats?.mtimeMs].join('/');
      })
      .join('\n');
  } catch {
    return '';
  }
}
