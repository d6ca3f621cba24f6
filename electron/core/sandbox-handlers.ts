import type { Handlers } from '../../shared/contract/commands.ts';
import { createRedactor, redactDeep } from '../../shared/engine/redact.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { CoreState } from './core-state.ts';
import { describeSandbox } from './describe-sandbox.ts';
import { knownSecrets } from './known-secrets.ts';
import type { Ports } from './ports.ts';

/** The sandbox as a client sees it and sets it. */
export function sandboxHandlers(
  ports: Ports,
  { sessions }: CoreState,
): Pick<Handlers, 'sandbox.start' | 'sandbox.state' | 'sandbox.log' | 'sandbox.change' | 'sandbox.snapshot'> {
  const { sandbox } = ports;
  /** People send to the sandbox by mistake, too, what is secret elsewhere. */
  const withoutSecrets = <Value>(read: Result<Value, Problem>): Result<Value, Problem> =>
    read.ok ? ok(redactDeep(read.value, createRedactor(knownSecrets(ports)))) : read;
  return {
    'sandbox.start': async () => {
      const origin = await sandbox.start();
      return origin.ok ? ok(describeSandbox(origin.value)) : origin;
    },
    'sandbox.state': async (wanted) => withoutSecrets(sandbox.control.state(wanted)),
    'sandbox.log': async (page) => withoutSecrets(sandbox.control.log(page)),
    'sandbox.change': async (change) => {
      const changed = sandbox.control.change(change);
      // A fresh ledger knows no session; keeping one would make the next send look like an expired login.
      if (changed.ok && (change.kind === 'reset' || change.kind === 'load')) sessions.clear();
      return changed;
    },
    'sandbox.snapshot': async () => sandbox.control.snapshot(),
  };
}
