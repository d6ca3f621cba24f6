import { type PointerEvent, useState } from 'react';

import type { LinePlace, LineRange } from '../../../shared/model/body-view.ts';

/** A selection over lines of which most are not in the page. */
export type LineSelection = {
  readonly range: LineRange | null;
  readonly set: (range: LineRange | null) => void;
  /** Moves its loose end by lines; begins at a line where nothing is selected. */
  readonly extend: (by: number, from: number) => number;
  readonly pointer: {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  };
};

type Ends = { readonly anchor: LinePlace; readonly head: LinePlace };

/** A selection that pointer and keys change. Lines carry their number in `data-line`. */
export function useLineSelection(lines: number): LineSelection {
  const [ends, setEnds] = useState<Ends | null>(null);
  const range = ends === null ? null : ordered(ends);
  return {
    range,
    set: (given) => setEnds(given === null ? null : { anchor: given.from, head: given.to }),
    extend: (by, from) => {
      const anchor = ends?.anchor ?? { line: from, column: 0 };
      const line = Math.max(0, Math.min(lines - 1, (ends?.head.line ?? from) + by));
      setEnds({ anchor, head: { line, column: 0 } });
      return line;
    },
    pointer: {
      onPointerDown: (event) => {
        if (event.button !== 0 || (event.target as Element).closest('button') !== null) return;
        const head = placeUnder(event);
        if (head === null) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setEnds((before) => ({ anchor: event.shiftKey && before !== null ? before.anchor : head, head }));
      },
      onPointerMove: (event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        const head = placeUnder(event);
        if (head !== null) setEnds((before) => (before === null ? null : { ...before, head }));
      },
    },
  };
}

function ordered({ anchor, head }: Ends): LineRange | null {
  if (anchor.line === head.line && anchor.column === head.column) return null;
  const isForward = anchor.line < head.line || (anchor.line === head.line && anchor.column < head.column);
  return isForward ? { from: anchor, to: head } : { from: head, to: anchor };
}

/** The place in the lines under the pointer. */
function placeUnder({ clientX, clientY }: PointerEvent): LinePlace | null {
  const caret = document.caretPositionFromPoint(clientX, clientY);
  const node = caret?.offsetNode ?? null;
  if (caret === null || node === null) return null;
  const element = node instanceof Element ? node : node.parentElement;
  const text = element?.closest<HTMLElement>('[data-line]') ?? null;
  if (text === null) return null;
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(node, caret.offset);
  return { line: Number(text.dataset['line']), column: before.toString().length };
}
