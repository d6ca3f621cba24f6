import type { Handlers } from '../../shared/contract/commands.ts';
import { notBuilt } from './not-built.ts';

type RunHandlers = Pick<
  Handlers,
  'run.start' | 'run.cancel' | 'run.list' | 'run.get' | 'run.results' | 'run.report' | 'run.remove'
>;

/** Runs of collections. */
export function runHandlers(): RunHandlers {
  return {
    'run.start': notBuilt,
    'run.cancel': notBuilt,
    'run.list': notBuilt,
    'run.get': notBuilt,
    'run.results': notBuilt,
    'run.report': notBuilt,
    'run.remove': notBuilt,
  };
}
