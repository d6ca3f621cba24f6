import type { Problem } from './problem.ts';

/** Where an environment sends to, which decides its colour and how careful the workbench is. */
export type EnvironmentClass = 'sandbox' | 'test' | 'production';

/** The built-in environment: needs nothing filled in, cannot be changed or deleted. */
export const sandboxEnvironmentId = 'sandbox';

/**
 * A named set of variables. Secrets are named here and stored elsewhere: no secret value is ever part of an
 * environment.
 */
export type Environment = {
  /** Its file name without the ending: letters, digits and dashes. */
  readonly id: string;
  readonly name: string;
  readonly environmentClass: EnvironmentClass;
  readonly notes: string;
  /** Plain variables, in order. */
  readonly variables: readonly EnvironmentVariable[];
  /** Names of variables whose values are secret, beside those that an API declares. */
  readonly secrets: readonly string[];
};

/** The file that holds an environment. */
export type EnvironmentFile = {
  /** Changes with every byte of the file; a save names the one it was made from. */
  readonly revision: string;
  /** Why the environment can neither be used nor changed here; `null` where it can. */
  readonly readOnly: Problem | null;
};

export type EnvironmentVariable = { readonly name: string; readonly value: string };
