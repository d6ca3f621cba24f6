import { createStore, type StoreApi } from 'zustand/vanilla';

import type { Problem } from '../../shared/model/problem.ts';
import type { LayoutMemory } from '../../shared/model/layout-memory.ts';
import type { PreviewInput } from '../../shared/contract/commands.ts';
import type { RepeatableStop } from '../../shared/model/stop.ts';
import type { BodyView } from './body-view.ts';
import type { CollectionOverlay } from './collection-overlay.ts';
import type { Page } from './page.ts';
import type { PastedInput } from './pasted-input.ts';
import type { WindowOverlay } from './window-overlay.ts';

export const sideBarViews = ['apis', 'collections', 'history', 'environments', 'sandbox', 'runs'] as const;

export type SideBarView = (typeof sideBarViews)[number];

/** What stands over the window, if anything. */
export type Overlay =
  | CollectionOverlay
  | WindowOverlay
  /** `pasted` is what came in by paste or drop; without it the field is empty. */
  | { readonly kind: 'explain'; readonly pasted?: PastedInput }
  /** Asks before a request goes to the clipboard with its secrets in it. */
  | { readonly kind: 'copy-secrets'; readonly input: PreviewInput }
  | { readonly kind: 'vault' }
  | { readonly kind: 'entry'; readonly apiId: string; readonly entryId: string }
  /** `id` is `null` for a new one; `copyOf` is the one it starts as a copy of. */
  | { readonly kind: 'environment'; readonly id: string | null; readonly copyOf?: string }
  /** `id` is the one on the left. */
  | { readonly kind: 'compare-environments'; readonly id: string }
  /** `exchangeId` is the one on the left. */
  | { readonly kind: 'compare'; readonly exchangeId: string }
  | { readonly kind: 'arm'; readonly environmentId: string }
  /** Asks for what has to be typed before a send to production; `repeatOf` was agreed to before. */
  | { readonly kind: 'confirm'; readonly tabId: string; readonly repeatOf: readonly string[] }
  /** Asks once more before a refund goes out again; `stops` are those that naming their exchanges overcomes. */
  | { readonly kind: 'repeat'; readonly tabId: string; readonly stops: readonly RepeatableStop[] }
  | { readonly kind: 'decide'; readonly exchangeId: string }
  | { readonly kind: 'evidence'; readonly exchangeId: string }
  | { readonly kind: 'unresolved' }
  /** Asks for what is left of a batch before it goes on. */
  | { readonly kind: 'resume-batch'; readonly id: string }
  /** Holds a batch against the export of a provider. */
  | { readonly kind: 'reconcile-batch'; readonly id: string }
  /** How long exchanges are kept. */
  | { readonly kind: 'retention' };

/** Something just done that can be taken back for a while. */
export type Undo = { readonly text: string; readonly run: () => Promise<Problem | null> };

export type LayoutState = {
  readonly view: SideBarView;
  readonly sideBarHidden: boolean;
  readonly overlay: Overlay | null;
  /** `null` shows the open drafts. */
  readonly page: Page | null;
  /** Something that went wrong outside any pane. */
  readonly notice: Problem | null;
  /** What the core told without being asked, oldest first; each stays until it is dismissed. */
  readonly told: readonly Problem[];
  readonly undo: Undo | null;
  /** What was last looked for in the catalogs of all APIs, for whoever comes back from an answer. */
  readonly catalogQuery: string;
  /** What was just done, for a moment: `Copied as cURL`. */
  readonly said: string | null;
  /** Sizes of the panels of each split, in per cent, by split and panel. */
  readonly splits: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly bodyView: BodyView;
  readonly showBodyAs: (view: BodyView) => void;
  /** Shows the side bar too, where it is hidden. */
  readonly showView: (view: SideBarView) => void;
  readonly toggleSideBar: () => void;
  readonly open: (overlay: Overlay) => void;
  readonly showPage: (page: Page | null) => void;
  readonly closeOverlay: () => void;
  readonly notify: (notice: Problem | null) => void;
  readonly say: (said: string | null) => void;
  readonly tell: (problem: Problem) => void;
  readonly dismiss: (problem: Problem) => void;
  readonly offerUndo: (undo: Undo | null) => void;
  readonly rememberCatalogQuery: (catalogQuery: string) => void;
  readonly rememberSplit: (name: string, sizes: Readonly<Record<string, number>>) => void;
};

export type LayoutStore = StoreApi<LayoutState>;

/** What is shown where, as the window was left. */
export function createLayoutStore({ view, sideBarHidden, splits: left }: LayoutMemory): LayoutStore {
  return createStore<LayoutState>((set) => ({
    view: sideBarViews.find((known) => known === view) ?? 'apis',
    sideBarHidden,
    overlay: null,
    page: null,
    notice: null,
    told: [],
    undo: null,
    catalogQuery: '',
    said: null,
    bodyView: 'text',
    showBodyAs: (bodyView) => set({ bodyView }),
    splits: left,
    showView: (next) => set({ view: next, sideBarHidden: false }),
    toggleSideBar: () => set((state) => ({ sideBarHidden: !state.sideBarHidden })),
    open: (overlay) => set({ overlay }),
    showPage: (page) => set({ page }),
    closeOverlay: () => set({ overlay: null }),
    notify: (notice) => set({ notice }),
    say: (said) => set({ said }),
    tell: (problem) => set(({ told }) => ({ told: [...told, problem] })),
    dismiss: (problem) => set(({ told }) => ({ told: told.filter((other) => other !== problem) })),
    offerUndo: (undo) => set({ undo }),
    rememberCatalogQuery: (catalogQuery) => set({ catalogQuery }),
    rememberSplit: (name, sizes) => set(({ splits }) => ({ splits: { ...splits, [name]: sizes } })),
  }));
}
