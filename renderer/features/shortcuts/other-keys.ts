import type { Chord } from './chord.ts';
import type { CommandGroup } from './command.ts';

/** Keys that something in the window hears itself, for the help sheet; nothing in the table of commands may take them. */
export type OtherKeys = {
  readonly group: CommandGroup;
  readonly does: string;
  /** Each of them does it; `Alt ArrowUp` is pressed together, `ArrowRight Enter` one after the other. */
  readonly keys: readonly Chord[];
};

export const otherKeys: readonly OtherKeys[] = [
  { group: 'Lists and panes', does: 'Everything that can be done with a row or a tab', keys: ['Shift F10'] },
  { group: 'Lists and panes', does: 'Rename a row of a collection', keys: ['F2'] },
  { group: 'Lists and panes', does: 'Delete a row of a collection, close the tab', keys: ['Delete'] },
  {
    group: 'Lists and panes',
    does: 'Drag a request of a collection by the arrow keys; Enter drops it',
    keys: ['ArrowRight ArrowRight Enter'],
  },
  {
    group: 'Lists and panes',
    does: 'Between two panes: move the border',
    keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
  },
  { group: 'Lists and panes', does: 'Outside a field: explain what is on the clipboard', keys: ['Mod V'] },
  { group: 'Editor', does: 'What can stand here: fields, values, variables', keys: ['Mod Space'] },
  { group: 'Editor', does: 'What can be mended here', keys: ['Mod .'] },
  { group: 'Editor', does: 'Find, find and replace', keys: ['Mod F', 'Mod H'] },
  { group: 'Editor', does: 'Format', keys: ['Alt Shift F'] },
  { group: 'Editor', does: 'Select the next place with the same text, too', keys: ['Mod D'] },
  { group: 'Editor', does: 'One more cursor above or below', keys: ['Mod Alt ArrowUp', 'Mod Alt ArrowDown'] },
  { group: 'Editor', does: 'Move the line up or down', keys: ['Alt ArrowUp', 'Alt ArrowDown'] },
  { group: 'Editor', does: 'Fold, unfold', keys: ['Mod Shift [', 'Mod Shift ]'] },
  { group: 'Editor', does: 'Next or previous problem', keys: ['Alt F8', 'Alt Shift F8'] },
  { group: 'Editor', does: 'Take back, do again', keys: ['Mod Z', 'Mod Shift Z'] },
  { group: 'Editor', does: 'Let Tab leave the editor, or indent', keys: ['Ctrl M'] },
];
