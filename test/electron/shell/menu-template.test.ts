import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';

import { type MenuFacts, menuTemplate } from '../../../electron/shell/menu-template.ts';
import type { MenuCommand } from '../../../shared/model/menu.ts';

const command = (id: string, group: string, given: Partial<MenuCommand> = {}): MenuCommand => ({
  id,
  group,
  title: `Do ${id}`,
  keys: null,
  isPossible: true,
  ...given,
});

const facts: MenuFacts = {
  commands: [
    command('send', 'Request', { keys: 'Mod Enter' }),
    command('zoom', 'View', { keys: '?' }),
    command('save', 'Request', { title: 'Save & close', isPossible: false }),
    command('keys', 'Help'),
  ],
  recent: [
    { folder: '/work/acme', isOpen: true, isGone: false },
    { folder: '/work/a&b', isOpen: false, isGone: false },
    { folder: '/work/old', isOpen: false, isGone: true },
  ],
  isMac: false,
  isPackaged: true,
};

const actions = () => ({
  runCommand: vi.fn(),
  openWorkspace: vi.fn(),
  openRecent: vi.fn(),
  showDataFolder: vi.fn(),
  showAbout: vi.fn(),
});

describe('the application menu', () => {
  it('has a submenu for each group of commands, in their order', () => {
    expect(bar(facts)).toEqual(['File', 'Edit', 'View', 'Request', 'Window', 'Help']);
    expect(bar({ ...facts, isMac: true })[0]).toBe('Refund Workbench');
  });

  it('shows keys that it does not take, and none that cannot be shown', () => {
    expect(itemOf('send')).toMatchObject({ accelerator: 'CmdOrCtrl+Enter', registerAccelerator: false });
    expect(itemOf('zoom')).not.toHaveProperty('accelerator');
  });

  it('shows what is impossible, and texts as they are', () => {
    expect(itemOf('save')).toMatchObject({ label: 'Save && close', enabled: false });
    expect(itemOf('file.recent-1').label).toContain('/work/a&&b');
  });

  it('runs what is pressed', () => {
    const given = actions();
    press(itemOf('send', facts, given));
    expect(given.runCommand.mock.calls).toEqual([['send']]);
  });

  it('leaves the mark where it is until another workspace is open', () => {
    const given = actions();
    expect(press(itemOf('file.recent-1', facts, given)).checked).toBe(false);
    expect(given.openRecent.mock.calls).toEqual([['/work/a&b']]);
  });

  it('offers the other workspaces that are still there', () => {
    const shown = [0, 1, 2].map((index) => itemOf(`file.recent-${index}`));
    expect(shown.map(({ checked, enabled }) => ({ checked, enabled }))).toEqual([
      { checked: true, enabled: false },
      { checked: false, enabled: true },
      { checked: false, enabled: false },
    ]);
    expect(shown[2]?.label).toContain('(gone)');
  });

  it.each([true, false])('has an id on all that does something (macOS: %s), each once', (isMac) => {
    const items = itemsOf(menuTemplate({ ...facts, isMac }, actions()));
    const clickable = items.filter(({ click }) => click !== undefined);
    const ids = clickable.map(({ id }) => id);
    expect(ids).not.toContain(undefined);
    expect(new Set(ids).size).toBe(ids.length);
    for (const wanted of ['file.open-workspace', 'file.show-data-folder', 'help.about']) {
      expect(ids).toContain(wanted);
    }
  });

  it('has no zoom or reload of its own, and developer tools in a start from the sources only', () => {
    const roles = (given: MenuFacts) => itemsOf(menuTemplate(given, actions())).map(({ role }) => role);
    for (const role of ['zoomIn', 'zoomOut', 'resetZoom', 'reload', 'viewMenu', 'toggleDevTools'] as const) {
      expect(roles(facts)).not.toContain(role);
    }
    expect(roles({ ...facts, isPackaged: false })).toContain('toggleDevTools');
  });

  it('leaves the key that closes a tab to the page', () => {
    expect(itemOf('window.close')).toMatchObject({ role: 'close', accelerator: 'CmdOrCtrl+Shift+W' });
  });
});

function bar(given: MenuFacts): readonly (string | undefined)[] {
  return menuTemplate(given, actions()).map(({ label }) => label);
}

function itemOf(id: string, given = facts, does = actions()): MenuItemConstructorOptions {
  const item = itemsOf(menuTemplate(given, does)).find((candidate) => candidate.id === id);
  if (item === undefined) throw new Error(`There is no ${id}.`);
  return item;
}

function itemsOf(template: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])]);
}

/** Presses an item as Electron does, which checks it. */
function press({ click }: MenuItemConstructorOptions): { readonly checked: boolean } {
  const item = { checked: true };
  (click as ((pressed: typeof item) => void) | undefined)?.(item);
  return item;
}
