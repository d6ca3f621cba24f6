/** What stands over the window to find one's way. */
export type WindowOverlay =
  /** `query` is what stands in its box at first: a prefix such as `>` narrows it. */
  | { readonly kind: 'palette'; readonly query?: string }
  | { readonly kind: 'shortcuts' }
  /** The documentation of an API, at this section of it; without one, at its beginning. */
  | { readonly kind: 'docs'; readonly apiId: string; readonly section?: string }
  /** Asks for another title of a draft. */
  | { readonly kind: 'rename-tab'; readonly tabId: string };
