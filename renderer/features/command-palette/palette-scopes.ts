import type { PaletteKind } from './palette-entry.ts';

/** What a first character narrows the palette to. */
export type PaletteScope = {
  readonly prefix: string;
  readonly title: string;
  readonly kinds: readonly PaletteKind[];
};

export const paletteScopes: readonly PaletteScope[] = [
  { prefix: '/', title: 'requests', kinds: ['Request', 'Saved', 'Collection'] },
  { prefix: '>', title: 'commands', kinds: ['Command', 'Environment'] },
  { prefix: '#', title: 'codes', kinds: ['Error code'] },
  { prefix: '@', title: 'history', kinds: ['History'] },
  { prefix: '?', title: 'documentation', kinds: ['Documentation'] },
];

/** What is typed into the palette: what it is narrowed to, and what is looked for. */
export type PaletteQuery = { readonly scope: PaletteScope | null; readonly words: string };

/** Reads what is typed into the palette. */
export function readPaletteQuery(typed: string): PaletteQuery {
  const text = typed.trimStart();
  const scope = paletteScopes.find(({ prefix }) => text.startsWith(prefix)) ?? null;
  return { scope, words: (scope === null ? text : text.slice(1)).trim() };
}
