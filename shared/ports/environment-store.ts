import type { Environment } from '../model/environment.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';

/** What stands in the workspace: the environments that can be read, and what is wrong with the others. */
export type EnvironmentListing = {
  readonly environments: readonly Environment[];
  readonly unreadable: readonly { readonly id: string; readonly problem: Problem }[];
};

/** The environments of the workspace, one file each, and which of them is active. */
export type EnvironmentStore = {
  list(): EnvironmentListing;
  save(environment: Environment): Result<Environment, Problem>;
  remove(id: string): Result<null, Problem>;
  activeId(): string;
  activate(id: string): Result<null, Problem>;
};
