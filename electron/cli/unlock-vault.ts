import type { Handlers } from '../../shared/contract/commands.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { VaultDescription } from '../../shared/model/vault.ts';
import { openSecretInput } from './ask-secret.ts';
import type { CliContext } from './context.ts';

/**
 * Opens the vault for a command: the keyring is asked as it is, a passphrase comes from `REFUND_WORKBENCH_PASSPHRASE`,
 * else from the terminal. Where nothing is locked it does nothing.
 */
export async function unlockVault(
  handlers: Handlers,
  { environment }: Pick<CliContext, 'environment'>,
): Promise<Result<VaultDescription, Problem>> {
  const vault = await handlers['vault.describe'](null);
  if (vault.state !== 'locked') return ok(vault);
  if (!vault.ways.includes('unlock')) return fail(vault.problem);
  if (vault.guard === 'keyring') return handlers['vault.unlock']({ passphrase: null });
  const passphrase = environment['REFUND_WORKBENCH_PASSPHRASE'] ?? (await askPassphrase());
  if (passphrase !== null) return handlers['vault.unlock']({ passphrase });
  return fail({
    ...vault.problem,
    remedy: 'Set REFUND_WORKBENCH_PASSPHRASE, or run the command in a terminal, where it asks.',
  });
}

/** `null` where there is nobody to ask: what else stands in standard input is no passphrase. */
async function askPassphrase(): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  const input = openSecretInput();
  const asked = await input.ask('Passphrase of the vault');
  return asked.ok ? asked.value : null;
}

/** Runs a step; where a locked vault stopped it, opens the vault and runs it again. Nothing has left before that. */
export async function withVault<Done>(
  step: () => Promise<Done>,
  problemsOf: (done: Done) => readonly Problem[],
  unlock: () => ReturnType<typeof unlockVault>,
): Promise<Result<Done, Problem>> {
  const done = await step();
  if (!problemsOf(done).some(({ code }) => code === 'vault')) return ok(done);
  const unlocked = await unlock();
  return unlocked.ok ? ok(await step()) : unlocked;
}
