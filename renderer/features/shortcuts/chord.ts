/**
 * Keys pressed together, as they are written in the table of commands: `Mod Shift F`. `Mod` is Ctrl, and the command key
 * on macOS. Then come `Ctrl` (which is `Mod` but on macOS), `Alt` and `Shift`, in this order, and the key: as the browser
 * calls it, a letter in upper case. Shift is written with letters and named keys only: `?` is `?` on every keyboard.
 */
export type Chord = string;

export type Platform = 'mac' | 'other';

/** What of a keyboard event tells its chord. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The chord of a key press. */
export function chordOf(press: KeyPress, platform: Platform): Chord {
  const key = keyOf(press);
  const isMac = platform === 'mac';
  const hasShift = press.shiftKey && (key.length > 1 || isLetter(key));
  return [
    ...((isMac ? press.metaKey : press.ctrlKey || press.metaKey) ? ['Mod'] : []),
    ...(isMac && press.ctrlKey ? ['Ctrl'] : []),
    ...(press.altKey ? ['Alt'] : []),
    ...(hasShift ? ['Shift'] : []),
    key,
  ].join(' ');
}

/** A chord of the table as it is pressed on a platform. */
export function chordOn(chord: Chord, platform: Platform): Chord {
  return platform === 'mac' ? chord : chord.replace(/^Ctrl /, 'Mod ');
}

/** The keys of a chord, or of several one after the other, as they are printed: `Ctrl`, `Enter`; `⌘`, `Enter`. */
export function keyNames(chord: Chord, platform: Platform): readonly string[] {
  const names = platform === 'mac' ? { ...printed, ...printedOnMac } : printed;
  return chord.split(' ').map((key) => names[key] ?? key);
}

/** Whether it types something, and so is a chord only where nothing is typed. */
export function isTyped(chord: Chord): boolean {
  return chord.length === 1;
}

function keyOf({ key, code, altKey }: KeyPress): string {
  // With the option key of macOS a letter types something else.
  const letter = altKey ? /^Key([A-Z])$/.exec(code)?.[1] : undefined;
  if (letter !== undefined) return letter;
  if (key === ' ') return 'Space';
  return key.length === 1 ? key.toUpperCase() : key;
}

function isLetter(key: string): boolean {
  return key.toLowerCase() !== key.toUpperCase();
}

const printed: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

const printedOnMac: Readonly<Record<string, string>> = { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' };
