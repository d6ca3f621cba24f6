import type { Problem } from '../model/problem.ts';

/** What the adapters have to tell without being asked, as that a damaged history was recovered. */
export type ProblemLog = {
  /** Since the start, oldest first. */
  all(): readonly Problem[];
  /** Gives what ends it. */
  listen(listener: (problem: Problem) => void): () => void;
};
