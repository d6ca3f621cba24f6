import type { Desktop } from '../../shared/ports/desktop.ts';
import type { ApplicationMenu } from './create-application-menu.ts';
import { openLink } from './open-link.ts';

/** The window around the page, as the core knows it: what is chosen in its menu, and the files handed to it. */
export function createDesktop(menu: ApplicationMenu, files: Pick<Desktop, 'takeFiles' | 'listen'>): Desktop {
  return {
    setMenu: menu.setCommands,
    takeFiles: files.takeFiles,
    openLink,
    listen: (listener) => {
      const stops = [files.listen(listener), menu.listen((id) => listener({ kind: 'menu-chosen', id }))];
      return () => stops.forEach((stop) => stop());
    },
  };
}
