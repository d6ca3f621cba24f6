import type { Environment, EnvironmentFile } from '../model/environment.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';

/** What stands in the workspace: the environments that can be read, and what is wrong with the others. */
export type EnvironmentListing = {
  readonly environments: readonly Environment[];
  /** By environment id. */
  readonly files: Readonly<Record<string, EnvironmentFile>>;
  readonly unreadable: readonly { readonly id: string; readonly problem: Problem }[];
};

/** The environments of the workspace, one file each, and which of them is active. */
export type EnvironmentStore = {
  list(): EnvironmentListing;
  /**
   * Writes an environment over the revision it was made from, `null` for a new one. Refused where the file is another
   * by now, so that nobody's work is lost.
   */
  save(environment: Environment, revision: string | null): Result<Environment, Problem>;
  /** Puts the file aside, where `restore` finds it until the next one of its id is removed. */
  remove(id: string): Result<null, Problem>;
  /** Brings the file removed last back, byte for byte. */
  restore(id: string): Result<null, Problem>;
  /** Removes the hidden copies of a file: they may hold what was just taken out of it. */
  forgetCopies(id: string): Result<null, Problem>;
  activeId(): string;
  activate(id: string): Result<null, Problem>;
  /** Calls back after the files changed, whoever changed them; the returned function stops it. */
  watch(listener: () => void): () => void;
};
