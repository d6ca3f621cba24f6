import { createStore, type StoreApi } from 'zustand/vanilla';

import type { WorkbenchClient } from '../../shared/contract/client.ts';
import { type Annotation, noAnnotation } from '../../shared/model/annotation.ts';
import type { Problem } from '../../shared/model/problem.ts';

/** What is being written on an exchange, as typed. */
export type AnnotationDraft = {
  readonly note: string;
  /** With commas between them. */
  readonly tags: string;
  readonly ticket: string;
};

export type AnnotationState = {
  /** What is written on the exchanges that were read, by their id. */
  readonly stored: Readonly<Record<string, Annotation>>;
  /** What is typed and not stored yet, by the exchange's id; it waits here while other tabs are shown. */
  readonly drafts: Readonly<Record<string, AnnotationDraft>>;
  /** Takes over what an entry of the history says. */
  readonly keep: (id: string, annotation: Annotation) => void;
  /** `null` gives up what was typed. */
  readonly edit: (id: string, draft: AnnotationDraft | null) => void;
  /** Replaces what is written on an exchange; gives what kept it from being stored, if anything. */
  readonly store: (id: string, annotation: Annotation) => Promise<Problem | null>;
};

export type AnnotationStore = StoreApi<AnnotationState>;

/** Notes, tags and tickets of exchanges, stored and being written. */
export function createAnnotationStore(client: WorkbenchClient): AnnotationStore {
  return createStore<AnnotationState>((set) => {
    const keep = (id: string, annotation: Annotation): void =>
      set(({ stored }) => ({ stored: { ...stored, [id]: annotation } }));
    return {
      stored: {},
      drafts: {},
      keep,
      edit: (id, draft) =>
        set(({ drafts }) => {
          const others = Object.entries(drafts).filter(([key]) => key !== id);
          return { drafts: Object.fromEntries(draft === null ? others : [...others, [id, draft]]) };
        }),
      store: async (id, annotation) => {
        const answer = await client.call('history.annotate', { id, annotation });
        if (!answer.ok) return answer.error;
        keep(id, answer.value);
        return null;
      },
    };
  });
}

/** What is stored on an exchange; nothing on one that was only just sent. */
export function selectAnnotation(id: string): (state: AnnotationState) => Annotation {
  return ({ stored }) => stored[id] ?? noAnnotation;
}

/** What the fields show: as typed, or as stored. */
export function selectAnnotationDraft(id: string): (state: AnnotationState) => AnnotationDraft | null {
  return ({ drafts }) => drafts[id] ?? null;
}
