import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';

import { setBodyLanguage } from './body-languages.ts';
import { endXmlTags } from './end-xml-tag.ts';
import type { Model } from './model-range.ts';
import { monaco } from './monaco.ts';
import type { TextEditorProps } from './text-editor.tsx';
import classes from './text-editor.module.css';
import { forgetVariableHints } from './variable-hints.ts';
import { findVariables } from './variable-marks.ts';

/** An editor that stands in the page. */
export type OpenEditor = {
  readonly editor: ReturnType<typeof monaco.editor.create>;
  readonly model: Model;
  /** The sentences behind values. */
  readonly notes: monaco.editor.IEditorDecorationsCollection;
};

/** Makes an editor in an element, and ends it with the element. */
export function useEditor(
  host: RefObject<HTMLDivElement | null>,
  props: Pick<TextEditorProps, 'text' | 'language' | 'label' | 'readOnly' | 'onChange'>,
): RefObject<OpenEditor | null> {
  const open = useRef<OpenEditor | null>(null);
  const reportChange = useEffectEvent((value: string) => {
    if (value !== props.text) props.onChange?.(value);
  });
  const createEditor = useEffectEvent((element: HTMLElement) => {
    const { text, language, label, readOnly = false } = props;
    const model = monaco.editor.createModel(text, language);
    return monaco.editor.create(element, { ...options, model, readOnly, ariaLabel: label });
  });
  useEffect(() => {
    if (host.current === null) return undefined;
    const created = createEditor(host.current);
    const model = created.getModel();
    if (model === null) return undefined;
    const marks = created.createDecorationsCollection(variableDecorations(model));
    const change = model.onDidChangeContent(() => {
      marks.set(variableDecorations(model));
      reportChange(model.getValue());
    });
    const endTags = endXmlTags(created, model);
    open.current = { editor: created, model, notes: created.createDecorationsCollection() };
    return () => {
      forgetVariableHints(model.uri.toString());
      setBodyLanguage(model.uri.toString(), undefined);
      endTags.dispose();
      change.dispose();
      created.dispose();
      model.dispose();
      open.current = null;
    };
  }, [host]);
  return open;
}

const options: Parameters<typeof monaco.editor.create>[1] = {
  theme: 'workbench',
  automaticLayout: true,
  fontFamily: "'JetBrains Mono Variable', monospace",
  fontLigatures: false,
  lineNumbersMinChars: 3,
  guides: { indentation: false },
  minimap: { enabled: false },
  overviewRulerLanes: 0,
  padding: { top: 10, bottom: 10 },
  renderLineHighlight: 'none',
  renderWhitespace: 'none',
  scrollBeyondLastLine: false,
  scrollbar: { verticalScrollbarSize: 8, horizontalScrollbarSize: 8 },
  accessibilitySupport: 'auto',
  tabSize: 2,
  unicodeHighlight: { ambiguousCharacters: true, invisibleCharacters: true },
  fixedOverflowWidgets: true,
  // Above, it would stand on the address and the button that sends.
  hover: { above: false },
  stickyScroll: { enabled: false },
  wordBasedSuggestions: 'off',
  // Names and values of JSON are strings, and so are the variables in them.
  quickSuggestions: { strings: true, other: true, comments: false },
  suggest: { showWords: false, preview: false },
  lightbulb: { enabled: monaco.editor.ShowLightbulbIconMode.OnCode },
};

function variableDecorations(model: Model): monaco.editor.IModelDeltaDecoration[] {
  return findVariables(model).flatMap(({ range }) => [
    { range, options: { inlineClassName: classes['variable'] ?? '' } },
    { range: range.setEndPosition(range.startLineNumber, range.startColumn + 2), options: braces },
    { range: range.setStartPosition(range.endLineNumber, range.endColumn - 2), options: braces },
  ]);
}

const braces = { inlineClassName: classes['brace'] ?? '' };
