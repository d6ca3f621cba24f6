import { keyNames } from './chord.ts';
import { commands } from './commands.ts';
import { platform } from './platform.ts';

/** The best keys of a command, as they are printed: `Ctrl Enter`. A command without keys is a slip in the program. */
export function keyLabel(commandId: string): string {
  return namesOf(commandId).join(' ');
}

/** A label with the keys that do the same: `Save (Ctrl+S)`. */
export function withKeys(label: string, commandId: string): string {
  return `${label} (${namesOf(commandId).join('+')})`;
}

function namesOf(commandId: string): readonly string[] {
  const chord = commands.find(({ id }) => id === commandId)?.keys?.[0];
  if (chord === undefined) throw new Error(`No keys belong to ${commandId}`);
  return keyNames(chord, platform);
}
