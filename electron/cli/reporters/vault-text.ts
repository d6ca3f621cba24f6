import type { EnvironmentOverview, VaultWithRecoveryKey } from '../../../shared/contract/commands.ts';
import type { VaultDescription } from '../../../shared/model/vault.ts';
import { formatProblem } from './problems.ts';

/** How secrets are kept, for people. */
export function describeVault(vault: VaultDescription): string {
  switch (vault.state) {
    case 'none':
      return 'There is no vault. Secrets are kept for one session only; create a vault with vault create.\n';
    case 'locked':
      return formatProblem(vault.problem);
    case 'unlocked':
      return `The vault is open. Its key is ${vault.guard === 'keyring' ? 'in the system keyring' : 'behind a passphrase'}.\n${vault.problems.map(formatProblem).join('')}`;
  }
}

/** A recovery key, the one time it is told. */
export function recoveryKeyText({ recoveryKey, vault }: VaultWithRecoveryKey): string {
  return `${describeVault(vault)}
Recovery key, shown only now:

  ${recoveryKey}

Print it or write it down, and keep it away from this machine. It opens the vault where the passphrase
or the keyring is lost. Any earlier recovery key opens nothing any more.
`;
}

/** Names of the secrets that are set, by environment. */
export function secretsText(secrets: EnvironmentOverview['secrets']): string {
  const lines = Object.entries(secrets).flatMap(([environment, known]) =>
    known.map(
      ({ name, lastFour }) => `${environment}  ${name}${lastFour === null ? '' : `  …${lastFour}`}\n`,
    ),
  );
  return lines.length === 0 ? 'No secret is set.\n' : lines.join('');
}
