import type { MenuItemConstructorOptions } from 'electron';

import { sayWhatIsMissing } from './say-what-is-missing.ts';

type Click = NonNullable<MenuItemConstructorOptions['click']>;

/** What an item may be made of; what a role does is Electron's own affair. */
const knownOptions: ReadonlySet<string> = new Set([
  'id',
  'label',
  'role',
  'type',
  'accelerator',
  'registerAccelerator',
  'enabled',
  'checked',
  'submenu',
  'click',
]);

let applicationMenu: Menu | null = null;

class MenuItem {
  readonly id: string | undefined;
  readonly label: string;
  /** Electron keeps roles in small letters. */
  readonly role: string | undefined;
  readonly type: string;
  readonly accelerator: unknown;
  readonly registerAccelerator: boolean;
  readonly submenu: Menu | null;
  readonly #click: Click | undefined;
  enabled: boolean;
  checked: boolean;

  constructor(options: MenuItemConstructorOptions) {
    const unknown = Object.keys(options).find((name) => !knownOptions.has(name));
    if (unknown !== undefined)
      throw new Error(`The stand-in for Electron has no menu item with "${unknown}".`);
    const { id, label, role, type, submenu } = options;
    if (label === undefined && role === undefined && type !== 'separator')
      throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type');
    this.id = id;
    this.label = label ?? '';
    this.role = role?.toLowerCase();
    this.type = type ?? (submenu === undefined ? 'normal' : 'submenu');
    this.accelerator = options.accelerator;
    this.registerAccelerator = options.registerAccelerator ?? true;
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : null;
    this.enabled = options.enabled ?? true;
    this.checked = options.checked ?? false;
    this.#click = options.click;
  }

  /** As if it were pressed: whether it is enabled is the system's affair in Electron, too. */
  click(): void {
    if (this.type === 'checkbox') this.checked = !this.checked;
    // What Electron gives beside the item, no item of the app looks at.
    (this.#click as ((item: MenuItem) => void) | undefined)?.(this);
  }
}

/** A tree of items; nothing is drawn. */
export class Menu {
  readonly items: readonly MenuItem[];

  constructor(items: readonly MenuItem[]) {
    this.items = items;
  }

  static buildFromTemplate(template: readonly MenuItemConstructorOptions[]): Menu {
    return new Menu(template.map((options) => new MenuItem(options)));
  }

  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu;
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu;
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found !== null && found !== undefined) return found;
    }
    return null;
  }
}

sayWhatIsMissing(Menu.prototype);
sayWhatIsMissing(MenuItem.prototype);
