import { use, useEffect, useRef } from 'react';

import type { BodyLanguage } from '../../shared/model/body-language.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { setBodyLanguage } from './body-languages.ts';
import { markFindings, markProblem, noteDecorations } from './body-marks.ts';
import { EditorSettingsContext } from './editor-settings.ts';
import { monaco } from './monaco.ts';
import { settingsOptions } from './settings-options.ts';
import classes from './text-editor.module.css';
import { useEditor } from './use-editor.ts';
import { setVariableHints, type VariableHint } from './variable-hints.ts';
import { markVariables } from './variable-marks.ts';

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

/** A longer text is not read anew at every key, which would be felt; what is wrong with it the core tells. */
const quickLength = 100_000;

/** Monaco for one text. Loaded lazily (see `lazy-text-editor.tsx`), so that the window stands before it. */
export function TextEditor(props: TextEditorProps) {
  const { text, language, problems = nothing, warnings = nothing, variables = nothing, bodyLanguage } = props;
  const host = useRef<HTMLDivElement>(null);
  const settings = use(EditorSettingsContext);
  const open = useEditor(host, props);
  useEffect(() => {
    open.current?.editor.updateOptions(settingsOptions(settings));
  }, [open, settings]);
  useEffect(() => {
    const model = open.current?.model;
    if (model !== undefined && model.getValue() !== text) model.setValue(text);
  }, [open, text]);
  useEffect(() => {
    if (open.current !== null) monaco.editor.setModelLanguage(open.current.model, language);
  }, [open, language]);
  useEffect(() => {
    if (open.current === null) return;
    const { model, notes } = open.current;
    const uri = model.uri.toString();
    const { Error: error, Warning: warning, Info: info } = monaco.MarkerSeverity;
    const told = [
      ...problems.flatMap((problem) => markProblem(problem, model, error)),
      ...warnings.flatMap((problem) => markProblem(problem, model, warning)),
    ];
    const markers = [...told, ...markVariables(model, variables, { unknown: error, shadowed: info }, told)];
    const known = text.length <= quickLength ? bodyLanguage : undefined;
    const findings = known?.findings(model.getValue()) ?? nothing;
    // The core alone decides what stops a send: a finding is never an error.
    const found = markFindings(findings, model, { fault: warning, remark: info }, markers);
    setVariableHints(uri, variables);
    setBodyLanguage(uri, bodyLanguage);
    monaco.editor.setModelMarkers(model, 'workbench', [...markers, ...found]);
    notes.set(noteDecorations(known?.notes(model.getValue()) ?? nothing, model, classes['note'] ?? ''));
  }, [open, text, problems, warnings, variables, bodyLanguage]);
  return <div ref={host} className={classes['editor']} />;
}
