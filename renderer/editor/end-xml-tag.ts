import type { TextEdit } from '../../shared/model/body-language.ts';
import { bodyLanguage } from './body-languages.ts';
import { type Model, toModelRange } from './model-range.ts';
import { monaco } from './monaco.ts';

/** Writes the rest of a closing tag as soon as `</` is typed, and the whole of it behind a `>` that opens an element. */
export function endXmlTags(
  editor: ReturnType<typeof monaco.editor.create>,
  model: Model,
): { dispose(): void } {
  return model.onDidChangeContent(({ changes, isFlush, isUndoing, isRedoing }) => {
    const [change, other] = changes;
    if (isFlush || isUndoing || isRedoing || change === undefined || other !== undefined) return;
    if (model.getLanguageId() !== 'xml' || (change.text !== '>' && change.text !== '/')) return;
    const offset = change.rangeOffset + 1;
    const edit = closingTag(model, offset);
    if (edit === null) return;
    // An edit may not be made while the model tells of another.
    queueMicrotask(() => {
      if (model.isDisposed()) return;
      const behind = monaco.Selection.fromPositions(model.getPositionAt(offset));
      const edits = [{ range: toModelRange(model, edit.range), text: edit.text }];
      editor.pushUndoStop();
      // Behind an opening tag one goes on writing in the element, behind a closing one after it.
      if (change.text === '>') editor.executeEdits('closing-tag', edits, [behind]);
      else editor.executeEdits('closing-tag', edits);
      editor.pushUndoStop();
    });
  });
}

/** What closes the element that was just opened, or whose closing tag was begun; `null` where it is closed already. */
function closingTag(model: Model, offset: number): TextEdit | null {
  const text = model.getValue();
  const before = text.slice(0, offset);
  const opened = /<([^\s<>/!?]+)(?:\s[^<>]*)?(?<!\/)>$/.exec(before)?.[1];
  if (opened !== undefined) {
    const whole = `</${opened}>`;
    return wantedClosing(model, text, offset) === whole
      ? { range: { start: offset, end: offset }, text: whole }
      : null;
  }
  if (!before.endsWith('</')) return null;
  // Asked as if it had not been begun: what is begun may be taken for the closing tag that is there.
  const end = text[offset] === '>' ? offset + 1 : offset;
  const wanted = wantedClosing(model, text.slice(0, offset - 2) + text.slice(end), offset - 2);
  return wanted === null ? null : { range: { start: offset, end }, text: wanted.slice(2) };
}

/** The closing tag that is missing at an offset. */
function wantedClosing(model: Model, text: string, offset: number): string | null {
  const proposals = bodyLanguage(model.uri.toString())?.complete(text, offset) ?? [];
  return proposals.find(({ kind }) => kind === 'closing tag')?.insert ?? null;
}
