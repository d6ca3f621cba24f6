/** Choices that follow from one number, so that a sequence is told by its numbers alone. */
export type Draw = {
  /** A whole number from 0 to below `below`. */
  readonly int: (below: number) => number;
  readonly from: <Item>(items: readonly Item[]) => Item;
  /** True once in so many times. */
  readonly oneIn: (times: number) => boolean;
};

/** The generator mulberry32. */
export function drawFrom(number: number): Draw {
  let state = number >>> 0;
  const int = (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
  const from = <Item>(items: readonly Item[]): Item => {
    if (items.length === 0) throw new Error('There is nothing to draw from');
    return items[int(items.length)] as Item;
  };
  return { int, from, oneIn: (times) => int(times) === 0 };
}
