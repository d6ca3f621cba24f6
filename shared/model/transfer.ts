import type { CollectionContent } from './collection.ts';
import type { Environment } from './environment.ts';

/** Longest file that is imported, in characters. */
export const importLimit = 20_000_000;

export const importKinds = [
  'postman-collection',
  'postman-environment',
  'openapi',
  'har',
  'curl',
  'http',
  'bruno',
] as const;

/** A format that collections come in. */
export type ImportKind = (typeof importKinds)[number];

export const exportKinds = ['postman', 'har', 'curl', 'http'] as const;

/** A format that a collection is written in. */
export type ExportKind = (typeof exportKinds)[number];

/** Something that was not taken over, or not as it was. */
export type TransferRemark = {
  /** Where: a path of names, `Refunds / In full`; empty for the file as a whole. */
  readonly place: string;
  /** One or two sentences: what, and why. */
  readonly text: string;
};

/** What a file holds, read and not yet written anywhere. */
export type ImportPreview = {
  readonly kind: ImportKind;
  readonly collections: readonly CollectionContent[];
  /** Without the values of secrets. */
  readonly environments: readonly Environment[];
  /** Requests that are taken over. */
  readonly requests: number;
  readonly remarks: readonly TransferRemark[];
};

/** A file to be written by the user. */
export type ExportedFile = { readonly fileName: string; readonly mediaType: string; readonly text: string };

export type ExportedCollection = {
  readonly files: readonly ExportedFile[];
  readonly remarks: readonly TransferRemark[];
};
