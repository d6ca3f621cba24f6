import { use, useEffect, useEffectEvent, useRef, type RefObject } from 'react';

import type { BodyLanguage } from '../../shared/model/body-language.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { EditorSettingsContext } from './editor-settings.ts';
import { monaco } from './monaco.ts';
import { settingsOptions } from './settings-options.ts';
import classes from './text-editor.module.css';
import { forgetVariableHints, setVariableHints, type VariableHint } from './variable-hints.ts';
import { findVariables, type Marker, markVariables } from './variable-marks.ts';

type CodeEditor = ReturnType<typeof monaco.editor.create>;

export type TextEditorProps = {
  readonly label: string;
  readonly text: string;
  readonly language: 'json' | 'xml' | 'form' | 'plaintext';
  readonly readOnly?: boolean;
  readonly onChange?: (text: string) => void;
  /** Shown where they stand; only those with a line. */
  readonly problems?: readonly Problem[];
  readonly warnings?: readonly Problem[];
  readonly variables?: readonly VariableHint[];
  /** What is known of the body, where it is described. The same object as long as it knows the same. */
  readonly bodyLanguage?: BodyLanguage;
};

const nothing: readonly never[] = [];

/** Monaco for one text. Loaded lazily (see `lazy-text-editor.tsx`), so that the window stands before it. */
export function TextEditor(props: TextEditorProps) {
  const { text, language, problems = nothing, warnings = nothing, variables = nothing } = props;
  const host = useRef<HTMLDivElement>(null);
  const settings = use(EditorSettingsContext);
  const editor = useEditor(host, props);
  useEffect(() => {
    editor.current?.updateOptions(settingsOptions(settings));
  }, [editor, settings]);
  useEffect(() => {
    const model = editor.current?.getModel();
    if (model !== null && model !== undefined && model.getValue() !== text) model.setValue(text);
  }, [editor, text]);
  useEffect(() => {
    const model = editor.current?.getModel();
    if (model !== null && model !== undefined) monaco.editor.setModelLanguage(model, language);
  }, [editor, language]);
  useEffect(() => {
    const model = editor.current?.getModel();
    if (model === null || model === undefined) return;
    const { Error: error, Warning: warning, Info: info } = monaco.MarkerSeverity;
    const markers = [
      ...problems.flatMap((problem) => toMarker(problem, model, error)),
      ...warnings.flatMap((problem) => toMarker(problem, model, warning)),
    ];
    const marks = markVariables(model, variables, { unknown: error, shadowed: info }, markers);
    setVariableHints(model.uri.toString(), variables);
    monaco.editor.setModelMarkers(model, 'workbench', [...markers, ...marks]);
  }, [editor, problems, warnings, variables]);
  return <div ref={host} className={classes['editor']} />;
}

function useEditor(
  host: RefObject<HTMLDivElement | null>,
  props: TextEditorProps,
): RefObject<CodeEditor | null> {
  const editor = useRef<CodeEditor | null>(null);
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
    editor.current = created;
    return () => {
      forgetVariableHints(model.uri.toString());
      change.dispose();
      created.dispose();
      model.dispose();
      editor.current = null;
    };
  }, [host]);
  return editor;
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
  stickyScroll: { enabled: false },
  wordBasedSuggestions: 'off',
};

type Model = NonNullable<ReturnType<CodeEditor['getModel']>>;

function variableDecorations(
  model: Model,
): NonNullable<Parameters<CodeEditor['createDecorationsCollection']>[0]> {
  return findVariables(model).flatMap(({ range }) => [
    { range, options: { inlineClassName: classes['variable'] ?? '' } },
    { range: range.setEndPosition(range.startLineNumber, range.startColumn + 2), options: braces },
    { range: range.setStartPosition(range.endLineNumber, range.endColumn - 2), options: braces },
  ]);
}

const braces = { inlineClassName: classes['brace'] ?? '' };

function toMarker(
  { message, remedy, place }: Problem,
  model: Model,
  severity: Marker['severity'],
): readonly Marker[] {
  const line = place?.line;
  if (place?.part !== 'body' || line === undefined || line > model.getLineCount()) return [];
  const column = Math.min(place.column ?? 1, model.getLineMaxColumn(line));
  const variable = /^\{\{[^{}]*\}\}/.exec(model.getLineContent(line).slice(column - 1))?.[0] ?? '';
  const word = variable === '' ? model.getWordAtPosition({ lineNumber: line, column }) : null;
  return [
    {
      severity,
      message: `${message} ${remedy}`,
      startLineNumber: line,
      endLineNumber: line,
      startColumn: column,
      endColumn: Math.max(word?.endColumn ?? 0, column + variable.length, column + 1),
    },
  ];
}
