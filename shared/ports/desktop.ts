import type { HandedFile, MenuCommand } from '../model/menu.ts';

/** The desktop window around a page, where there is one. */
export type Desktop = {
  setMenu(commands: readonly MenuCommand[]): void;
  /** The files that were handed over since the last call. */
  takeFiles(): readonly HandedFile[];
  /** Asks, then opens an address in the system's browser; the address was checked before. */
  openLink(url: string): Promise<void>;
  /** Hears which command of the menu was chosen, and that files were handed over. Gives what ends it. */
  listen(listener: (event: DesktopEvent) => void): () => void;
};

export type DesktopEvent =
  | { readonly kind: 'menu-chosen'; readonly id: string }
  | { readonly kind: 'files-handed'; readonly count: number };
