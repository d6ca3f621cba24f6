import { sayWhatIsMissing } from './say-what-is-missing.ts';

/** The arguments of each event, by the event's name. */
type EventArguments = { readonly [Name in string]: readonly unknown[] };

type Listener<Arguments extends readonly unknown[]> = (...args: Arguments) => void;

/** Event listeners as Electron's objects have them; an event that the stand-in does not know is refused by name. */
export class Emitter<Events extends EventArguments> {
  readonly #listeners = new Map<keyof Events, Set<Listener<never>>>();

  constructor(events: readonly (keyof Events)[]) {
    for (const event of events) this.#listeners.set(event, new Set());
  }

  on<Name extends keyof Events>(event: Name, listener: Listener<Events[Name]>): this {
    this.#of(event).add(listener);
    return this;
  }

  once<Name extends keyof Events>(event: Name, listener: Listener<Events[Name]>): this {
    const first = (...args: Events[Name]): void => {
      this.#of(event).delete(first);
      listener(...args);
    };
    return this.on(event, first);
  }

  emit<Name extends keyof Events>(event: Name, ...args: Events[Name]): boolean {
    const listeners = [...this.#of(event)] as Listener<Events[Name]>[];
    for (const listener of listeners) listener(...args);
    return listeners.length > 0;
  }

  #of(event: keyof Events): Set<Listener<never>> {
    const listeners = this.#listeners.get(event);
    if (listeners !== undefined) return listeners;
    throw new Error(`The stand-in for Electron has no event "${String(event)}" of ${this.constructor.name}.`);
  }
}

sayWhatIsMissing(Emitter.prototype);
