import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';

import type { BodyFacts, BodyLayout } from '../../../shared/model/body-view.ts';
import { copyText } from '../../actions/copy-text.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { useRowWindow } from '../../ui/use-row-window.ts';
import type { OpenBody } from '../../workers/open-body.ts';
import { FindBar } from './find-bar.tsx';
import classes from './line-viewer.module.css';
import { LineRow } from './line-row.tsx';
import { useLineSelection } from './use-line-selection.ts';
import { useWindowOf } from './use-window-of.ts';

type Props = {
  readonly body: OpenBody;
  readonly facts: BodyFacts;
  readonly layout: BodyLayout;
  readonly label: string;
  /** A place to begin at and to point out; line and column from 1. */
  readonly mark?: { readonly line: number; readonly column: number } | null;
};

/** In CSS pixels; that of the editor. */
const rowHeight = 20;
/** Longer lines are cut on the screen. In UTF-16 units. */
const longestAtFirst = 10_000;

/** The lines of a body of any size, in the look of the editor; the worker has the lines, the page those in view. */
export function LineViewer({ body, facts, layout, label, mark = null }: Props) {
  const stores = useStores();
  const scroller = useRef<HTMLDivElement>(null);
  const count = useLineCount(body, facts, layout);
  const view = useRowWindow(scroller, count, rowHeight);
  const selection = useLineSelection(count);
  const [longest, setLongest] = useState(longestAtFirst);
  const [isFinding, setFinding] = useState(false);
  const query = useRef('');
  const { from, rows } = useWindowOf(
    (first, wanted) => body.ask('lines', layout, first, wanted, longest),
    view,
    `${layout} ${facts.read} ${longest}`,
  );
  const begin = useEffectEvent((line: number) => view.show(line, 'middle'));
  const markLine = mark === null ? null : mark.line - 1;
  useEffect(() => {
    if (markLine !== null) begin(markLine);
  }, [markLine]);
  const copy = async (): Promise<void> => {
    if (selection.range === null) return;
    await copyText(
      stores,
      await body.ask('copy', layout, selection.range),
      'The selection is on the clipboard',
    );
  };
  const selectAll = (): void => {
    const last = { line: count - 1, column: Number.MAX_SAFE_INTEGER };
    void body
      .ask('lines', layout, count - 1, 1, 0)
      .then(([line]) =>
        selection.set({ from: { line: 0, column: 0 }, to: { ...last, column: line?.length ?? 0 } }),
      );
  };
  const showFound = async (place: number): Promise<void> => {
    const found = await body.ask('placeInLines', layout, place);
    if (found === null) return;
    if (found.column + query.current.length > longest) setLongest(found.column + longestAtFirst);
    selection.set({ from: found, to: { ...found, column: found.column + query.current.length } });
    view.show(found.line, 'middle');
  };
  const move = (by: number, event: KeyboardEvent): void => {
    if (event.shiftKey) view.show(selection.extend(by, view.inView));
    else view.scrollBy(by);
  };
  const press = (event: KeyboardEvent): void => {
    const command = event.ctrlKey || event.metaKey ? event.key.toLowerCase() : '';
    if (command === 'f') setFinding(true);
    else if (command === 'a') selectAll();
    else if (command === 'c') void copy();
    else if (event.key === 'ArrowDown') move(1, event);
    else if (event.key === 'ArrowUp') move(-1, event);
    else if (event.key === 'PageDown') move(view.page, event);
    else if (event.key === 'PageUp') move(-view.page, event);
    else if (event.key === 'Home') view.show(0);
    else if (event.key === 'End') view.show(count - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={classes['frame']}>
      {isFinding && (
        <div className={classes['find']}>
          <FindBar
            label="Search in the lines"
            onFind={(wanted) => {
              query.current = wanted;
              const behind = selection.range?.from ?? { line: view.inView, column: 0 };
              return body.ask('findInLines', layout, wanted, behind);
            }}
            onShow={(place) => void showFound(place)}
            onClose={() => {
              setFinding(false);
              scroller.current?.focus();
            }}
          />
        </div>
      )}
      <div
        ref={scroller}
        role="textbox"
        aria-label={label}
        aria-readonly="true"
        aria-multiline="true"
        tabIndex={0}
        className={classes['scroller']}
        onKeyDown={press}
        {...selection.pointer}
      >
        <div className={classes['all']} style={{ height: view.height }}>
          <div
            className={classes['window']}
            style={{ transform: `translateY(${view.top + (from - view.from) * rowHeight}px)` }}
          >
            {rows.map((line, place) => (
              <LineRow
                // A line is known by its number.
                // oxlint-disable-next-line react/no-array-index-key
                key={from + place}
                number={from + place}
                digits={String(count).length}
                line={line}
                selection={selection.range}
                isMarked={from + place === markLine}
                onMore={() => setLongest(longest * 10)}
              />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

function useLineCount(body: OpenBody, { lines, read }: BodyFacts, layout: BodyLayout): number {
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let isWanted = layout === 'indented';
    void (async () => {
      if (!isWanted) return;
      const count = await body.ask('lineCount', layout);
      if (isWanted) setAsked(count);
    })();
    return () => {
      isWanted = false;
    };
    // There are others when more of it was read.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [body, layout, read]);
  return layout === 'received' ? lines : asked;
}
