import type { Capture, Check } from './check.ts';
import type { EnvironmentVariable } from './environment.ts';
import type { Problem } from './problem.ts';
import type { RequestDraft } from './request-draft.ts';

/** A saved request: a draft, and what is checked of and taken from its answer. */
export type CollectionRequest = {
  readonly name: string;
  readonly notes: string;
  readonly draft: RequestDraft;
  readonly checks: readonly Check[];
  readonly captures: readonly Capture[];
};

/** A collection without any place on a disk, as it is imported, exported and written. Items are in order. */
export type CollectionContent = {
  readonly name: string;
  readonly notes: string;
  /** Plain values, weaker than those of the environment; never secrets. */
  readonly variables: readonly EnvironmentVariable[];
  readonly items: readonly ContentNode[];
};

export type ContentNode =
  | {
      readonly kind: 'folder';
      readonly name: string;
      readonly notes: string;
      readonly items: readonly ContentNode[];
    }
  | { readonly kind: 'request'; readonly request: CollectionRequest };

/** A collection of the workspace. */
export type Collection = {
  /** Name of its folder; that of one made here has lower-case letters, digits and dashes. */
  readonly id: string;
  readonly name: string;
  readonly notes: string;
  readonly variables: readonly EnvironmentVariable[];
  /** Changes with every byte of the collection file; a save names the one it was made from. */
  readonly revision: string;
  /** Why it can only be looked at; `null` where it can be changed. */
  readonly readOnly: Problem | null;
  readonly items: readonly StoredNode[];
};

/** A folder or request of a collection on disk. */
export type StoredNode = StoredFolder | StoredRequest;

export type StoredFolder = {
  readonly kind: 'folder';
  /** From the collection's folder, with `/`: `refunds/partial`. */
  readonly path: string;
  readonly name: string;
  readonly notes: string;
  readonly items: readonly StoredNode[];
};

export type StoredRequest = {
  readonly kind: 'request';
  /** From the collection's folder, with `/`, without the ending of the file: `refunds/in-full`. */
  readonly path: string;
  /** Changes with every byte of the file; a save names the one it was made from. */
  readonly revision: string;
  /** Why it can only be looked at; `null` where it can be changed. */
  readonly readOnly: Problem | null;
  readonly request: CollectionRequest;
};

/** Where a request is saved, and what its file said when it was read: what a merge with the disk starts from. */
export type SavedRequest = {
  readonly collection: string;
  readonly path: string;
  readonly revision: string;
  readonly base: CollectionRequest;
};
