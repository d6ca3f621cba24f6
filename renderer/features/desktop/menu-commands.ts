import type { MenuCommand } from '../../../shared/model/menu.ts';
import type { Stores } from '../../stores/stores.ts';
import type { Platform } from '../shortcuts/chord.ts';
import { chordOn } from '../shortcuts/chord.ts';
import type { Command, CommandGroup } from '../shortcuts/command.ts';
import { commands } from '../shortcuts/commands.ts';
import { isHeardOver } from '../shortcuts/find-command.ts';

/** What a group is called where there is little room: in the bar of a window that is not wide. */
const submenus: Readonly<Record<CommandGroup, string>> = {
  Request: 'Request',
  Find: 'Find',
  Tabs: 'Tabs',
  View: 'View',
  'Collections and runs': 'Collections',
  'Environments and secrets': 'Environments',
  'Lists and panes': 'Lists',
  Editor: 'Editor',
  Help: 'Help',
};

/** Every command of the page for the application menu, and whether it has something to do now. */
export function menuCommands(stores: Stores, platform: Platform): readonly MenuCommand[] {
  return commands.map((command) => ({
    id: command.id,
    group: submenus[command.group],
    title: command.title,
    keys: bestKeys(command, platform),
    isPossible: isPossible(command, stores),
  }));
}

/** Does what a command of the menu does, where that still is possible. */
export function runFromMenu(stores: Stores, id: string): void {
  const command = commands.find((candidate) => candidate.id === id);
  if (command !== undefined && isPossible(command, stores)) command.run(stores);
}

/** While a dialog asks for something, nothing else is possible. */
function isPossible(command: Command, stores: Stores): boolean {
  const overlay = stores.layout.getState().overlay?.kind ?? null;
  return isHeardOver(command, overlay) && command.isPossible?.(stores) !== false;
}

/** In the window those keys are best that a browser would not leave to the page. */
function bestKeys({ keys, windowKeys }: Command, platform: Platform): string | null {
  const chord = windowKeys?.[0] ?? keys?.[0];
  return chord === undefined ? null : chordOn(chord, platform);
}
