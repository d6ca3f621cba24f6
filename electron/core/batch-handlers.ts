import type { Handlers } from '../../shared/contract/commands.ts';
import type { WorkbenchEvent } from '../../shared/contract/events.ts';
import { ok } from '../../shared/model/result.ts';
import { batchResult } from './batches/batch-result.ts';
import { createBatchControl } from './batches/batch-control.ts';
import { checkBatch } from './batches/check-batch.ts';
import { reconcileBatch } from './batches/reconcile-batch.ts';
import type { CoreState } from './core-state.ts';
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
export function batchHandlers(
  ports: Ports,
  state: CoreState,
  emit: (event: WorkbenchEvent) => void,
): BatchHandlers {
  const control = createBatchControl(ports, state, (batch) => {
    emit({ name: 'batch.changed', batch });
    const count = ports.history.count();
    if (count.ok) emit({ name: 'history.changed', count: count.value });
  });
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
      for (const { id } of listed.value) {
        const batch = control.look(id);
        if (!batch.ok) return batch;
        if (batch.value !== null) batches.push(batch.value);
      }
      return ok(batches);
    },
    'batch.get': async ({ id }) => control.look(id),
    'batch.rows': async (page) => {
      const batch = control.look(page.id);
      return batch.ok ? ports.batches.rows(page) : batch;
    },
    'batch.result': async (part) => {
      const batch = control.look(part.id);
      return batch.ok ? batchResult(batch.value, part, ports) : batch;
    },
    'batch.reconcile': async (input) => {
      const batch = control.look(input.id);
      return batch.ok ? reconcileBatch(batch.value, input, ports) : batch;
    },
  };
}
