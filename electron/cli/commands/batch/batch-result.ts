import { closeSync, openSync, writeSync } from 'node:fs';

import type { Handlers } from '../../../../shared/contract/commands.ts';
import type { Problem } from '../../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../../shared/model/result.ts';
import { storageProblem } from '../../../adapters/storage-problem.ts';
import { exitCodes } from '../../exit-codes.ts';
import type { Verb } from '../../verb.ts';
import { findBatch } from './named-batch.ts';

/** Lines of the result file that are asked for at once. */
const partLength = 5000;

/** Writes the result file of a batch, or shows it. */
export const showResult: Verb = {
  usage: 'batch result <id> [--output FILE] [--json]',
  options: { output: { type: 'string' } },
  words: { min: 1, max: 1 },
  run: async ({ workbench, args, context }) => {
    const batch = await findBatch({ workbench, args });
    if (!batch.ok) return batch;
    const path = args.value('output');
    const { id } = batch.value;
    const written =
      path === null
        ? await readParts(workbench.handlers, id, context.out)
        : await writeResult(workbench.handlers, id, path);
    return written.ok ? ok(exitCodes.ok) : fail([written.error]);
  },
};

/** Writes the result file part by part; an earlier one of that name is replaced, as the next look at a batch does. */
export async function writeResult(
  handlers: Handlers,
  id: string,
  path: string,
): Promise<Result<null, Problem>> {
  let file: number | null = null;
  try {
    file = openSync(path, 'w');
    const opened = file;
    return await readParts(handlers, id, (text) => void writeSync(opened, text));
  } catch (error) {
    return fail(storageProblem('The result file cannot be written', path, error));
  } finally {
    if (file !== null) closeSync(file);
  }
}

async function readParts(
  handlers: Handlers,
  id: string,
  take: (text: string) => void,
): Promise<Result<null, Problem>> {
  for (let after: number | null = 0; after !== null;) {
    const part = await nextPart(handlers, id, after);
    if (!part.ok) return part;
    take(part.value.text);
    after = part.value.next;
  }
  return ok(null);
}

function nextPart(handlers: Handlers, id: string, after: number): ReturnType<Handlers['batch.result']> {
  return handlers['batch.result']({ id, after, limit: partLength });
}
