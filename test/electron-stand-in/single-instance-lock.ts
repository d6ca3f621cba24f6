import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Takes the lock of a folder, or hands `data` to the program that has it, as JSON. By files, because the answer has to
 * be there at once; Electron has a socket.
 */
export function takeSingleInstanceLock(
  folder: string,
  data: Record<string, unknown>,
  hear: (data: unknown) => void,
): boolean {
  const lock = join(folder, 'stand-in.lock');
  const letters = join(folder, 'stand-in-second');
  mkdirSync(letters, { recursive: true });
  if (!takeFile(lock)) {
    const letter = join(folder, `${randomUUID()}.json`);
    writeFileSync(letter, JSON.stringify(data));
    renameSync(letter, join(letters, `${randomUUID()}.json`));
    return false;
  }
  process.on('exit', () => rmSync(lock, { force: true }));
  const read = (): void => {
    for (const name of readdirSync(letters)) {
      const path = join(letters, name);
      hear(JSON.parse(readFileSync(path, 'utf8')));
      rmSync(path);
    }
  };
  watch(letters, read).unref();
  return true;
}

/** One that was left behind by a program that was killed counts for nothing. */
function takeFile(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (isAlive(Number(readFileSync(path, 'utf8')))) return false;
    writeFileSync(path, String(process.pid));
    return true;
  }
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}
