import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { leastSize, placeOnDisplays } from '../../../electron/shell/window-place.ts';
import type { Area, WindowPlace } from '../../../shared/model/window-place.ts';

const main: Area = { x: 0, y: 30, width: 1920, height: 1050 };
const right: Area = { x: 1920, y: 0, width: 1280, height: 1024 };
const left = (area: Area): WindowPlace => ({ ...area, isMaximized: false, isFullScreen: false });

describe('a window', () => {
  it('that was never open is as large as usual, or as its display', () => {
    expect(placeOnDisplays(null, [main])).toEqual({ width: 1440, height: 900 });
    expect(placeOnDisplays(null, [{ x: 0, y: 0, width: 1280, height: 720 }])).toEqual({
      width: 1280,
      height: 720,
    });
  });

  it('comes back to its place, on the display where it was', () => {
    const place = { x: 2000, y: 100, width: 1000, height: 700 };
    expect(placeOnDisplays(left(place), [main, right])).toEqual(place);
  });

  it('keeps its size alone where its display is gone', () => {
    const place = { x: 2000, y: 100, width: 1000, height: 700 };
    expect(placeOnDisplays(left(place), [main])).toEqual({ width: 1000, height: 700 });
  });

  it('is moved whole onto the display that shows most of it', () => {
    const place = { x: 1800, y: -200, width: 1000, height: 700 };
    expect(placeOnDisplays(left(place), [main, right])).toEqual({ ...place, x: 1920, y: 0 });
  });

  it('is made as small as a display that became smaller', () => {
    const place = { x: 10, y: 40, width: 1900, height: 1000 };
    const small = { x: 0, y: 0, width: 1024, height: 700 };
    expect(placeOnDisplays(left(place), [small])).toEqual(small);
  });

  it('never opens where it cannot be seen whole, nor smaller than it may be', () => {
    const pixels = fc.integer({ min: -8000, max: 8000 });
    const place = fc.record({
      x: pixels,
      y: pixels,
      width: fc.integer({ min: 1, max: 8000 }),
      height: fc.integer({ min: 1, max: 8000 }),
    });
    const display = fc.record({
      x: pixels,
      y: pixels,
      width: fc.integer({ min: leastSize.width, max: 4000 }),
      height: fc.integer({ min: leastSize.height, max: 4000 }),
    });
    fc.assert(
      fc.property(place, fc.array(display, { minLength: 1, maxLength: 3 }), (given, displays) => {
        const { x, y, width, height } = placeOnDisplays(left(given), displays);
        expect(width).toBeGreaterThanOrEqual(leastSize.width);
        expect(height).toBeGreaterThanOrEqual(leastSize.height);
        const isWhole = displays.some(
          (area) =>
            width <= area.width &&
            height <= area.height &&
            (x === undefined || (x >= area.x && x + width <= area.x + area.width)) &&
            (y === undefined || (y >= area.y && y + height <= area.y + area.height)),
        );
        expect(isWhole).toBe(true);
      }),
    );
  });
});
