import type { Problem } from '../../../shared/model/problem.ts';

/** A problem with a batch. */
export function batchProblem(message: string, remedy: string): Problem {
  return { code: 'bad-batch', message, remedy };
}

export function noSuchBatch(id: string): Problem {
  return batchProblem(`There is no batch ${id}.`, 'See the list of batches.');
}

export function runsElsewhere(id: string): Problem {
  return batchProblem(
    `Batch ${id} is being run already, here or by another program.`,
    'Wait until it ends, or stop it.',
  );
}
