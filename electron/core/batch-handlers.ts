import type { Handlers } from '../../shared/contract/commands.ts';
import { notBuilt } from './not-built.ts';

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
export function batchHandlers(): BatchHandlers {
  return {
    'batch.check': notBuilt,
    'batch.start': notBuilt,
    'batch.stop': notBuilt,
    'batch.resume': notBuilt,
    'batch.list': notBuilt,
    'batch.get': notBuilt,
    'batch.rows': notBuilt,
    'batch.result': notBuilt,
    'batch.reconcile': notBuilt,
  };
}
