import { type SandboxChange, type SandboxControls, untouchedControls } from '../../model/sandbox.ts';
import { changeClock } from './sandbox-clock.ts';

/** The controls after a change; those that concern the ledger or the log alone leave them as they are. */
export function changeControls(
  controls: SandboxControls,
  change: SandboxChange,
  /** What the machine's clock says, in milliseconds. */
  machine: number,
): SandboxControls {
  switch (change.kind) {
    case 'reset':
      return change.api === null ? { ...untouchedControls, nextRule: controls.nextRule } : controls;
    case 'clock':
      return { ...controls, clock: changeClock(controls.clock, change.change, machine) };
    case 'add-rule': {
      const rule = { ...change.rule, id: String(controls.nextRule) };
      return { ...controls, rules: [...controls.rules, rule], nextRule: controls.nextRule + 1 };
    }
    case 'remove-rule':
      return {
        ...controls,
        rules: change.id === null ? [] : controls.rules.filter(({ id }) => id !== change.id),
      };
    case 'settling':
      return { ...controls, settling: change.settling };
    default:
      return controls;
  }
}
