import type { Problem } from '../../../shared/model/problem.ts';
import { shortestPassphrase } from '../../../shared/model/vault.ts';
import type { KeyringFault } from './os-keyring.ts';
import { printedLength, type RecoveryKeyFault } from './recovery-key.ts';

const vault = (message: string, remedy: string): Problem => ({ code: 'vault', message, remedy });

const orRecover = 'or open it with the recovery key';

/** The passphrase was not entered yet. */
export const passphraseNeeded = vault(
  'The vault is locked: its passphrase was not entered yet.',
  'Unlock the vault with its passphrase.',
);

export const wrongPassphrase = vault(
  'The passphrase does not open the vault.',
  `Check the keyboard layout and capital letters and try again, ${orRecover}; nothing was lost.`,
);

export const weakPassphrase = vault(
  `The passphrase has fewer than ${shortestPassphrase} characters.`,
  'Take a longer one: several words make a good passphrase.',
);

export const wrongRecoveryKey = vault(
  'The recovery key is written correctly, but it is not that of this vault.',
  'Look for the newest one; a recovery key made before another one opens nothing.',
);

export const lockedByHand = vault('The vault is locked.', 'Unlock it to use the secrets in it.');

export const vaultExists = vault(
  'There is a vault already.',
  'Unlock it, or change how its key is guarded; nothing was made.',
);

export const noVault = vault(
  'There is no vault; secrets are kept for this session only.',
  'Create one, and they are kept.',
);

export const replacedVault = vault(
  'The vault is locked: another vault took its place in the data folder.',
  'Unlock it again.',
);

/** Why a recovery key cannot be one. */
export function mistypedRecoveryKey(fault: RecoveryKeyFault): Problem {
  const reasons: Record<RecoveryKeyFault, string> = {
    length: `it is too short or too long; with its dashes it has ${printedLength} characters`,
    digit: 'a character in it never stands in one',
    check: 'its last group does not fit the others, so something was mistyped',
  };
  return vault(
    `This is not a recovery key: ${reasons[fault]}.`,
    'Compare it with the printed one, group by group.',
  );
}

/** The keyring could not give the key. */
export function keyringRefused({ kind, reason }: KeyringFault): Problem {
  const remedies: Record<KeyringFault['kind'], string> = {
    missing: 'Start the workbench in a session that has the keyring',
    locked: 'Unlock the keyring, then unlock the vault',
    silent: 'See whether the keyring asks for its password, then unlock the vault',
  };
  return vault(
    `The vault is locked: the system keyring did not give its key, because ${reason}.`,
    `${remedies[kind]}, ${orRecover}.`,
  );
}

/** The keyring could not take the key. */
export function keyringUnusable({ reason }: KeyringFault): Problem {
  return vault(
    `The system keyring cannot guard the vault: ${reason}.`,
    'Choose a passphrase, or unlock the keyring and try again; nothing was changed.',
  );
}

/** The keyring holds nothing for this vault, or a key that is not its own. */
export function keyringWithoutKey(holds: 'nothing' | 'another'): Problem {
  const what = holds === 'nothing' ? 'holds no key for it' : 'holds a key that does not open it';
  return vault(
    `The vault is locked: the system keyring ${what}.`,
    'Log in as the user who made the vault, or open it with the recovery key.',
  );
}

/** After a move to a passphrase. */
export function keyLeftInKeyring({ reason }: KeyringFault): Problem {
  return vault(
    `The vault is behind the passphrase now, but its key could not be removed from the system keyring: ${reason}.`,
    'Remove the entry "Refund Workbench" from the keyring by hand.',
  );
}

export function newerVault(path: string): Problem {
  return vault(
    `The vault (${path}) was written by a newer workbench.`,
    'Use that version; this one leaves the file as it is.',
  );
}

/** The file as a whole is no vault. `aside` is where it is kept now, `null` where it could not be moved. */
export function damagedVault(path: string, aside: string | null): Problem {
  if (aside !== null) return setAsideVault(aside);
  return vault(
    `The vault (${path}) is damaged and cannot be read.`,
    'Move the file away; it was not changed.',
  );
}

export function setAsideVault(aside: string): Problem {
  return vault(
    `The vault was damaged and is kept as ${aside}; nothing in it was changed.`,
    'Put a good copy in its place as vault.json (the one before its last change is .vault.json.previous), or create a new vault.',
  );
}

/** A record that its key does not open. */
export function damagedRecord(environment: string, name: string): Problem {
  return {
    ...vault(
      `The secret ${name} of the environment ${environment} is damaged in the vault and cannot be opened.`,
      'Enter it again; the other secrets are fine.',
    ),
    place: { part: 'variable', name },
  };
}

export function unreadableRecords(count: number): Problem {
  return vault(
    `${count === 1 ? 'One secret' : `${count} secrets`} in the vault cannot be read at all.`,
    'They are left in the file; look which secret is missing and enter it again.',
  );
}

/** A secret is wanted, and it is, or may be, behind a lock. */
export function secretLocked(name: string, { message, remedy }: Problem): Problem {
  return {
    ...vault(`The secret ${name} cannot be taken from the vault. ${message}`, remedy),
    place: { part: 'variable', name },
  };
}

/** A secret was given or taken back, and the vault stays as it was. */
export function secretNotChanged(
  name: string,
  done: 'kept' | 'removed',
  { message, remedy }: Problem,
): Problem {
  return vault(`The secret ${name} was not ${done}. ${message}`, remedy);
}
