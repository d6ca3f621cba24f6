/** Longest name of a file, so that whole paths stay within what Windows takes. */
const longest = 60;

/** Names that are devices on Windows, and those that the store itself uses. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d|collection|folder)$/;

/** A file name for a name: lower-case letters, digits and dashes, never empty and never one of the system's own. */
export function fileNameFor(name: string, otherwise: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-')
    .slice(0, longest)
    .replaceAll(/^-+|-+$/g, '');
  const usable = plain === '' ? otherwise : plain;
  return reserved.test(usable) ? `${usable}-1` : usable;
}

/** The name, or the first of `name-2`, `name-3` and so on, that nobody has; capitals count for nothing. */
export function freeFileName(name: string, taken: ReadonlySet<string>): string {
  const isTaken = (candidate: string): boolean => taken.has(candidate.toLowerCase());
  if (!isTaken(name)) return name;
  for (let number = 2; ; number += 1) if (!isTaken(`${name}-${number}`)) return `${name}-${number}`;
}

/** Whether a file was named after a name, and not by a person. */
export function isNamedAfter(stem: string, name: string, otherwise: string): boolean {
  const plain = fileNameFor(name, otherwise);
  return stem === plain || (stem.startsWith(`${plain}-`) && /^\d+$/.test(stem.slice(plain.length + 1)));
}
