import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export type SmallDisk = {
  readonly path: string;
  /** Takes all the space that is left. */
  readonly fill: () => void;
  /** Gives it back. */
  readonly free: () => void;
};

/** Whether this user may mount a disk of its own. */
export function mayMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    unmount(mount());
    return true;
  } catch {
    return false;
  }
}

/** A real disk of four megabytes, gone when the test ends. */
export function openSmallDisk(): SmallDisk {
  const path = mount();
  onTestFinished(() => unmount(path));
  const filler = join(path, 'filler');
  const fill = (): void => {
    // Ever smaller pieces, until not a byte is left.
    for (let piece = 1 << 20; piece >= 1; piece >>= 1) appendUntilFull(filler, piece);
  };
  return { path, fill, free: () => rmSync(filler, { force: true }) };
}

function appendUntilFull(path: string, bytes: number): void {
  try {
    for (;;) writeFileSync(path, Buffer.alloc(bytes), { flag: 'a' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}

function mount(): string {
  const path = mkdtempSync(join(tmpdir(), 'refund-workbench-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'none', path], { stdio: 'ignore' });
    return path;
  } catch (error) {
    rmdirSync(path);
    throw error;
  }
}

function unmount(path: string): void {
  execFileSync('umount', ['-l', path], { stdio: 'ignore' });
  rmdirSync(path);
}
