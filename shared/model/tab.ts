import type { RequestDraft } from './request-draft.ts';

/** An open tab: a draft, and the exchange that answers it, by id. */
export type Tab = {
  readonly id: string;
  readonly title: string;
  readonly draft: RequestDraft;
  readonly exchangeId: string | null;
};

export type Tabs = { readonly tabs: readonly Tab[]; readonly active: string | null };
