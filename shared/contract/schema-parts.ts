import * as v from 'valibot';

/** Longest text a client may send as one value: a body of 5 MB. */
export const text = v.pipe(v.string(), v.maxLength(5_000_000));
export const name = v.pipe(v.string(), v.maxLength(300));
/** How many entries a client may ask for at once. */
export const limit = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500));
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
export const pair = v.strictTuple([name, text]);
