import { type CodedHandle, type CodedValue, decodeValue, encodeValue } from './coded-value.ts';

type AnyFunction = (...args: unknown[]) => unknown;

type Settled = { readonly value: CodedValue } | { readonly error: string };

type LinkMessage =
  | { readonly kind: 'call'; readonly function: number; readonly args: readonly CodedValue[] }
  | ({ readonly kind: 'answer' } & Settled)
  | ({ readonly kind: 'settle'; readonly promise: number } & Settled);

/** The names of the DOM events by which one world hears, and the other. */
export type LinkNames = { readonly here: string; readonly there: string };

/**
 * One end of the bridge between the two worlds of a page, which share nothing but the DOM: functions and promises stay
 * on their side, everything else is copied. DOM events, because a call of a bridged function answers at once. The
 * first function offered by the other world has the number 0. Sent into pages as text, together with what it imports.
 */
export function linkWorlds({ here, there }: LinkNames, offered: readonly AnyFunction[]): AnyFunction {
  const functions = [...offered];
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let answer: Settled | null = null;
  let promises = 0;

  const tell = (message: LinkMessage): void => {
    window.dispatchEvent(new CustomEvent(there, { detail: JSON.stringify(message) }));
  };
  const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
  const keep = (value: unknown): CodedHandle => {
    if (typeof value === 'function') return { function: functions.push(value as AnyFunction) - 1 };
    if (!(value instanceof Promise)) throw new Error('The stand-in for Electron cannot bridge this value.');
    promises += 1;
    const promise = promises;
    value.then(
      (result) => tell({ kind: 'settle', promise, value: encodeValue(result, keep) }),
      (error: unknown) => tell({ kind: 'settle', promise, error: messageOf(error) }),
    );
    return { promise };
  };
  const reach = (handle: CodedHandle): unknown => {
    if ('function' in handle) return (...args: unknown[]) => call(handle.function, args);
    const pending = Promise.withResolvers<unknown>();
    waiting.set(handle.promise, pending);
    return pending.promise;
  };
  const call = (number: number, args: readonly unknown[]): unknown => {
    tell({ kind: 'call', function: number, args: args.map((arg) => encodeValue(arg, keep)) });
    if (answer === null) throw new Error('The other world of the page does not answer.');
    const settled: Settled = answer;
    answer = null;
    if ('error' in settled) throw new Error(settled.error);
    return decodeValue(settled.value, reach);
  };
  const run = (number: number, args: readonly CodedValue[]): Settled => {
    try {
      const result = functions[number]?.(...args.map((arg) => decodeValue(arg, reach)));
      return { value: encodeValue(result, keep) };
    } catch (error) {
      return { error: messageOf(error) };
    }
  };
  window.addEventListener(here, (event) => {
    const message = JSON.parse((event as CustomEvent<string>).detail) as LinkMessage;
    if (message.kind === 'call') tell({ kind: 'answer', ...run(message.function, message.args) });
    else if (message.kind === 'answer') answer = message;
    else if ('error' in message) waiting.get(message.promise)?.reject(new Error(message.error));
    else waiting.get(message.promise)?.resolve(decodeValue(message.value, reach));
  });
  return (...args) => call(0, args);
}
