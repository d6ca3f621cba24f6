/** The parts of the page that controls the sandbox. */
export type SandboxPart = 'ledger' | 'clock' | 'picks' | 'faults' | 'log';

/** What stands in the place of the open drafts, in an entry of its own at the end of the strip of tabs. */
export type Page =
  | { readonly kind: 'collection'; readonly id: string }
  /**
   * Without paths the whole collection; `onlyFailedOf` is an earlier run. `like` is an earlier run whose settings are
   * taken, too.
   */
  | {
      readonly kind: 'new-run';
      readonly collection: string;
      readonly paths: readonly string[];
      readonly onlyFailedOf: string | null;
      readonly like?: string;
    }
  | { readonly kind: 'run'; readonly id: string }
  | { readonly kind: 'new-batch'; readonly api: string | null; readonly template: string | null }
  | { readonly kind: 'batch'; readonly id: string }
  /** The documented answers of all APIs; `query` is what is looked for at first. */
  | { readonly kind: 'catalog'; readonly query: string }
  /** What stands in the sandbox and how it is set; `part` is what of it is shown. */
  | { readonly kind: 'sandbox'; readonly part: SandboxPart }
  | { readonly kind: 'settings' }
  /** The three ways in, and what was done last. */
  | { readonly kind: 'start' };
