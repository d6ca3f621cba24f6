import type { Problem } from '../../shared/model/problem.ts';

/** What is said where an id names no exchange of the history, or one that the retention emptied. */
export function noSuchExchange(id: string): Problem {
  return {
    code: 'unknown-entry',
    message: `The history has no entry ${id}.`,
    remedy: 'Look it up in the history; its number stands beside it.',
  };
}
