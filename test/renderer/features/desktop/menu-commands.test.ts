import { expect, it, vi } from 'vitest';

import { menuCommands, runFromMenu } from '../../../../renderer/features/desktop/menu-commands.ts';
import { commands } from '../../../../renderer/features/shortcuts/commands.ts';
import type { Stores } from '../../../../renderer/stores/stores.ts';

/** A window with nothing open, and what is asked of it. */
function emptyWindow(overlay: string | null = null) {
  const layout = {
    page: null,
    overlay: overlay === null ? null : { kind: overlay },
    undo: null,
    open: vi.fn(),
    showPage: vi.fn(),
  };
  const tabs = { tabs: [], active: null, closed: [] };
  const stores = {
    layout: { getState: () => layout },
    tabs: { getState: () => tabs },
    exchanges: { getState: () => ({ byTab: {} }) },
  } as unknown as Stores;
  return { stores, layout };
}

const byId = (stores: Stores, platform: 'mac' | 'other' = 'other') =>
  new Map(menuCommands(stores, platform).map((command) => [command.id, command]));

it('the menu has every command of the page, with the keys that are best in a window', () => {
  const menu = byId(emptyWindow().stores);
  expect([...menu.keys()]).toEqual(commands.map(({ id }) => id));
  expect(menu.get('close-tab')).toMatchObject({ keys: 'Mod W', isPossible: false });
  expect(menu.get('next-tab')?.keys).toBe('Mod PageDown');
  expect(menu.get('settings')).toMatchObject({ group: 'View', keys: 'Mod ,', isPossible: true });
  expect(menu.get('explain')?.keys).toBeNull();
});

it('under a dialog nothing is possible, under a panel what its keys may start', () => {
  const possible = (overlay: string): readonly string[] =>
    menuCommands(emptyWindow(overlay).stores, 'other').flatMap(({ id, isPossible }) =>
      isPossible ? [id] : [],
    );
  expect(possible('vault')).toEqual([]);
  expect(possible('palette')).toContain('shortcuts');
  expect(possible('palette')).not.toContain('settings');
});

it('runs what was chosen while that is possible, and nothing that it does not know', () => {
  const free = emptyWindow();
  runFromMenu(free.stores, 'settings');
  expect(free.layout.showPage.mock.calls).toEqual([[{ kind: 'settings' }]]);
  runFromMenu(free.stores, 'toString');
  const busy = emptyWindow('vault');
  runFromMenu(busy.stores, 'settings');
  expect(busy.layout.showPage).not.toHaveBeenCalled();
});
