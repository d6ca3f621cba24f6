import type { BatchSummary } from '../../../../shared/model/batch.ts';
import type { Problem } from '../../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../../shared/model/result.ts';
import { formatSummary, progressOf } from '../../reporters/batch-text.ts';
import { writeResult } from './batch-result.ts';
import type { VerbInput } from '../../verb.ts';
import { exitCodeOfBatch } from './named-batch.ts';

/** Long enough for most batches; one whose arming ends stops, and can be resumed. */
const armedMinutes = 60;

/** Arms production for this one command, where that is asked for. */
export async function armIfAsked(
  { workbench, args }: VerbInput,
  environmentId: string,
): Promise<Result<null, Problem>> {
  if (!args.flag('arm-production')) return ok(null);
  const armed = await workbench.handlers['production.arm']({ environmentId, minutes: armedMinutes });
  return armed.ok ? ok(null) : armed;
}

/**
 * Begins a batch and follows it to its end, then says how it ended and writes its result file. Ctrl+C stops it after the
 * call under way.
 */
export async function followBatch(
  input: VerbInput,
  begin: () => Promise<Result<BatchSummary, readonly Problem[]>>,
): Promise<Result<number, readonly Problem[]>> {
  const { workbench, args, json, context } = input;
  const ended = Promise.withResolvers<BatchSummary>();
  let id: string | null = null;
  const stopListening = workbench.listen((event) => {
    if (event.name !== 'batch.changed' || (id !== null && event.batch.id !== id)) return;
    if (process.stderr.isTTY) context.error(`\r${progressOf(event.batch)}`);
    if (event.batch.state !== 'running') ended.resolve(event.batch);
  });
  const stop = (): void => {
    if (id !== null) void workbench.handlers['batch.stop']({ id });
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    const begun = await begin();
    if (!begun.ok) return begun;
    ({ id } = begun.value);
    context.error(`Batch ${id} is under way; batch show ${id} tells how it goes.\n`);
    const batch = await ended.promise;
    if (process.stderr.isTTY) context.error('\n');
    const path = args.value('result');
    const written = path === null ? ok(null) : await writeResult(workbench.handlers, id, path);
    context.out(json ? `${JSON.stringify(batch)}\n` : formatSummary(batch));
    return written.ok ? ok(exitCodeOfBatch(batch)) : fail([written.error]);
  } finally {
    stopListening();
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}
