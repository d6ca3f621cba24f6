import type { Handlers } from '../../shared/contract/commands.ts';
import { ok } from '../../shared/model/result.ts';
import { batchResult } from './batches/batch-result.ts';
import type { BatchControl } from './batches/batch-control.ts';
import { checkBatch } from './batches/check-batch.ts';
import { reconcileBatch } from './batches/reconcile-batch.ts';
import type { Ports } from './ports.ts';

type BatchHandlers = Pick<
  Handlers,
  | 'batch.check'
  | 'batch.start'
  | 'batch.stop'
  | 'batch.resume'
  | 'batch.list'
  | 'batch.get'
  | 'batch.rows'
  | 'batch.result'
  | 'batch.reconcile'
>;

/** Batches of refunds from tables. */
export function batchHandlers(ports: Ports, control: BatchControl): BatchHandlers {
  return {
    'batch.check': async (plan) => {
      const checked = await checkBatch(plan, ports);
      return checked.ok ? ok(checked.value.check) : checked;
    },
    'batch.start': async ({ confirmation, ...plan }) => control.start(plan, confirmation),
    'batch.stop': async ({ id }) => control.stop(id),
    'batch.resume': async (input) => control.resume(input),
    'batch.list': async (page) => {
      const listed = ports.batches.list(page);
      if (!listed.ok) return listed;
      const batches = [];
      for (const stored of listed.value) {
        const batch = control.lookAt(stored);
        if (!batch.ok) return batch;
        if (batch.value !== null) batches.push(batch.value);
      }
      return ok(batches);
    },
    'batch.get': async ({ id }) => control.look(id),
    'batch.rows': async (page) => {
      const batch = control.find(page.id);
      return batch.ok ? ports.batches.rows(page) : batch;
    },
    'batch.result': async (part) => {
      const batch = control.find(part.id);
      return batch.ok ? batchResult(batch.value, part, ports) : batch;
    },
    'batch.reconcile': async (input) => {
      const batch = control.find(input.id);
      return batch.ok ? reconcileBatch(batch.value, input, ports) : batch;
    },
  };
}
