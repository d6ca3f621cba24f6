import type { HandedFile } from '../../shared/model/menu.ts';
import type { Desktop, DesktopEvent } from '../../shared/ports/desktop.ts';
import { readHandedFile } from './read-handed-file.ts';

/** Files on their way from the system to the page. */
export type HandedFiles = Pick<Desktop, 'takeFiles' | 'listen'> & {
  /** Reads files, and keeps them until the page takes them. */
  readonly add: (paths: readonly string[]) => Promise<void>;
};

/** So many files wait for the page at once. */
const mostWaiting = 20;

/** So much of them, in characters of Base64: one of the longest, or many short ones. */
const largestWaiting = 90_000_000;

export function createHandedFiles(): HandedFiles {
  const listeners = new Set<(event: DesktopEvent) => void>();
  let waiting: readonly HandedFile[] = [];
  // One after the other, so that they come in the order they were named in.
  let reading = Promise.resolve();
  const addOne = async (path: string): Promise<void> => {
    const size = waiting.reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
    const isFull = waiting.length >= mostWaiting || size >= largestWaiting;
    const file = isFull ? null : await readHandedFile(path);
    if (file !== null) waiting = [...waiting, file];
    else if (waiting.at(-1) !== tooMany) waiting = [...waiting, tooMany];
  };
  const addAfter = async (earlier: Promise<void>, paths: readonly string[]): Promise<void> => {
    await earlier;
    for (const path of paths) await addOne(path);
    listeners.forEach((listener) => listener({ kind: 'files-handed', count: waiting.length }));
  };
  return {
    add: (paths) => {
      if (paths.length > 0) reading = addAfter(reading, paths);
      return reading;
    },
    takeFiles: () => {
      const taken = waiting;
      waiting = [];
      return taken;
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

const tooMany: HandedFile = {
  name: 'More files',
  content: null,
  problem: `More came at once than the workbench takes, ${mostWaiting} files or 64 MB; the others were not read. Hand them over again, a few at a time.`,
};
