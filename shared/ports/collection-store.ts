import type { Collection, CollectionContent, CollectionRequest } from '../model/collection.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';

export type CollectionListing = {
  readonly collections: readonly Collection[];
  /** Files that could not be read; each is named and left as it is. */
  readonly problems: readonly Problem[];
};

/** What a change did: where the thing stands now, and the token that takes it back. */
export type StoreChange = { readonly path: string; readonly undo: string };

/** The collections of the workspace: a folder each, one file for each request, for git. */
export type CollectionStore = {
  list(): CollectionListing;
  /** Writes a whole new collection, all of it or nothing; the path is its id. */
  create(content: CollectionContent): Result<StoreChange, Problem>;
  /** Changes name, notes and variables over the revision they were made from. */
  save(
    id: string,
    settings: Pick<CollectionContent, 'name' | 'notes' | 'variables'>,
    revision: string,
  ): Result<StoreChange, Problem>;
  /** Writes a new request into a folder (`''` for the top); the path is where it stands. */
  addRequest(id: string, folder: string, request: CollectionRequest): Result<StoreChange, Problem>;
  /** Writes a request over the revision it was made from; its file is renamed where its name is another. */
  saveRequest(
    id: string,
    path: string,
    request: CollectionRequest,
    revision: string,
  ): Result<StoreChange, Problem>;
  addFolder(id: string, folder: string, name: string): Result<StoreChange, Problem>;
  saveFolder(
    id: string,
    path: string,
    settings: { readonly name: string; readonly notes: string },
  ): Result<StoreChange, Problem>;
  duplicate(id: string, path: string): Result<StoreChange, Problem>;
  /** Moves folders and requests, also into another collection, before the index-th item of a folder. */
  move(
    from: { readonly id: string; readonly paths: readonly string[] },
    to: { readonly id: string; readonly folder: string; readonly index: number },
  ): Result<StoreChange, Problem>;
  /** Puts folders and requests aside, or with no path the whole collection. */
  remove(id: string, paths: readonly string[]): Result<StoreChange, Problem>;
  /** Takes a change back; refused where its files were changed since. */
  undo(token: string): Result<null, Problem>;
  /** Calls back after the files changed, whoever changed them; the returned function stops it. */
  watch(listener: () => void): () => void;
};
