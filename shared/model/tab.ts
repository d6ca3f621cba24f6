import type { Capture, Check } from './check.ts';
import type { SavedRequest } from './collection.ts';
import type { Problem } from './problem.ts';
import type { RequestDraft } from './request-draft.ts';

/** An open tab: a draft, and the exchange that answers it, by id. */
export type Tab = {
  readonly id: string;
  readonly title: string;
  readonly draft: RequestDraft;
  readonly exchangeId: string | null;
  readonly notes: string;
  readonly checks: readonly Check[];
  readonly captures: readonly Capture[];
  /** Stands at the left, before all that are not, and stays when others are closed at once. */
  readonly pinned: boolean;
  /** Where in a collection it is saved; `null` where it is not. */
  readonly saved: SavedRequest | null;
};

export type Tabs = { readonly tabs: readonly Tab[]; readonly active: string | null };

/** The tabs of the last time; `problem` says why they could not be had. */
export type LoadedTabs = Tabs & { readonly problem: Problem | null };
