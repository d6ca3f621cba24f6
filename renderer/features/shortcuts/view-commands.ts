import { type SideBarView, sideBarViews } from '../../stores/create-layout-store.ts';
import type { Chord } from './chord.ts';
import type { Command } from './command.ts';
import { shows } from './command-effects.ts';
import { movePane } from './move-pane.ts';

/** Names of what the side bar shows. */
export const viewTitles: Readonly<Record<SideBarView, string>> = {
  apis: 'Refund APIs',
  collections: 'Collections',
  history: 'History',
  environments: 'Environments',
  sandbox: 'Sandbox',
  runs: 'Runs and batches',
};

/** What is seen of the window, and how large. */
export const viewCommands: readonly Command[] = [
  ...sideBarViews.map((name, index): Command => ({
    id: `view-${name}`,
    group: 'View',
    title: viewTitles[name],
    detail: 'in the side bar',
    keys: [`Mod ${index + 1}`],
    run: ({ layout }) => layout.getState().showView(name),
  })),
  {
    id: 'side-bar',
    group: 'View',
    title: 'Hide or show the side bar',
    keys: ['Mod B'],
    run: ({ layout }) => layout.getState().toggleSideBar(),
  },
  {
    id: 'settings',
    group: 'View',
    title: 'Settings',
    detail: 'colours, zoom, editor, time-out',
    keys: ['Mod ,'],
    run: shows({ kind: 'settings' }),
  },
  zooms(1, 'Everything larger', ['Mod +', 'Mod =']),
  zooms(-1, 'Everything smaller', ['Mod -']),
  zooms(0, 'Everything as large as usual', ['Mod 0']),
  { id: 'start', group: 'View', title: 'Start screen', run: shows({ kind: 'start' }) },
  {
    id: 'next-pane',
    group: 'View',
    title: 'Next pane',
    keys: ['F6'],
    isKeyOnly: true,
    run: () => movePane(1),
  },
  {
    id: 'previous-pane',
    group: 'View',
    title: 'Previous pane',
    keys: ['Shift F6'],
    isKeyOnly: true,
    run: () => movePane(-1),
  },
];

function zooms(direction: 1 | 0 | -1, title: string, keys: readonly Chord[]): Command {
  return {
    id: `zoom-${direction}`,
    group: 'View',
    title,
    detail: 'zoom',
    keys,
    isHeardOverPanels: true,
    run: ({ settings }) => settings.getState().zoom(direction),
  };
}
