import type { Handlers } from '../../shared/contract/commands.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { Ports } from './ports.ts';
import { toAuditEvent } from './to-audit-event.ts';

type VaultCommand = Extract<keyof Handlers, `vault.${string}`>;

/** The handlers of the vault. What they give never holds the key, a passphrase or a secret. */
export function vaultHandlers({
  secrets: { vault },
  audit,
}: Pick<Ports, 'secrets' | 'audit'>): Pick<Handlers, VaultCommand> {
  /** The line comes first: were it written after and failed, a recovery key that exists would never be told. */
  const audited = async <Value>(
    asked: string,
    change: () => Result<Value, Problem> | Promise<Result<Value, Problem>>,
  ): Promise<Result<Value, Problem>> => {
    const written = audit.append(toAuditEvent('vault-changed', { detail: `Asked to ${asked}.` }));
    return written.ok ? change() : written;
  };
  return {
    'vault.describe': () => vault.describe(),
    'vault.create': async (guard) => {
      const created = await audited(`create it, guarded by ${guard.kind}`, () => vault.create(guard));
      return created.ok ? ok({ recoveryKey: created.value, vault: await vault.describe() }) : created;
    },
    'vault.unlock': async ({ passphrase }) => {
      const unlocked = await vault.unlock(passphrase);
      return unlocked.ok ? ok(await vault.describe()) : unlocked;
    },
    'vault.lock': () => {
      vault.lock();
      return vault.describe();
    },
    'vault.rewrap': async (guard) => {
      const rewrapped = await audited(`guard it by ${guard.kind}`, () => vault.rewrap(guard));
      return rewrapped.ok ? ok(await vault.describe()) : rewrapped;
    },
    'vault.recover': async ({ recoveryKey, guard }) => {
      const recovered = await audited(`open it with the recovery key and guard it by ${guard.kind}`, () =>
        vault.recover(recoveryKey, guard),
      );
      return recovered.ok ? ok(await vault.describe()) : recovered;
    },
    'vault.renew-recovery-key': async () => {
      const renewed = await audited('make a new recovery key', () => vault.renewRecoveryKey());
      return renewed.ok ? ok({ recoveryKey: renewed.value, vault: await vault.describe() }) : renewed;
    },
  };
}
