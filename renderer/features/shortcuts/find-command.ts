import { type Chord, chordOn, isTyped, type Platform } from './chord.ts';
import type { Command } from './command.ts';
import { commands } from './commands.ts';

const byChord: Readonly<Record<Platform, ReadonlyMap<Chord, Command>>> = {
  mac: chordMap('mac'),
  other: chordMap('other'),
};

/** What is true of the window when a key is pressed. */
export type KeyContext = {
  readonly platform: Platform;
  /** What the key would be typed into has the focus. */
  readonly isInField: boolean;
  readonly overlay: string | null;
};

/** Overlays that only show something: nothing in them is lost when another takes their place. */
const panels: ReadonlySet<string> = new Set(['palette', 'shortcuts', 'docs']);

/** The command of a chord, where it is heard at all. */
export function findCommand(chord: Chord, { platform, isInField, overlay }: KeyContext): Command | null {
  const command = byChord[platform].get(chord);
  if (command === undefined || (isInField && isTyped(chord))) return null;
  // Over a panel with a box, what is typed is meant for the box.
  return isHeardOver(command, overlay) && (overlay === null || !isTyped(chord)) ? command : null;
}

/** Whether a command may start while this lies over the window; `null` is nothing. */
export function isHeardOver({ isHeardOverPanels }: Command, overlay: string | null): boolean {
  return overlay === null || (isHeardOverPanels === true && panels.has(overlay));
}

/** Every chord of a command on a platform. */
export function chordsOf({ keys = [], windowKeys = [] }: Command, platform: Platform): readonly Chord[] {
  return [...keys, ...windowKeys].map((chord) => chordOn(chord, platform));
}

function chordMap(platform: Platform): ReadonlyMap<Chord, Command> {
  return new Map(
    commands.flatMap((command) => chordsOf(command, platform).map((chord) => [chord, command] as const)),
  );
}
