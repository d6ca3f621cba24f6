import { existsSync, renameSync } from 'node:fs';

/** Renames a damaged file so that it is kept and never overwritten. Gives its new path. */
export function setAside(path: string): string {
  for (let number = 1; ; number += 1) {
    const aside = `${path}.damaged-${number}`;
    if (existsSync(aside)) continue;
    renameSync(path, aside);
    return aside;
  }
}
