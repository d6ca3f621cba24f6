/** Why a rail stopped a send, for whoever offers the ways on. */
export type Stop =
  | {
      /** The same refund was asked for before. Naming the exchange in `repeatOf` sends it all the same. */
      readonly kind: 'repeat';
      readonly exchangeId: string;
      /** ISO 8601: until then the provider refuses it; `null` where it documents no such time. */
      readonly waitUntil: string | null;
    }
  | {
      /** The same refund may have happened. Only a look-up, a decision or, where `sameId`, `repeatOf` leads on. */
      readonly kind: 'unknown-outcome';
      readonly exchangeId: string;
      /** Whether the API documents that sending the same id again is safe, and this is the same id. */
      readonly sameId: boolean;
    }
  | { readonly kind: 'not-armed'; readonly environmentId: string }
  | {
      readonly kind: 'not-confirmed';
      /** What to type, in words: `the last four characters of the transaction …9129, or the amount`. */
      readonly asked: string;
    };

/** A stop that naming its exchange in `repeatOf` overcomes. */
export type RepeatableStop = Extract<Stop, { readonly kind: 'repeat' | 'unknown-outcome' }>;

/** Whether a stop gives way to `repeatOf`: a refund that was taken does, one that may have happened only by its own id. */
export function isRepeatable(stop: Stop | undefined): stop is RepeatableStop {
  return stop?.kind === 'repeat' || (stop?.kind === 'unknown-outcome' && stop.sameId);
}
