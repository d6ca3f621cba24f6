import type { Collection, CollectionContent, CollectionRequest } from '../model/collection.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import type { ExportedCollection, ExportKind, ImportPreview } from '../model/transfer.ts';

/** What a client may ask about collections: keeping them, taking them in and giving them out. */
export interface CollectionCommands {
  'collection.list': { input: null; output: CollectionOverview };
  /** Writes a whole new collection. */
  'collection.create': { input: CollectionContent; output: Result<CollectionChange, Problem> };
  'collection.save': { input: CollectionSettings; output: Result<CollectionChange, Problem> };
  /** Known secrets in the draft are written as `{{name}}`. */
  'collection.add-request': {
    input: CollectionFolderPlace & { readonly request: CollectionRequest };
    output: Result<CollectionChange, Problem>;
  };
  'collection.save-request': {
    input: CollectionPlace & { readonly request: CollectionRequest; readonly revision: string };
    output: Result<CollectionChange, Problem>;
  };
  'collection.add-folder': {
    input: CollectionFolderPlace & { readonly name: string };
    output: Result<CollectionChange, Problem>;
  };
  'collection.save-folder': {
    input: CollectionPlace & { readonly name: string; readonly notes: string };
    output: Result<CollectionChange, Problem>;
  };
  'collection.duplicate': { input: CollectionPlace; output: Result<CollectionChange, Problem> };
  'collection.move': { input: CollectionMove; output: Result<CollectionChange, Problem> };
  /** Without paths the whole collection. */
  'collection.remove': {
    input: { readonly id: string; readonly paths: readonly string[] };
    output: Result<CollectionChange, Problem>;
  };
  'collection.undo': { input: { readonly token: string }; output: Result<CollectionOverview, Problem> };
  /** The secrets of the environment stay names in what is written. */
  'collection.export': {
    input: { readonly id: string; readonly kind: ExportKind; readonly environmentId: string };
    output: Result<ExportedCollection, Problem>;
  };
  /** What a file holds that could be imported; nothing is written. */
  'import.read': {
    input: { readonly name: string; readonly text: string };
    output: Result<ImportPreview, Problem>;
  };
  /** Writes what a file holds: all of it or nothing. */
  'import.apply': {
    input: { readonly name: string; readonly text: string };
    output: Result<ImportApplied, Problem>;
  };
}

export type CollectionOverview = {
  /** By name. */
  readonly collections: readonly Collection[];
  /** Files of the workspace that could not be read; each is named and left as it is. */
  readonly problems: readonly Problem[];
};

/** What there is after a change, where the changed thing stands now, and the token that takes the change back. */
export type CollectionChange = {
  readonly overview: CollectionOverview;
  readonly id: string;
  /** Empty for the collection itself. */
  readonly path: string;
  readonly undo: string;
};

/** A folder or request of a collection, by path. */
export type CollectionPlace = { readonly id: string; readonly path: string };

/** A folder of a collection by path; empty for the top. */
export type CollectionFolderPlace = { readonly id: string; readonly folder: string };

export type CollectionSettings = Pick<CollectionContent, 'name' | 'notes' | 'variables'> & {
  readonly id: string;
  /** The revision of the collection file they were made from. */
  readonly revision: string;
};

/** What is moved, and before which item of which folder. */
export type CollectionMove = {
  readonly id: string;
  readonly paths: readonly string[];
  readonly to: CollectionFolderPlace & { readonly index: number };
};

export type ImportApplied = {
  readonly overview: CollectionOverview;
  readonly preview: ImportPreview;
  /** Ids of what was written. */
  readonly collections: readonly string[];
  readonly environments: readonly string[];
};
