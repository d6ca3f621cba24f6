import { useEffect } from 'react';

import { useStores } from '../../stores/stores-context.tsx';
import { dialogFor } from '../paste/dialog-for.ts';
import { readHandedFile } from './read-handed-file.ts';

/**
 * Shows files that were handed to the program, one after the other: each when nothing is over the window. Like those
 * that are dropped they are read and explained; nothing in them is sent, and nothing is written before somebody says so.
 */
export function useHandedFiles(): void {
  const stores = useStores();
  useEffect(() => {
    const { layout, handedFiles } = stores;
    let isShowing = false;
    const showNext = async (): Promise<void> => {
      if (isShowing || layout.getState().overlay !== null) return;
      const file = handedFiles.getState().take();
      if (file === null) return;
      isShowing = true;
      const pasted = await readHandedFile(file);
      const kind = await dialogFor(pasted, stores);
      isShowing = false;
      layout.getState().open({ kind, pasted });
    };
    const stops = [
      layout.subscribe(({ overlay }, before) => {
        if (overlay === null && before.overlay !== null) void showNext();
      }),
      handedFiles.subscribe(({ waiting }, before) => {
        if (waiting.length <= before.waiting.length) return;
        const name = waiting.at(-1)?.name ?? '';
        if (layout.getState().overlay !== null) {
          layout.getState().say(`${name} opens when this dialog is closed`);
        }
        void showNext();
      }),
    ];
    void handedFiles.getState().fetch();
    return () => stops.forEach((stop) => stop());
  }, [stores]);
}
