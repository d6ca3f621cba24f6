import { Emitter } from './emitter.ts';
import type { Preventable } from './preventable.ts';

/** Told by tests only. */
class PowerMonitor extends Emitter<{ readonly shutdown: readonly [event: Preventable] }> {
  constructor() {
    super(['shutdown']);
  }
}

export const powerMonitor = new PowerMonitor();
