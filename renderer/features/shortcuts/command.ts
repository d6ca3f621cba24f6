import type { Stores } from '../../stores/stores.ts';
import type { Chord } from './chord.ts';

/** Headings of the help sheet, in its order. */
export const commandGroups = [
  'Request',
  'Find',
  'Tabs',
  'View',
  'Collections and runs',
  'Environments and secrets',
  'Lists and panes',
  'Editor',
  'Help',
] as const;

export type CommandGroup = (typeof commandGroups)[number];

/** Something that can be done from anywhere: the palette, the keys, the help sheet and every label read it here. */
export type Command = {
  readonly id: string;
  readonly group: CommandGroup;
  readonly title: string;
  /** Further words to find it by, shown beside it. */
  readonly detail?: string;
  /** The keys that do it, best first. */
  readonly keys?: readonly Chord[];
  /** Further keys that a browser keeps for itself: they do it in the desktop window only. */
  readonly windowKeys?: readonly Chord[];
  /** Whether it has something to do now. Elsewhere it is not offered, and its keys go on to what has the focus. */
  readonly isPossible?: (stores: Stores) => boolean;
  /** Its keys are taken where it has nothing to do, too: what the browser does with them would only confuse. */
  readonly keepsKeys?: boolean;
  /** Its keys are heard over the palette, the help sheet and the documentation, too. */
  readonly isHeardOverPanels?: boolean;
  /** Only keys do it: in the palette it would lead nowhere. */
  readonly isKeyOnly?: boolean;
  readonly run: (stores: Stores) => void;
};
