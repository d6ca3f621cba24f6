import { useEffect } from 'react';

import { bridgeName } from '../../../shared/contract/client.ts';
import type { Stores } from '../../stores/stores.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { platform } from '../shortcuts/platform.ts';
import { menuCommands, runFromMenu } from './menu-commands.ts';

/** How long the menu may tell what is no longer so, in milliseconds. */
const delay = 250;

/** Keeps the application menu of the desktop window as the page is, and does what is chosen in it. */
export function useApplicationMenu(): void {
  const stores = useStores();
  useEffect(() => (bridgeName in window ? followPage(stores) : undefined), [stores]);
}

/** Any store may decide what is possible, so all are listened to. Gives what ends it. */
function followPage(stores: Stores): () => void {
  let shown = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (): void => {
    timer = undefined;
    const commands = menuCommands(stores, platform);
    const text = JSON.stringify(commands);
    if (text !== shown) stores.menu.getState().show(commands);
    shown = text;
  };
  const later = (): void => {
    timer ??= setTimeout(show, delay);
  };
  show();
  const stops = [
    ...Object.values(stores).map((store) => store.subscribe(later)),
    stores.menu.subscribe(({ chosen }, before) => {
      if (chosen !== null && chosen !== before.chosen) runFromMenu(stores, chosen.id);
    }),
  ];
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
