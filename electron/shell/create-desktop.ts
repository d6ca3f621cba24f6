import type { Desktop } from '../../shared/ports/desktop.ts';
import type { ApplicationMenu } from './create-application-menu.ts';

/** The window around the page, as the core knows it. */
export function createDesktop(menu: ApplicationMenu): Desktop {
  return {
    setMenu: menu.setCommands,
    takeFiles: () => [],
    openLink: async () => undefined,
    listen: (listener) => menu.listen((id) => listener({ kind: 'menu-chosen', id })),
  };
}
