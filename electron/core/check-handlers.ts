import type { Handlers } from '../../shared/contract/commands.ts';
import { notBuilt } from './not-built.ts';

/** Holds stored exchanges against checks. */
export function checkHandlers(): Pick<Handlers, 'check.evaluate'> {
  return { 'check.evaluate': notBuilt };
}
