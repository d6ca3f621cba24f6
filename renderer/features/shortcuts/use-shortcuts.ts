import { useEffect } from 'react';

import type { Stores } from '../../stores/stores.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { chordOf } from './chord.ts';
import { findCommand } from './find-command.ts';
import { platform } from './platform.ts';

/** Where a key is typed. */
const fields = 'input, textarea, select, [contenteditable="true"], .monaco-editor';

/** Listens before anything else in the page, so that the keys work inside the editor too. */
export function useShortcuts(): void {
  const stores = useStores();
  useEffect(() => {
    const handle = (event: KeyboardEvent): void => {
      const run = findRun(stores, event);
      if (run === null) return;
      event.preventDefault();
      event.stopPropagation();
      run();
    };
    window.addEventListener('keydown', handle, { capture: true });
    return () => window.removeEventListener('keydown', handle, { capture: true });
  }, [stores]);
}

/** What a key press does; `null` leaves it to what has the focus. */
function findRun(stores: Stores, event: KeyboardEvent): (() => void) | null {
  const command = findCommand(chordOf(event, platform), {
    platform,
    isInField: event.target instanceof Element && event.target.closest(fields) !== null,
    overlay: stores.layout.getState().overlay?.kind ?? null,
  });
  if (command === null) return null;
  if (command.isPossible === undefined || command.isPossible(stores)) return () => command.run(stores);
  return command.keepsKeys === true ? () => undefined : null;
}
