import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useState } from 'react';

/** Browsers draw no element much higher than 30 million pixels; a longer list is scrolled in larger steps. */
const highest = 8_000_000;
/** Rows beyond the window that are there already when it moves. */
const margin = 12;

/** The rows that are in view of a long list whose rows are all of one height. */
export type RowWindow = {
  readonly from: number;
  readonly count: number;
  /** The first that can be seen; the window has a few more around it. */
  readonly inView: number;
  /** Height of everything that can be scrolled through, and where the first row of the window stands; in CSS pixels. */
  readonly height: number;
  readonly top: number;
  /** How many rows fit into the view. */
  readonly page: number;
  /** Scrolls by so many rows. */
  readonly scrollBy: (rows: number) => void;
  /** Scrolls so far that a row is in view. */
  readonly show: (row: number, place?: 'nearest' | 'middle') => void;
};

type Wanted = { readonly by: number } | { readonly row: number; readonly place: 'nearest' | 'middle' };

/**
 * Follows a scroller over up to millions of rows. (Virtualizers of libraries give every row a place of its own, which
 * ends at the greatest height of an element: about 1.5 million rows.)
 */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  rows: number,
  rowHeight: number,
): RowWindow {
  const [view, setView] = useState({ top: 0, height: 400 });
  const total = rows * rowHeight;
  const height = Math.min(total, highest);
  /** How many pixels of the list one pixel of the scroller is. */
  const scale = height === total ? 1 : (total - view.height) / (height - view.height);
  const follow = useEffectEvent((element: HTMLElement) => {
    const end = scale === 1 ? total : Math.max(0, total - element.clientHeight);
    const next = { top: Math.min(element.scrollTop * scale, end), height: element.clientHeight };
    // The scroller counts in whole pixels; what was scrolled to exactly stays exact.
    const isSame = Math.abs(next.top - view.top) < scale * 1.5 && next.height === view.height;
    if (!isSame || (scale === 1 && next.top !== view.top)) setView(next);
  });
  const moveTo = useEffectEvent((element: HTMLElement, wanted: number) => {
    const top = Math.max(0, Math.min(wanted, total - element.clientHeight));
    setView({ top, height: element.clientHeight });
    element.scrollTop = top / scale;
  });
  const turn = useEffectEvent((element: HTMLElement, event: WheelEvent) => {
    if (scale === 1 || event.deltaY === 0 || event.ctrlKey) return;
    event.preventDefault();
    moveTo(element, view.top + event.deltaY);
  });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const onScroll = (): void => follow(element);
    const onWheel = (event: WheelEvent): void => turn(element, event);
    const observer = new ResizeObserver(onScroll);
    observer.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
      element.removeEventListener('wheel', onWheel);
    };
  }, [scroller]);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  // The list may have grown in the same step, so the scroller has its new height only now.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || wanted === null) return;
    if ('by' in wanted) {
      moveTo(element, view.top + wanted.by * rowHeight);
      return;
    }
    const top = wanted.row * rowHeight;
    const { clientHeight } = element;
    const isAbove = top < view.top;
    const isBelow = top + rowHeight > view.top + clientHeight;
    if (wanted.place === 'middle' && (isAbove || isBelow)) moveTo(element, top - clientHeight / 2);
    else if (isAbove) moveTo(element, top);
    else if (isBelow) moveTo(element, top + rowHeight - clientHeight);
    // Only what is asked for moves the list.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted]);
  const first = Math.max(0, Math.floor(view.top / rowHeight) - margin);
  const last = Math.min(rows, Math.ceil((view.top + view.height) / rowHeight) + margin);
  return {
    from: first,
    count: Math.max(0, last - first),
    height,
    top: first * rowHeight - view.top + view.top / scale,
    inView: Math.ceil(view.top / rowHeight),
    page: Math.max(1, Math.floor(view.height / rowHeight) - 1),
    scrollBy: (by) => setWanted({ by }),
    show: (row, place = 'nearest') => setWanted({ row, place }),
  };
}
