import { type Chord, chordOn, type Platform } from './chord.ts';
import { type CommandGroup, commandGroups } from './command.ts';
import { commands } from './commands.ts';
import { chordsOf } from './find-command.ts';
import { otherKeys } from './other-keys.ts';

/** A line of the help sheet. */
export type HelpRow = {
  readonly does: string;
  readonly chords: readonly Chord[];
  /** Those that only the desktop window hears. */
  readonly windowChords: readonly Chord[];
};

export type HelpGroup = { readonly group: CommandGroup; readonly rows: readonly HelpRow[] };

/** Every key that does something, by group, as far as all words of the query stand in it. */
export function helpGroups(query: string, platform: Platform): readonly HelpGroup[] {
  const words = query.toLowerCase().split(/\s+/);
  return commandGroups
    .map((group) => ({
      group,
      rows: rowsOf(group, platform).filter(({ does, chords, windowChords }) => {
        const text = [group, does, ...chords, ...windowChords].join(' ').replaceAll('Mod', 'Ctrl');
        return words.every((word) => text.toLowerCase().includes(word));
      }),
    }))
    .filter(({ rows }) => rows.length > 0);
}

function rowsOf(group: CommandGroup, platform: Platform): readonly HelpRow[] {
  const own = commands
    .filter((command) => command.group === group && chordsOf(command, platform).length > 0)
    .map(({ title, keys = [], windowKeys = [] }) => ({
      does: title,
      chords: keys.map((chord) => chordOn(chord, platform)),
      windowChords: windowKeys.map((chord) => chordOn(chord, platform)),
    }));
  const others = otherKeys
    .filter((entry) => entry.group === group)
    .map(({ does, keys }) => ({ does, chords: keys, windowChords: [] }));
  return [...own, ...others];
}
