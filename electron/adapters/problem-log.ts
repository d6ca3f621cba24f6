import type { Problem } from '../../shared/model/problem.ts';
import type { ProblemLog } from '../../shared/ports/problem-log.ts';

/** Keeps what is told, and passes it on at once. */
export function createProblemLog(): ProblemLog & { readonly tell: (problem: Problem) => void } {
  const told: Problem[] = [];
  const listeners = new Set<(problem: Problem) => void>();
  return {
    tell: (problem) => {
      told.push(problem);
      listeners.forEach((listener) => listener(problem));
    },
    all: () => [...told],
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
