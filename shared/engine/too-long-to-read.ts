import type { Problem } from '../model/problem.ts';

/** Longest file that is taken in, in bytes. */
export const longestPasted = 64_000_000;

/** Why a file is not read at all. */
export function tooLongToRead(name: string, bytes: number): Problem {
  return {
    code: 'bad-input',
    message: `${name} has ${Math.ceil(bytes / 1_000_000)} MB; files of up to ${longestPasted / 1_000_000} MB are read.`,
    remedy: 'Cut out the part that matters, or export fewer calls.',
  };
}
