/**
 * A value that must never leave the core. It has no readable property, and turning it into text or JSON
 * gives a redaction, so that a careless log line or a response to the page cannot carry it.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself, for the two places that may know it: resolving a request and redacting. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }
}
