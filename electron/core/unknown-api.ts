import type { Problem } from '../../shared/model/problem.ts';

/** That there is no API of an id. */
export function unknownApi(id: string): Problem {
  return { code: 'unknown-api', message: `There is no API ${id}.`, remedy: 'Choose one of the list.' };
}
