import { lazy, Suspense } from 'react';

import type { TextEditorProps } from './text-editor.tsx';
import classes from './lazy-text-editor.module.css';

const TextEditor = lazy(async () => ({ default: (await import('./text-editor.tsx')).TextEditor }));

/** Monaco, loaded after the first paint; until then the text stands there plainly. */
export function LazyTextEditor(props: TextEditorProps) {
  return (
    <Suspense fallback={<pre className={classes['plain']}>{props.text}</pre>}>
      <TextEditor {...props} />
    </Suspense>
  );
}
