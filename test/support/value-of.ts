import type { Problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/model/result.ts';

/** The value of a result that has to be one. */
export function valueOf<Value>(result: Result<Value, Problem | readonly Problem[]>): Value {
  if (result.ok) return result.value;
  throw new Error(
    [result.error]
      .flat()
      .map(({ message }) => message)
      .join(' '),
  );
}
