import type { HandedFile, MenuCommand } from '../model/menu.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';

/** What a page asks of the window it is in. A browser has no such window: there the first two do nothing. */
export interface WindowCommands {
  /** Shows these commands in the application menu; choosing one tells `menu.chosen`. */
  'window.set-menu': { input: { readonly commands: readonly MenuCommand[] }; output: null };
  /** The files that were handed over since the last call, oldest first; each is given once. */
  'window.take-files': { input: null; output: readonly HandedFile[] };
  /** Opens a page of a provider's documentation in the browser, after a question; https and known hosts only. */
  'window.open-link': { input: { readonly url: string }; output: Result<null, Problem> };
}
