declare module 'har-validator' {
  /** Resolves with the object where it is valid HAR 1.2, rejects with `errors` where it is not. */
  export function har(data: unknown): Promise<unknown>;
}
