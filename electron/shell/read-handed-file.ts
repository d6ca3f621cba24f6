import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';

import { longestPasted, tooLongToRead } from '../../shared/engine/too-long-to-read.ts';
import type { HandedFile } from '../../shared/model/menu.ts';

/** Opening a pipe that nobody writes to would wait for ever; Windows knows no such flag, and no such files. */
const openFlags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Reads a file that was handed over, whole, or says in a sentence why not. Never waits for a pipe or a device. */
export async function readHandedFile(path: string): Promise<HandedFile> {
  const name = basename(path);
  const failed = (problem: string): HandedFile => ({ name, content: null, problem });
  try {
    const file = await open(path, openFlags);
    try {
      const stat = await file.stat();
      if (stat.isDirectory()) return failed(isFolder(name));
      if (!stat.isFile()) return failed(`${name} is no file that can be read.`);
      if (stat.size > longestPasted) return failed(tooLongToRead(name, stat.size).message);
      return { name, content: (await file.readFile()).toString('base64'), problem: null };
    } finally {
      await file.close();
    }
  } catch (error) {
    return failed(whyNot(name, error as NodeJS.ErrnoException));
  }
}

function whyNot(name: string, { code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'ENOENT':
      return `There is no file ${name} where it was handed over from; it may have been moved or deleted.`;
    case 'EACCES':
    case 'EPERM':
      return `${name} cannot be read: this user may not.`;
    case 'EISDIR':
      return isFolder(name);
    default:
      return `${name} cannot be read: ${message}.`;
  }
}

function isFolder(name: string): string {
  return `${name} is a folder; the workbench opens one with --workspace, and the files in it singly.`;
}
