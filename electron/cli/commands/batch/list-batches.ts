import type { BatchRowState } from '../../../../shared/model/batch.ts';
import { fail, ok } from '../../../../shared/model/result.ts';
import { exitCodes } from '../../exit-codes.ts';
import { parseNumber } from '../../parse-args.ts';
import { formatBatches, formatRows, formatSummary } from '../../reporters/batch-text.ts';
import type { Verb } from '../../verb.ts';
import { exitCodeOfBatch, findBatch } from './named-batch.ts';

const page = { limit: { type: 'string' } } as const;

/** Batches, newest first. */
export const listBatches: Verb = {
  usage: 'batch list [--limit N] [--before ID] [--json]',
  options: { ...page, before: { type: 'string' } },
  words: { min: 0, max: 0 },
  run: async ({ workbench, args, json, context }) => {
    const limit = parseNumber('limit', args.value('limit'), { min: 1, max: 500 });
    if (!limit.ok) return fail([limit.error]);
    const before = args.value('before');
    const listed = await workbench.handlers['batch.list']({ limit: limit.value ?? 50, before });
    if (!listed.ok) return fail([listed.error]);
    context.out(json ? `${JSON.stringify(listed.value)}\n` : formatBatches(listed.value));
    return ok(exitCodes.ok);
  },
};

/** How a batch stands; the exit code says it, too. */
export const showBatch: Verb = {
  usage: 'batch show <id> [--json]',
  options: {},
  words: { min: 1, max: 1 },
  run: async ({ workbench, args, json, context }) => {
    const batch = await findBatch({ workbench, args });
    if (!batch.ok) return batch;
    context.out(json ? `${JSON.stringify(batch.value)}\n` : formatSummary(batch.value));
    return ok(exitCodeOfBatch(batch.value));
  },
};

/** Lets the call under way end, and sends no other; another program may run it. */
export const stopBatch: Verb = {
  usage: 'batch stop <id> [--json]',
  options: {},
  words: { min: 1, max: 1 },
  run: async ({ workbench, args, json, context }) => {
    const batch = await findBatch({ workbench, args });
    if (!batch.ok) return batch;
    const { id, state } = batch.value;
    const stopped = await workbench.handlers['batch.stop']({ id });
    if (!stopped.ok) return fail([stopped.error]);
    const words = state === 'running' ? 'is asked to stop after the call under way' : 'does not run';
    context.out(json ? `${JSON.stringify({ id, asked: state === 'running' })}\n` : `Batch ${id} ${words}.\n`);
    return ok(exitCodes.ok);
  },
};

const states: readonly BatchRowState[] = [
  'ready',
  'sending',
  'accepted',
  'pending',
  'refused',
  'unknown',
  'not-sent',
  'invalid',
];

/** Rows of a batch, all or those of some states. */
export const showRows: Verb = {
  usage: 'batch rows <id> [--state STATE]... [--after ROW] [--limit N] [--json]',
  options: { ...page, state: { type: 'string', multiple: true }, after: { type: 'string' } },
  words: { min: 1, max: 1 },
  run: async ({ workbench, args, json, context }) => {
    const limit = parseNumber('limit', args.value('limit'), { min: 1, max: 500 });
    if (!limit.ok) return fail([limit.error]);
    const after = parseNumber('after', args.value('after'), { min: 0, max: 999_999_999 });
    if (!after.ok) return fail([after.error]);
    const wanted = states.filter((state) => args.values('state').includes(state));
    const strange = args.values('state').find((word) => !states.some((state) => state === word));
    if (strange !== undefined) {
      const message = `There is no state "${strange}".`;
      return fail([{ code: 'bad-input', message, remedy: `Use ${states.join(', ')}.` }]);
    }
    const batch = await findBatch({ workbench, args });
    if (!batch.ok) return batch;
    const rows = await workbench.handlers['batch.rows']({
      id: batch.value.id,
      after: after.value ?? 0,
      limit: limit.value ?? 50,
      states: wanted,
    });
    if (!rows.ok) return fail([rows.error]);
    context.out(json ? `${JSON.stringify(rows.value)}\n` : formatRows(rows.value));
    return ok(exitCodes.ok);
  },
};
