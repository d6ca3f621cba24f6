import type { Area, WindowPlace } from '../../shared/model/window-place.ts';

/** How large a window may get at least, in pixels. */
export const leastSize = { width: 720, height: 480 } as const;

/** The size of a window that nobody made larger or smaller. */
const usualSize = { width: 1440, height: 900 } as const;

/** Where the system puts a window of this size is its own affair; one that has a place gets it back. */
export type OpenedPlace = Pick<Area, 'width' | 'height'> & Partial<Pick<Area, 'x' | 'y'>>;

/**
 * The area for a window that was left at a place: on the display that shows most of it, whole. Where none shows it any
 * more, or it never had a place, only its size is kept. `displays` are the areas that windows may cover, that of the
 * main display first.
 */
export function placeOnDisplays(left: WindowPlace | null, displays: readonly Area[]): OpenedPlace {
  const [main] = displays;
  if (main === undefined) return usualSize;
  if (left === null) return sizeOn(main, usualSize);
  const [best] = displays.toSorted((a, b) => sharedArea(b, left) - sharedArea(a, left));
  if (best === undefined || sharedArea(best, left) === 0) return sizeOn(main, left);
  const { width, height } = sizeOn(best, left);
  return {
    x: between(left.x, best.x, best.x + best.width - width),
    y: between(left.y, best.y, best.y + best.height - height),
    width,
    height,
  };
}

function sizeOn(
  display: Area,
  { width, height }: Pick<Area, 'width' | 'height'>,
): Pick<Area, 'width' | 'height'> {
  return {
    width: Math.min(Math.max(width, leastSize.width), display.width),
    height: Math.min(Math.max(height, leastSize.height), display.height),
  };
}

/** Square pixels that lie in both. */
function sharedArea(a: Area, b: Area): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

function between(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
