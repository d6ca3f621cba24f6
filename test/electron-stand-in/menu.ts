import type { MenuItemConstructorOptions } from 'electron';

import { sayWhatIsMissing } from './say-what-is-missing.ts';

type MenuItem = { readonly role: string };

let applicationMenu: Menu | null = null;

/** The menu as a list of roles; nothing is drawn, and what a role does is Electron's own affair. */
export class Menu {
  readonly items: readonly MenuItem[];

  constructor(items: readonly MenuItem[]) {
    this.items = items;
  }

  static buildFromTemplate(template: readonly MenuItemConstructorOptions[]): Menu {
    return new Menu(template.map(createItem));
  }

  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu;
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu;
  }
}

sayWhatIsMissing(Menu.prototype);

/** Electron keeps roles in small letters. */
function createItem({ role, ...others }: MenuItemConstructorOptions): MenuItem {
  const [other] = Object.keys(others);
  if (role === undefined || other !== undefined) {
    throw new Error(
      `The stand-in for Electron has menu items of a role only, not ${other ?? 'without one'}.`,
    );
  }
  return sayWhatIsMissing({ role: role.toLowerCase() }, 'MenuItem');
}
