import { useId, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';

import type { VariableHint } from '../../editor/variable-hints.ts';
import classes from './url-field.module.css';

type Props = {
  readonly url: string;
  readonly variables: readonly VariableHint[];
  readonly onChange: (url: string) => void;
};

type Shown = { readonly hint: VariableHint; readonly left: number; readonly top: number };

const keysThatMove = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End']);

/**
 * The URL, its variables marked. The marks are drawn under a plain input, so every key works as in any input; value
 * and origin of a variable show under the pointer, and where the cursor is moved into it.
 */
export function UrlField({ url, variables, onChange }: Props) {
  const marks = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const descriptionId = useId();
  const parts = url.split(/(\{\{[^{}]*\}\})/);
  const show = (mark: HTMLElement | undefined): void => {
    const hint = variables.find(({ name }) => name === mark?.dataset['variable']);
    const box = mark?.getBoundingClientRect();
    setShown(hint === undefined || box === undefined ? null : { hint, left: box.left, top: box.bottom + 6 });
  };
  const marked = (): readonly HTMLElement[] => [
    ...(marks.current?.querySelectorAll<HTMLElement>('[data-variable]') ?? []),
  ];
  const showUnderPointer = ({ clientX }: MouseEvent): void =>
    show(marked().find((mark) => isInside(mark.getBoundingClientRect(), clientX)));
  const showAtCursor = ({ key, currentTarget }: KeyboardEvent<HTMLInputElement>): void =>
    keysThatMove.has(key)
      ? show(marked()[indexAt(parts, currentTarget.selectionStart ?? 0)])
      : setShown(null);
  return (
    <div className={classes['field']}>
      <div ref={marks} className={classes['marks']} aria-hidden="true">
        <UrlMarks parts={parts} variables={variables} />
      </div>
      <input
        aria-label="URL"
        aria-describedby={descriptionId}
        className={classes['input']}
        value={url}
        spellCheck={false}
        onChange={({ target }) => onChange(target.value)}
        onMouseMove={showUnderPointer}
        onMouseLeave={() => setShown(null)}
        onKeyUp={showAtCursor}
        onBlur={() => setShown(null)}
        onScroll={({ currentTarget }) => {
          if (marks.current !== null) marks.current.scrollLeft = currentTarget.scrollLeft;
        }}
      />
      <span id={descriptionId} hidden>
        {describeUsed(parts, variables)}
      </span>
      {shown !== null && (
        <div role="tooltip" className={classes['tooltip']} style={{ left: shown.left, top: shown.top }}>
          <b>{shown.hint.name}</b>
          <code>{shown.hint.detail}</code>
          {shown.hint.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      )}
    </div>
  );
}

function UrlMarks({ parts, variables }: { readonly parts: readonly string[] } & Pick<Props, 'variables'>) {
  return parts.map((part, index) => {
    if (!part.startsWith('{{')) return part;
    const mark = variables.find(({ name }) => name === nameOf(part))?.mark ?? 'variable';
    return (
      // The parts of one text have no other identity than their place.
      // oxlint-disable-next-line react/no-array-index-key
      <span key={index} data-variable={nameOf(part)} className={classes[mark]}>
        <i>{'{{'}</i>
        {part.slice(2, -2)}
        <i>{'}}'}</i>
      </span>
    );
  });
}

function nameOf(part: string): string {
  return part.slice(2, -2).trim();
}

function isInside({ left, right }: DOMRect, x: number): boolean {
  return left <= x && x <= right;
}

/** Which variable, counted from 0, the cursor stands in; -1 for none. */
function indexAt(parts: readonly string[], cursor: number): number {
  let end = 0;
  let variable = -1;
  for (const part of parts) {
    end += part.length;
    if (part.startsWith('{{')) variable += 1;
    if (cursor < end || (cursor === end && part.startsWith('{{')))
      return part.startsWith('{{') ? variable : -1;
  }
  return -1;
}

/** Value and origin of each variable in the URL; of a secret the origin only. */
function describeUsed(parts: readonly string[], variables: readonly VariableHint[]): string {
  const used = new Set(parts.filter((part) => part.startsWith('{{')).map(nameOf));
  return variables
    .filter(({ name }) => used.has(name))
    .map(({ name, detail }) => `${name}: ${detail}.`)
    .join(' ');
}
