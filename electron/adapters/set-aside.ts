import { existsSync, renameSync } from 'node:fs';

/**
 * Renames a damaged file so that it is kept and never overwritten, with the files beside it whose names go on with one
 * of `companions`. Gives its new path. Run again after a crash it ends what was begun: the file itself goes last.
 */
export function setAside(path: string, companions: readonly string[] = []): string {
  const there = [...companions, ''].filter((suffix) => existsSync(`${path}${suffix}`));
  for (let number = 1; ; number += 1) {
    const aside = `${path}.damaged-${number}`;
    if (['', ...there].some((suffix) => existsSync(`${aside}${suffix}`))) continue;
    for (const suffix of there) renameSync(`${path}${suffix}`, `${aside}${suffix}`);
    return aside;
  }
}
