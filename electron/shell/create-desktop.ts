import type { Desktop } from '../../shared/ports/desktop.ts';
import { openLink } from './open-link.ts';

/** The window around the page, as the core knows it. */
export function createDesktop(): Desktop {
  return {
    setMenu: () => undefined,
    takeFiles: () => [],
    openLink,
    listen: () => () => undefined,
  };
}
