import { useEffect } from 'react';

import { useStores } from '../../stores/stores-context.tsx';
import { readDroppedFile } from './read-dropped-file.ts';

/** Where a paste belongs to what has the focus. */
const fields = 'input, textarea, select, [contenteditable="true"], .monaco-editor';

/** A paste outside every field, with nothing over the window, opens the explanation of what was pasted. */
export function usePasteAnywhere(): void {
  const { layout } = useStores();
  useEffect(() => {
    const handle = (event: ClipboardEvent): void => {
      const target = event.target instanceof Element ? event.target : document.body;
      if (layout.getState().overlay !== null || target.closest(fields) !== null) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const files = [...(event.clipboardData?.files ?? [])];
      if (text.trim() === '' && files.length === 0) return;
      event.preventDefault();
      if (text.trim() !== '') {
        const pasted = { name: null, text, remark: null, problem: null };
        layout.getState().open({ kind: 'explain', pasted });
        return;
      }
      void readDroppedFile(files).then(
        (pasted) => pasted !== null && layout.getState().open({ kind: 'explain', pasted }),
      );
    };
    // On Linux the middle button pastes what was last selected: meant in a field, an accident everywhere else.
    const releaseMiddle = (event: MouseEvent): void => {
      const isField = event.target instanceof Element && event.target.closest(fields) !== null;
      if (event.button === 1 && !isField) event.preventDefault();
    };
    window.addEventListener('paste', handle);
    window.addEventListener('mouseup', releaseMiddle);
    return () => {
      window.removeEventListener('paste', handle);
      window.removeEventListener('mouseup', releaseMiddle);
    };
  }, [layout]);
}
